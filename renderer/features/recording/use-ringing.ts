import { useEffect, useRef } from 'react';
import { callState } from '../../../shared/domain/call-view.ts';
import { useCalls } from '../../stores/calls.ts';

/** Older ones do not begin to ring. */
const newest = 20;

/** Says each time another call begins to ring, or is asked for: then the agent has to hear the phone. */
export function useBeginsToRing(onRing: () => void): void {
  const ringing = useCalls(({ calls }) =>
    calls
      .slice(0, newest)
      .filter((call) => ['originating', 'ringing-caller'].includes(callState(call)))
      .map(({ id }) => id)
      .join('\n'),
  );
  const known = useRef(ringing);
  useEffect(() => {
    const before = new Set(known.current.split('\n'));
    known.current = ringing;
    if (ringing !== '' && ringing.split('\n').some((id) => !before.has(id))) onRing();
  }, [ringing, onRing]);
}
