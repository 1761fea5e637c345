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
  '1': { led: [11], bare: [7, 10] },
  '7': { led: [11], bare: [7, 10] },
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
  if (isLedNumber(digits, countryCode)) return true;
  const bare = lengths[countryCode]?.bare;
  return !digits.startsWith('0') && (bare?.includes(digits.length) ?? isWithin(digits.length, local));
}

/** True for a whole number that says by its first digits where it begins: a plus, the zero of a national number, a country code. */
export function isLedNumber(digits: string, countryCode: string): boolean {
  if (/^(?:\+|00)/.test(digits)) return isPlausibleNumber(digits, countryCode);
  const { nationalPrefix } = countryDialling(countryCode);
  if (digits.startsWith('0') || (nationalPrefix !== '' && digits.startsWith(nationalPrefix))) {
    const led = lengths[countryCode]?.led;
    if (led?.includes(digits.length) ?? isWithin(digits.length, national)) return true;
  }
  const withCountryCode = countryCode !== '' && digits.startsWith(countryCode) && digits.length > local.most;
  return withCountryCode && isPlausibleNumber(`+${digits}`, countryCode);
}

function isWithin(length: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return length >= least && length <= most;
}
