import { useMemo } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { callsUnderWay } from '../../../shared/domain/calls-under-way.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useCalls } from '../../stores/calls.ts';
import { currentCall } from '../../stores/current-call.ts';
import { callPhase } from './call-phase.ts';

/**
 * The call that the card shows, or null. Concluded inside of the selector: the list changes with every event, and who asks for
 * this one call, as the whole desk does, must not be drawn anew each time.
 */
export function useCurrentCall(): Call | null {
  const chosen = useSnapshot((state) => state.chosenCall);
  const dismissed = useDismissed();
  return useCalls((store) => currentCall(store.calls, store.live, dismissed, Date.now(), chosen));
}

export interface OtherCalls {
  readonly count: number;
  /** Which of them is turned to next. */
  readonly nextId: string | null;
  /** One that came in and waits to be picked up. */
  readonly incoming: Call | null;
}

/** What is under way besides the call that is shown. */
export function useOtherCalls(shownId: string): OtherCalls {
  const dismissed = useDismissed();
  const others = (calls: readonly Call[]) => {
    const underWay = callsUnderWay(calls, dismissed, Date.now());
    const at = underWay.findIndex((call) => call.id === shownId);
    return [...underWay.slice(at + 1), ...underWay.slice(0, Math.max(0, at))];
  };
  const count = useCalls((store) => others(store.calls).length);
  const nextId = useCalls((store) => others(store.calls).at(0)?.id ?? null);
  const incoming = useCalls((store) => others(store.calls).find((call) => callPhase(call) === 'incoming') ?? null);
  return { count, nextId, incoming };
}

function useDismissed(): ReadonlySet<string> {
  const ids = useSnapshot((state) => state.dismissedCalls);
  return useMemo(() => new Set(ids), [ids]);
}
