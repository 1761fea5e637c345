import { type DigitScript, localDigits } from './format-duration.ts';

const megabyte = 1024 * 1024;

/** `0.75`, `۰٫۷۵`. */
export function formatDecimal(value: number, digits: DigitScript): string {
  const written = String(value);
  return localDigits(digits === 'persian' ? written.replace('.', '٫') : written, digits);
}

/** One decimal where the number is small; never nothing where there is something. */
export function formatMegabytes(bytes: number, digits: DigitScript): string {
  const exact = bytes / megabyte;
  const rounded = exact >= 10 ? Math.round(exact) : Math.round(exact * 10) / 10;
  return formatDecimal(bytes > 0 ? Math.max(0.1, rounded) : 0, digits);
}
