import { useEffect, useSyncExternalStore } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { tellMissedSeen } from '../../stores/calls.ts';

/** While the list is in front of the agent what was missed is seen; behind another window nobody sees it. */
export function useMissedSeen(): void {
  const unseen = useSnapshot((state) => state.missed.unseen);
  const looking = useSyncExternalStore(followFocus, () => document.hasFocus());
  useEffect(() => {
    if (looking && unseen > 0) tellMissedSeen();
  }, [looking, unseen]);
}

function followFocus(changed: () => void): () => void {
  window.addEventListener('focus', changed);
  window.addEventListener('blur', changed);
  return () => {
    window.removeEventListener('focus', changed);
    window.removeEventListener('blur', changed);
  };
}
