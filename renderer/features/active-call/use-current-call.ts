import type { Call } from '../../../shared/domain/call.ts';
import { useCalls } from '../../stores/calls.ts';
import { currentCall } from '../../stores/current-call.ts';
import { useView } from '../../stores/view.ts';

/**
 * The call that the card shows, or null. Concluded inside of the selector: the list changes with every event, and who asks for
 * this one call, as the whole desk does, must not be drawn anew each time.
 */
export function useCurrentCall(): Call | null {
  const dismissed = useView((store) => store.dismissed);
  return useCalls((store) => currentCall(store.calls, store.live, dismissed, Date.now()));
}
