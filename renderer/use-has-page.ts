import type { Call } from '../shared/domain/call.ts';
import { templateFor } from '../shared/domain/screen-pop/usable-template.ts';
import { useSnapshot } from './stores/app-state.ts';

/** True when the agent can open a page for this call. */
export function useHasPage(call: Call): boolean {
  return useSnapshot(({ effective }) => templateFor(call, 'click', effective.screenPop) !== null);
}
