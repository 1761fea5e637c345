import type { TFunction } from 'i18next';
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { toLatinDigits } from '../../shared/domain/digits.ts';
import { groupForReading } from '../../shared/domain/group-for-reading.ts';
import { formatAge, formatSpan } from './format-age.ts';
import { formatDecimal, formatMegabytes } from './format-decimal.ts';
import { formatDuration, formatRunning, localDigits } from './format-duration.ts';
import { formatClock, formatDate, formatFullDate, type TimeStyle } from './format-time.ts';

/** How times are written: chosen in the settings, given once at the root. */
export const TimeStyleContext = createContext<TimeStyle>({
  language: 'en',
  calendar: 'gregorian',
  digits: 'latin',
});

export interface Words {
  readonly t: TFunction;
  readonly style: TimeStyle;
  digits(text: string): string;
  /** A telephone number grouped for reading, in the chosen digits. */
  number(number: string): string;
  /** `0.75`: with the separator that goes with the digits. */
  decimal(value: number): string;
  /** Bytes as a number of megabytes, without the unit. */
  megabytes(bytes: number): string;
  duration(seconds: number): string;
  running(seconds: number): string;
  clock(atMs: number, withSeconds?: boolean): string;
  date(atMs: number, nowMs: number): string;
  fullDate(atMs: number): string;
  age(ageMs: number): string;
  /** The same without saying that it is past. */
  span(ageMs: number): string;
}

export function useWords(): Words {
  const { t: plain } = useTranslation();
  const style = useContext(TimeStyleContext);
  return useMemo(() => wordsIn(plain, style), [plain, style]);
}

/** The same outside of what is drawn. */
export function wordsIn(plain: TFunction, style: TimeStyle): Words {
  const { digits, language } = style;
  const t = language === 'fa' && digits === 'latin' ? withLatinDigits(plain) : plain;
  return {
    t,
    style,
    digits: (text) => localDigits(text, digits),
    number: (number) => localDigits(groupForReading(toLatinDigits(number)), digits),
    decimal: (value) => formatDecimal(value, digits),
    megabytes: (bytes) => formatMegabytes(bytes, digits),
    duration: (seconds) => formatDuration(seconds, digits),
    running: (seconds) => formatRunning(seconds, digits),
    clock: (atMs, withSeconds) => formatClock(atMs, style, withSeconds),
    date: (atMs, nowMs) => formatDate(atMs, nowMs, style),
    fullDate: (atMs) => formatFullDate(atMs, style),
    age: (ageMs) => formatAge(ageMs, t, digits),
    span: (ageMs) => formatSpan(ageMs, t, digits),
  };
}

/** The numbers in the Persian sentences themselves follow the choice too. */
function withLatinDigits(t: TFunction): TFunction {
  return new Proxy(t, {
    apply: (target, self, given) => toLatinDigits(String(Reflect.apply(target, self, given))),
  });
}
