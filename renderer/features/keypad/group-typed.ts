import { groupForReading } from '../../../shared/domain/destination.ts';

/** Country calling codes of one and two digits (ITU-T E.164); all others have three. */
const countryCode = /^\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;
const longestNational = 11;

/**
 * Groups a number that is still being typed the way it will be grouped when it is complete, so that digits which stand
 * already stay where they are. Takes `+` and 0-9 only.
 */
export function groupTyped(digits: string): string {
  if (digits.startsWith('+')) return groupInternational(digits);
  if (digits.length > longestNational || !/^0[1-9]/.test(digits)) return groupForReading(digits);
  return digits.startsWith('09') ? split(digits, 4, 7) : split(digits, 3, 7);
}

function groupInternational(digits: string): string {
  const code = countryCode.exec(digits)?.[0] ?? digits;
  const rest = digits.slice(code.length);
  return rest === '' ? code : `${code} ${rest.replace(/(\d{3})(?=\d{2,})/g, '$1 ')}`;
}

function split(digits: string, ...places: readonly [number, number]): string {
  const [first, second] = places;
  return [digits.slice(0, first), digits.slice(first, second), digits.slice(second)]
    .filter((group) => group !== '')
    .join(' ');
}
