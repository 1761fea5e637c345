import { useMemo } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useCalls } from '../../stores/calls.ts';
import { callsUnderWay, currentCall } from '../../stores/current-call.ts';

/**
 * The call that the card shows, or null. Concluded inside of the selector: the list changes with every event, and who asks for
 * this one call, as the whole desk does, must not be drawn anew each time.
 */
export function useCurrentCall(): Call | null {
  const chosen = useSnapshot((state) => state.chosenCall);
  const dismissed = useDismissed();
  return useCalls((store) => currentCall(store.calls, store.live, dismissed, Date.now(), chosen));
}

/** How many calls are under way besides the one that is shown, and which of them is turned to next. */
export function useOtherCalls(shownId: string): { readonly count: number; readonly nextId: string | null } {
  const dismissed = useDismissed();
  const others = (calls: readonly Call[]) => {
    const underWay = callsUnderWay(calls, dismissed, Date.now());
    const at = underWay.findIndex((call) => call.id === shownId);
    return [...underWay.slice(at + 1), ...underWay.slice(0, Math.max(0, at))];
  };
  const count = useCalls((store) => others(store.calls).length);
  const nextId = useCalls((store) => others(store.calls).at(0)?.id ?? null);
  return { count, nextId };
}

function useDismissed(): ReadonlySet<string> {
  const ids = useSnapshot((state) => state.dismissedCalls);
  return useMemo(() => new Set(ids), [ids]);
}
