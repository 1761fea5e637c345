import { parseDestination } from '../destination.ts';
import { toLatinDigits } from '../digits.ts';

/**
 * What `sameNumber` takes for one party has these many last digits in common, or is equal: numbers are looked up by them and then compared.
 * Zeros at the beginning do not count.
 */
const endingLength = 7;

export interface NumberKey {
  /** As it is compared: 0-9, `*` and `#` only. */
  readonly digits: string;
  /** Without zeros at the beginning, which are written in one country and left out in the next. */
  readonly significant: string;
  readonly ending: string;
}

/** Nearly all are written like this, and have nothing that is to be left out. */
const plain = /^\+?[\d -]*$/;

/** The key of a number in any writing, as it stands in an address book; null when there is nothing to dial in it. */
export function writtenNumberKey(written: string): NumberKey | null {
  if (plain.test(written)) return numberKey(written.replace('+', '00'));
  // The same key whatever country is set: `+98` and `0` differ at the beginning only, which is not compared.
  const parsed = parseDestination(written, { countryCode: '' });
  return numberKey(parsed.ok ? parsed.value.digits : written);
}

/** The key of a number as calls have it. */
export function numberKey(number: string): NumberKey | null {
  const digits = toLatinDigits(number).replace(/[^\d*#]/g, '');
  if (digits === '') return null;
  const significant = digits.replace(/^0+/, '');
  return { digits, significant, ending: significant.slice(-endingLength) };
}
