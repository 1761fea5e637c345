import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';

/** What waits, in words; null: nothing of the kind. */
export function useWorkCounts() {
  const { t, digits } = useWords();
  const { awaiting, due, open } = useSnapshot((state) => state.afterCall);
  const said = (kind: 'awaiting' | 'due' | 'open', count: number) =>
    count === 0 ? null : t(`afterCall.count.${kind}${count === 1 ? 'One' : 'Many'}`, { count: digits(String(count)) });
  return { awaiting: said('awaiting', awaiting), due: said('due', due), open: said('open', open) };
}
