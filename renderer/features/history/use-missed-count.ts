import { missedInWords } from '../../../shared/domain/missed/most-missed.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import type { Waiting } from '../../ui/tab-strip.tsx';

/** Beyond it nobody counts. */
const mostShown = 99;

/** How many numbers called in vain and were not called back, at the tab of the history as in the tray; null while there is none. */
export function useMissedCount(): Waiting | null {
  const { t, digits } = useWords();
  const unhandled = useSnapshot((state) => state.missed.unhandled);
  const unseen = useSnapshot((state) => state.missed.unseen);
  if (unhandled === 0) return null;
  const shown = unhandled > mostShown ? `${mostShown}+` : String(unhandled);
  return {
    count: digits(shown),
    words: t('tabs.missed', { value: digits(missedInWords(unhandled)) }),
    fresh: unseen > 0,
  };
}
