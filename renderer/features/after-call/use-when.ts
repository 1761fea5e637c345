import { dayOf } from '../../text/format-time.ts';
import { useWords } from '../../text/use-words.ts';

/** A moment to come, or one that went by: today, tomorrow or yesterday by its name, else by its date. */
export function useWhen(): (atMs: number, nowMs: number) => string {
  const { t, clock, date, style } = useWords();
  return (atMs, nowMs) =>
    t(`afterCall.when.${dayOf(atMs, nowMs, style)}`, { date: date(atMs, nowMs), time: clock(atMs) });
}
