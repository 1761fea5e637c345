import { useMemo } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { useCalls } from '../../stores/calls.ts';
import { currentCall } from '../../stores/current-call.ts';
import { useView } from '../../stores/view.ts';

/** The call that the card shows, or null. */
export function useCurrentCall(): Call | null {
  const calls = useCalls((store) => store.calls);
  const live = useCalls((store) => store.live);
  const dismissed = useView((store) => store.dismissed);
  return useMemo(() => currentCall(calls, live, dismissed, Date.now()), [calls, live, dismissed]);
}
