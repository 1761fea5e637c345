import { useEffect, useState } from 'react';

/** True once `waiting` has lasted for `afterMs`: a wait shorter than that shows nothing. */
export function useLater(waiting: boolean, afterMs = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting, afterMs]);
  return late;
}
