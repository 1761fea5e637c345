import type { CallCount } from '../../../stores/history.ts';
import { amountOf } from '../../../text/amount-of.ts';
import { formatAmount } from '../../../text/format-amount.ts';
import { useWords } from '../../../text/use-words.ts';

/** `214 calls`, or that there are more than were counted; empty until it is known. */
export function useCountWords(total: CallCount | null): string {
  const { t, style } = useWords();
  if (total === null) return '';
  const amount = formatAmount(total.count, style.digits);
  return t(`historyFilter.count.${total.more ? 'more' : amountOf(total.count)}`, { amount });
}
