import { countryDialling } from '../country-dialling.ts';
import { toLatinDigits } from '../digits.ts';

/** Less is a code alone, or the beginning of another one. */
const leastDigits = 2;

/**
 * What is typed of a number of this country from `+98` or `0098` on, without that: the PBX writes the same number with a zero instead,
 * and a part of it is to find both. Anything else stays as typed.
 */
export function nationalText(typed: string, countryCode: string): string {
  const compact = toLatinDigits(typed).replace(/[^\p{L}\p{N}+*#]/gu, '');
  if (countryCode === '' || !/^\+?\d+$/.test(compact)) return typed;
  const { internationalPrefix } = countryDialling(countryCode);
  const code = ['+', internationalPrefix].map((prefix) => prefix + countryCode).find((one) => compact.startsWith(one));
  const rest = code === undefined ? '' : compact.slice(code.length);
  return rest.length < leastDigits ? typed : rest;
}
