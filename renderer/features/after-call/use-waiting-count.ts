import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import type { Waiting } from '../../ui/tab-strip.tsx';
import { useMissedCount } from '../history/use-missed-count.ts';
import { useWorkCounts } from './use-work-counts.ts';

/** What waits behind the tab of the history: calls that were missed come first in the count, in words all of it is said. */
export function useWaitingCount(): Waiting | null {
  const { digits } = useWords();
  const missed = useMissedCount();
  const { awaiting, due } = useSnapshot((state) => state.afterCall);
  const counts = useWorkCounts();
  const words = [missed?.words, counts.due, counts.awaiting].filter((part) => part != null).join(', ');
  if (missed !== null) return { ...missed, words };
  const waits = due > 0 ? due : awaiting;
  return waits === 0 ? null : { count: digits(String(waits)), words, fresh: due > 0 };
}
