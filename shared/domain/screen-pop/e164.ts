import { countryDialling } from '../country-dialling.ts';
import { toLatinDigits } from '../digits.ts';

/** A plus, a country code and the rest. */
const e164 = /^\+[1-9]\d{6,14}$/;

/**
 * The number with its country code, where its own writing tells it: with a plus, with the international prefix, or with the
 * national prefix of the country that is set. Empty where it would have to be guessed.
 */
export function toE164(number: string, countryCode: string): string {
  const written = toLatinDigits(number).replace(/[\s().-]/g, '');
  const { nationalPrefix, internationalPrefix } = countryDialling(countryCode);
  const complete = (candidate: string) => (e164.test(candidate) ? candidate : '');
  if (written.startsWith('+')) return complete(written);
  if (!/^\d+$/.test(written)) return '';
  if (written.startsWith(internationalPrefix)) return complete(`+${written.slice(internationalPrefix.length)}`);
  if (countryCode === '' || nationalPrefix === '' || !written.startsWith(nationalPrefix)) return '';
  const national = written.slice(nationalPrefix.length);
  // An extension or a short code may begin like a national number.
  return /^[1-9]\d{6,}$/.test(national) ? complete(`+${countryCode}${national}`) : '';
}
