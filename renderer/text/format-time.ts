import { DateFormatter, fromAbsolute, getLocalTimeZone, toCalendarDate, toZoned } from '@internationalized/date';
import type { Language } from '../../shared/language.ts';
import { type DigitScript, localDigits } from './format-duration.ts';

export interface TimeStyle {
  readonly language: Language;
  readonly calendar: 'gregorian' | 'persian';
  readonly digits: DigitScript;
  /** The computer's own zone unless a test says otherwise. */
  readonly timeZone?: string;
}

export type Day = 'yesterday' | 'today' | 'tomorrow' | 'date';

/** Time of day, always 24 hours. */
export function formatClock(atMs: number, style: TimeStyle, withSeconds = false): string {
  const at = fromAbsolute(atMs, zoneOf(style));
  const parts = withSeconds ? [at.hour, at.minute, at.second] : [at.hour, at.minute];
  return localDigits(parts.map((part) => String(part).padStart(2, '0')).join(':'), style.digits);
}

/** `Thursday 19 November`, with the year when it is not this one; in the chosen calendar. */
export function formatDate(atMs: number, nowMs: number, style: TimeStyle, withWeekday = true): string {
  const dayParts = partsOf(atMs, style);
  const sameYear = dayParts.year === partsOf(nowMs, style).year;
  const dayAndMonth = `${dayParts.day} ${dayParts.month}`;
  const inYear = withWeekday ? `${dayParts.weekday} ${dayAndMonth}` : dayAndMonth;
  const text = sameYear ? inYear : `${dayAndMonth} ${dayParts.year}`;
  return localDigits(text, style.digits);
}

/** `19 November 2026` in the chosen calendar. */
export function formatFullDate(atMs: number, style: TimeStyle): string {
  return formatDay(atMs, style, ['day', 'month', 'year']);
}

/** So much of a date as is asked for. */
export function formatDay(atMs: number, style: TimeStyle, wanted: readonly ('day' | 'month' | 'year')[]): string {
  const parts = partsOf(atMs, style);
  return localDigits(wanted.map((part) => parts[part]).join(' '), style.digits);
}

/** `Sun`; in Persian one letter, as on its calendars: the names are long. */
export function formatWeekday(atMs: number, style: TimeStyle): string {
  const [locale, weekday] = style.language === 'fa' ? (['fa-IR', 'narrow'] as const) : (['en-GB', 'short'] as const);
  return new DateFormatter(locale, { weekday, timeZone: zoneOf(style) }).format(new Date(atMs));
}

const named: Readonly<Record<number, Day>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };

/** By what name people call the day of a moment; not every one has 24 hours. */
export function dayOf(atMs: number, nowMs: number, style: TimeStyle): Day {
  const [day, today] = [atMs, nowMs].map((ms) => toCalendarDate(fromAbsolute(ms, zoneOf(style))));
  return (day && today && named[day.compare(today)]) ?? 'date';
}

/** The same for all moments of one day in the given zone; groups a list by day. */
export function dayKey(atMs: number, style: TimeStyle): string {
  return toCalendarDate(fromAbsolute(atMs, zoneOf(style))).toString();
}

/** The first moment of the day that a moment is in. */
export function dayStart(atMs: number, style: TimeStyle): number {
  const zone = zoneOf(style);
  return toZoned(toCalendarDate(fromAbsolute(atMs, zone)), zone)
    .toDate()
    .getTime();
}

function zoneOf(style: TimeStyle): string {
  return style.timeZone ?? getLocalTimeZone();
}

/** The locale by which controls and formatters know the calendar and the digits. */
export function calendarLocale({ language, calendar, digits }: TimeStyle): string {
  const [ca, nu] = [calendar === 'persian' ? 'persian' : 'gregory', digits === 'persian' ? 'arabext' : 'latn'];
  return `${language === 'fa' ? 'fa-IR' : 'en-GB'}-u-ca-${ca}-nu-${nu}`;
}

const formatters = new Map<string, DateFormatter>();

function partsOf(atMs: number, style: TimeStyle): Record<'weekday' | 'day' | 'month' | 'year', string> {
  // Latin digits throughout; `localDigits` writes them at the end, in one place.
  const locale = calendarLocale({ ...style, digits: 'latin' });
  const timeZone = zoneOf(style);
  const key = `${locale} ${timeZone}`;
  const formatter =
    formatters.get(key) ??
    new DateFormatter(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone });
  formatters.set(key, formatter);
  const found = { weekday: '', day: '', month: '', year: '' };
  for (const part of formatter.formatToParts(new Date(atMs))) {
    if (part.type === 'weekday' || part.type === 'day' || part.type === 'month' || part.type === 'year') {
      found[part.type] = part.value;
    }
  }
  return found;
}
