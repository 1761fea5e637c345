import {
  type Calendar,
  type CalendarDate,
  endOfMonth,
  fromAbsolute,
  GregorianCalendar,
  getLocalTimeZone,
  PersianCalendar,
  parseDate,
  startOfMonth,
  startOfWeek,
  Time,
  toCalendar,
  toCalendarDate,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date';
import type { WishedDays } from '../../shared/domain/history/history-wish.ts';
import { formatDate, formatDay, formatWeekday, type TimeStyle } from './format-time.ts';

/** Days from the first to the last, both included. */
export interface DateSpan {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** In Iran a week begins on Saturday, whatever the language of the program. */
export function weekStart({ calendar, language }: TimeStyle): 'sat' | 'mon' {
  return calendar === 'persian' || language === 'fa' ? 'sat' : 'mon';
}

export function calendarOf({ calendar }: TimeStyle): Calendar {
  return calendar === 'persian' ? new PersianCalendar() : new GregorianCalendar();
}

/** The day that a moment is in, in the agent's calendar. */
export function dateAt(atMs: number, style: TimeStyle): CalendarDate {
  return toCalendar(toCalendarDate(fromAbsolute(atMs, zoneOf(style))), calendarOf(style));
}

/** Which days are meant now: week and month are those of the agent's calendar. */
export function spanOf(days: WishedDays, nowMs: number, style: TimeStyle): DateSpan {
  const today = dateAt(nowMs, style);
  switch (days.kind) {
    case 'today':
      return { start: today, end: today };
    case 'yesterday': {
      const yesterday = today.subtract({ days: 1 });
      return { start: yesterday, end: yesterday };
    }
    case 'this-week': {
      const start = startOfWeek(today, style.language === 'fa' ? 'fa-IR' : 'en-GB', weekStart(style));
      return { start, end: start.add({ days: 6 }) };
    }
    case 'this-month':
      return { start: startOfMonth(today), end: endOfMonth(today) };
    case 'days': {
      const [start, end] = [days.first, days.last]
        .map((day) => toCalendar(parseDate(day), calendarOf(style)))
        .sort(byDay);
      return { start: start ?? today, end: end ?? today };
    }
  }
}

/** As it is kept, whichever calendar it was chosen in. */
export function wishedDays({ start, end }: DateSpan): WishedDays {
  const kept = (date: CalendarDate) => toCalendar(date, new GregorianCalendar()).toString();
  return { kind: 'days', first: kept(start), last: kept(end) };
}

/** From the first moment of the first day to the first one after the last; days are shorter or longer where clocks change. */
export function momentsOf(
  { start, end }: DateSpan,
  style: TimeStyle,
): { readonly fromMs: number; readonly toMs: number } {
  return { fromMs: hourStart(start, 0, style), toMs: hourStart(end.add({ days: 1 }), 0, style) };
}

/** The first moment of an hour of a day; of one that is left out where clocks change, the moment at which they do. */
export function hourStart(day: CalendarDate, hour: number, style: TimeStyle): number {
  // In other calendars the library looks for days on which clocks change by the wrong numbers.
  const wall = toCalendarDateTime(toCalendar(day, new GregorianCalendar()), new Time(hour));
  return toZoned(wall, zoneOf(style)).toDate().getTime();
}

/** The two ends, the first without what it has in common with the last: `3` and `7 Tir 1405`. Null: it is one day. */
export function spanWords({ start, end }: DateSpan, style: TimeStyle): readonly [first: string | null, last: string] {
  const last = formatDay(middayOf(end, style), style, ['day', 'month', 'year']);
  if (start.compare(end) === 0) return [null, last];
  const sameYear = start.year === end.year;
  const inMonth = sameYear && start.month === end.month;
  const wanted = (['day', 'month', 'year'] as const).slice(0, inMonth ? 1 : sameYear ? 2 : 3);
  return [formatDay(middayOf(start, style), style, wanted), last];
}

/** The month that a day is in, with its year. */
export function monthWords(date: CalendarDate, style: TimeStyle): string {
  return formatDay(middayOf(date, style), style, ['month', 'year']);
}

/** `Sunday 22 November`, with the year where it is not that of `now`. */
export function dateWords(date: CalendarDate, now: CalendarDate, style: TimeStyle): string {
  return formatDate(middayOf(date, style), middayOf(now, style), style);
}

/** As narrow as it is still understood. */
export function weekdayWords(date: CalendarDate, style: TimeStyle): string {
  return formatWeekday(middayOf(date, style), style);
}

function middayOf(date: CalendarDate, style: TimeStyle): number {
  return toZoned(date, zoneOf(style)).add({ hours: 12 }).toDate().getTime();
}

function byDay(a: CalendarDate, b: CalendarDate): number {
  return a.compare(b);
}

function zoneOf(style: TimeStyle): string {
  return style.timeZone ?? getLocalTimeZone();
}
