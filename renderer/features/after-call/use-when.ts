import { dayKey } from '../../text/format-time.ts';
import { useWords } from '../../text/use-words.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A moment to come, or one that went by: today, tomorrow or yesterday by its name, else by its date. */
export function useWhen(): (atMs: number, nowMs: number) => string {
  const { t, clock, date, style } = useWords();
  return (atMs, nowMs) => {
    const time = clock(atMs);
    const day = dayKey(atMs, style);
    if (day === dayKey(nowMs, style)) return t('afterCall.when.today', { time });
    if (day === dayKey(nowMs + dayMs, style)) return t('afterCall.when.tomorrow', { time });
    if (day === dayKey(nowMs - dayMs, style)) return t('afterCall.when.yesterday', { time });
    return t('afterCall.when.date', { date: date(atMs, nowMs), time });
  };
}
