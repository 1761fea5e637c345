import { type DigitScript, localDigits } from './format-duration.ts';

/** A count of many, in groups of three as the digits' script has it. */
export function formatAmount(amount: number, digits: DigitScript): string {
  const grouped = String(amount).replace(/\B(?=(?:\d{3})+$)/g, digits === 'persian' ? '٬' : ',');
  return localDigits(grouped, digits);
}
