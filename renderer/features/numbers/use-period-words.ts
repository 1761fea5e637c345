import { dateWords, monthWords, spanWords } from '../../text/date-span.ts';
import { useWords } from '../../text/use-words.ts';
import type { Period } from './use-period.ts';

/** `Today, Sunday 22 November`, `16 – 22 November 2026`, `November 2026`. */
export function usePeriodWords({ unit, span, isNow, today }: Period): string {
  const { t, style } = useWords();
  if (unit === 'month') return monthWords(span.start, style);
  if (unit === 'day') {
    const words = dateWords(span.start, today, style);
    return isNow ? t('numbers.todayIs', { date: words }) : words;
  }
  const [first, last] = spanWords(span, style);
  return first === null ? last : `${first} – ${last}`;
}
