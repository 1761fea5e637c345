import { useEffect } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import { type DialPlace, forgetProblemAt, useDialling } from '../../stores/dialling.ts';

/** Why nothing was sent from one place; forgotten with the view that shows it, so that it does not greet on return. */
export function useProblemAt(place: DialPlace): DialerError | null {
  useEffect(() => {
    forgetProblemAt(place);
    return () => forgetProblemAt(place);
  }, [place]);
  return useDialling(({ problem }) => (problem?.place === place ? problem.error : null));
}
