import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import { toLatinDigits } from '../../shared/domain/digits.ts';
import { groupForReading } from '../../shared/domain/group-for-reading.ts';
import { formatAge, formatSpan } from './format-age.ts';
import { formatDecimal, formatMegabytes } from './format-decimal.ts';
import { formatDuration, formatRunning, localDigits } from './format-duration.ts';
import { formatClock, formatDate, formatFullDate, type TimeStyle } from './format-time.ts';

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
  date(atMs: number, nowMs: number, withWeekday?: boolean): string;
  fullDate(atMs: number): string;
  age(ageMs: number): string;
  /** The same without saying that it is past. */
  span(ageMs: number): string;
}

/** Made once at the root, of what is chosen in the settings: rows of long lists ask for them all the time. */
export const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('No words are given here');
  return words;
}

/** The same outside of what is drawn. */
export function wordsIn(plain: TFunction, style: TimeStyle): Words {
  const { digits, language } = style;
  const t = lookedUpOnce(language === 'fa' && digits === 'latin' ? withLatinDigits(plain) : plain);
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
    date: (atMs, nowMs, withWeekday) => formatDate(atMs, nowMs, style, withWeekday),
    fullDate: (atMs) => formatFullDate(atMs, style),
    age: (ageMs) => formatAge(ageMs, t, digits),
    span: (ageMs) => formatSpan(ageMs, t, digits),
  };
}

/** Words into which nothing is put stay as they are as long as their language. */
function lookedUpOnce(t: TFunction): TFunction {
  const known = new Map<unknown, unknown>();
  return new Proxy(t, {
    apply(target, self, given: unknown[]) {
      const [key] = given;
      if (given.length > 1) return Reflect.apply(target, self, given);
      if (!known.has(key)) known.set(key, Reflect.apply(target, self, given));
      return known.get(key);
    },
  });
}

/** The numbers in the Persian sentences themselves follow the choice too. */
function withLatinDigits(t: TFunction): TFunction {
  return new Proxy(t, {
    apply: (target, self, given) => toLatinDigits(String(Reflect.apply(target, self, given))),
  });
}
