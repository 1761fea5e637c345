import { type CalendarDate, GregorianCalendar, parseDate, toCalendar } from '@internationalized/date';
import { choosePeriod, type PeriodUnit, useNumbers } from '../../stores/numbers.ts';
import { calendarOf, type DateSpan, dateAt } from '../../text/date-span.ts';
import type { TimeStyle } from '../../text/format-time.ts';
import { useWords } from '../../text/use-words.ts';
import { useNow } from '../../ui/use-now.ts';
import { isInPeriod, periodOf, stepPeriod } from './period.ts';

export interface Period {
  readonly unit: PeriodUnit;
  readonly span: DateSpan;
  readonly today: CalendarDate;
  /** Today is in it, so nothing comes after it. */
  readonly isNow: boolean;
  step(by: 1 | -1): void;
  toNow(): void;
}

export function usePeriod(): Period {
  const { style } = useWords();
  const now = useNow(60_000);
  const unit = useNumbers((store) => store.unit);
  const day = useNumbers((store) => store.day);
  const today = dateAt(now, style);
  const span = periodOf(unit, day === null ? today : inCalendar(day, style), style);
  const isNow = isInPeriod(now, span, style);
  const go = (to: DateSpan) => choosePeriod({ day: isInPeriod(now, to, style) ? null : keptDay(to.start) });
  return {
    unit,
    span,
    today,
    isNow,
    step(by) {
      if (by === -1 || !isNow) go(stepPeriod(unit, span, by, style));
    },
    toNow: () => choosePeriod({ day: null }),
  };
}

function inCalendar(day: string, style: TimeStyle): CalendarDate {
  return toCalendar(parseDate(day), calendarOf(style));
}

function keptDay(day: CalendarDate): string {
  return toCalendar(day, new GregorianCalendar()).toString();
}
