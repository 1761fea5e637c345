import { type CalendarDate, endOfMonth, startOfMonth, startOfWeek } from '@internationalized/date';
import type { PeriodUnit } from '../../stores/numbers.ts';
import { type DateSpan, dateAt, hourStart, weekStart } from '../../text/date-span.ts';
import type { TimeStyle } from '../../text/format-time.ts';

const hoursADay = 24;

/** The day, the week or the month that a day is in, in the agent's calendar. */
export function periodOf(unit: PeriodUnit, day: CalendarDate, style: TimeStyle): DateSpan {
  if (unit === 'day') return { start: day, end: day };
  if (unit === 'month') return { start: startOfMonth(day), end: endOfMonth(day) };
  const start = startOfWeek(day, style.language === 'fa' ? 'fa-IR' : 'en-GB', weekStart(style));
  return { start, end: start.add({ days: 6 }) };
}

/** The one that comes so many later, or earlier. */
export function stepPeriod(unit: PeriodUnit, { start }: DateSpan, by: number, style: TimeStyle): DateSpan {
  const step = unit === 'day' ? { days: by } : unit === 'week' ? { weeks: by } : { months: by };
  return periodOf(unit, start.add(step), style);
}

export function daysOf({ start, end }: DateSpan): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = start; day.compare(end) <= 0; day = day.add({ days: 1 })) days.push(day);
  return days;
}

/**
 * When each hour of each day begins, and when the last one ends. Where clocks are put forward an hour has no time, where they are put
 * back one has twice as much: a day has 24 in any case.
 */
export function hourEdges(span: DateSpan, style: TimeStyle): readonly number[] {
  const hours = Array.from({ length: hoursADay }, (_, hour) => hour);
  const edges = daysOf(span).flatMap((day) => hours.map((hour) => hourStart(day, hour, style)));
  return [...edges, hourStart(span.end.add({ days: 1 }), 0, style)];
}

export function isInPeriod(atMs: number, { start, end }: DateSpan, style: TimeStyle): boolean {
  const day = dateAt(atMs, style);
  return day.compare(start) >= 0 && day.compare(end) <= 0;
}
