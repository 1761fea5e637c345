import { countryDialling } from './country-dialling.ts';

/** Country calling codes of one and two digits (ITU-T E.164); all others have three. */
const countryCode = /^\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;
const longestNational = 11;

/**
 * A caller's number with the country code and no plus, as many exchanges tell it, in the form that is read here: 989351112233 is
 * 09351112233. For reading alone: what is called stays as it was told.
 */
export function nationalForReading(digits: string, countryCode: string): string {
  const { nationalPrefix } = countryDialling(countryCode);
  const national = nationalPrefix + digits.slice(countryCode.length);
  const isNational = nationalPrefix === '0' && /^0[1-9]\d+$/.test(national) && national.length === longestNational;
  return countryCode !== '' && digits.startsWith(countryCode) && isNational ? national : digits;
}

/**
 * Groups digits for reading, never for sending: `0912 345 6789`, `021 8877 6655`, `+49 301 ...`. One that is still being typed is
 * grouped the way it will be when it is complete, so that digits which stand already stay where they are.
 */
export function groupForReading(digits: string): string {
  if (/^\+\d+$/.test(digits)) return groupInternational(digits);
  if (!/^\d+$/.test(digits)) return digits;
  if (/^0[1-9]/.test(digits) && digits.length <= longestNational) {
    return digits.startsWith('09') ? split(digits, 4, 7) : split(digits, 3, 7);
  }
  if (digits.startsWith('00') && digits.length >= 8) return `${digits.slice(0, 4)} ${inThrees(digits.slice(4))}`;
  return digits.length >= 7 ? inThrees(digits) : digits;
}

function groupInternational(digits: string): string {
  const code = countryCode.exec(digits)?.[0] ?? digits;
  const rest = digits.slice(code.length);
  return rest === '' ? code : `${code} ${inThrees(rest)}`;
}

function inThrees(digits: string): string {
  return digits.replace(/(\d{3})(?=\d{2,})/g, '$1 ');
}

function split(digits: string, ...places: readonly [number, number]): string {
  const [first, second] = places;
  return [digits.slice(0, first), digits.slice(first, second), digits.slice(second)]
    .filter((group) => group !== '')
    .join(' ');
}
