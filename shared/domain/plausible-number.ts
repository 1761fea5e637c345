import { countryDialling } from './country-dialling.ts';

/** E.164: at most fifteen digits, and no number of the world has fewer than seven with its country code. */
const international = { least: 8, most: 15 };
/** With the digits before a national number, and without them or the area code. */
const national = { least: 9, most: 12 };
const local = { least: 7, most: 10 };

/** With the longest prefix. */
const longestWritten = 20;

/**
 * How long complete numbers are where that is known, by country: led by the national prefix, and without it. Elsewhere the
 * limits above have to do.
 */
const lengths: Readonly<Record<string, { readonly led: readonly number[]; readonly bare: readonly number[] }>> = {
  '98': { led: [11], bare: [7, 8, 10] },
};

/** True for digits as written (a plus may lead them) that can be a whole number of a subscriber: neither a part of one nor two. */
export function isPlausibleNumber(digits: string, countryCode: string): boolean {
  if (digits.length < local.least || digits.length > longestWritten) return false;
  const { nationalPrefix, internationalPrefix } = countryDialling(countryCode);
  const abroad = ['+', '00', internationalPrefix].find((prefix) => digits.startsWith(prefix));
  if (abroad !== undefined) {
    const rest = digits.slice(abroad.length);
    // `+98` and the national number, of which the zero may be written as well.
    const own = countryCode !== '' && rest.startsWith(countryCode) ? lengths[countryCode] : undefined;
    if (own !== undefined) {
      const subscriber = rest.slice(countryCode.length).replace(/^0/, '');
      return own.led.includes(subscriber.length + nationalPrefix.length);
    }
    return isWithin(rest.length, international) && !rest.startsWith('0');
  }
  const known = lengths[countryCode];
  if (digits.startsWith('0')) return known?.led.includes(digits.length) ?? isWithin(digits.length, national);
  const withCountryCode = countryCode !== '' && digits.startsWith(countryCode);
  if (withCountryCode && isPlausibleNumber(`+${digits}`, countryCode) && digits.length > local.most) return true;
  return known?.bare.includes(digits.length) ?? isWithin(digits.length, local);
}

function isWithin(length: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return length >= least && length <= most;
}
