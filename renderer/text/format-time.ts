import {
  DateFormatter,
  fromAbsolute,
  getLocalTimeZone,
  isSameDay,
  toCalendarDate,
  toZoned,
} from '@internationalized/date';
import type { Language } from '../../shared/language.ts';
import { type DigitScript, localDigits } from './format-duration.ts';

export interface TimeStyle {
  readonly language: Language;
  readonly calendar: 'gregorian' | 'persian';
  readonly digits: DigitScript;
  /** The computer's own zone unless a test says otherwise. */
  readonly timeZone?: string;
}

export type Day = { readonly kind: 'today' } | { readonly kind: 'yesterday' } | { readonly kind: 'date' };

/** Time of day, always 24 hours. */
export function formatClock(atMs: number, style: TimeStyle, withSeconds = false): string {
  const at = fromAbsolute(atMs, zoneOf(style));
  const parts = withSeconds ? [at.hour, at.minute, at.second] : [at.hour, at.minute];
  return localDigits(parts.map((part) => String(part).padStart(2, '0')).join(':'), style.digits);
}

/** `Thursday 19 November`, with the year when it is not this one; in the chosen calendar. */
export function formatDate(atMs: number, nowMs: number, style: TimeStyle): string {
  const dayParts = partsOf(atMs, style);
  const sameYear = dayParts.year === partsOf(nowMs, style).year;
  const dayAndMonth = `${dayParts.day} ${dayParts.month}`;
  const text = sameYear ? `${dayParts.weekday} ${dayAndMonth}` : `${dayAndMonth} ${dayParts.year}`;
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

export function dayOf(atMs: number, nowMs: number, style: TimeStyle): Day {
  const day = toCalendarDate(fromAbsolute(atMs, zoneOf(style)));
  const today = toCalendarDate(fromAbsolute(nowMs, zoneOf(style)));
  if (isSameDay(day, today)) return { kind: 'today' };
  if (isSameDay(day, today.subtract({ days: 1 }))) return { kind: 'yesterday' };
  return { kind: 'date' };
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

const formatters = new Map<string, DateFormatter>();

function partsOf(atMs: number, style: TimeStyle): Record<'weekday' | 'day' | 'month' | 'year', string> {
  // Latin digits throughout; `localDigits` writes them at the end, in one place.
  const locale = `${style.language === 'fa' ? 'fa-IR' : 'en-GB'}-u-ca-${style.calendar === 'persian' ? 'persian' : 'gregory'}-nu-latn`;
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
