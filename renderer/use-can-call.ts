import { canBeCalled } from '../shared/domain/destination.ts';
import { useSnapshot } from './stores/app-state.ts';

/** True when the party of a call has a number that can be called. */
export function useCanCall(party: string): boolean {
  return useSnapshot(({ effective }) => canBeCalled(party, effective.identity));
}
