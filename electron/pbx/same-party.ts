import { toLatinDigits } from '../../shared/domain/digits.ts';

/** Shorter ones are extensions and service numbers: these are equal as a whole or not at all. */
const shortestOutsideNumber = 7;

/**
 * Whether a number in a report is the one that was dialled. Trunks add and remove prefixes and country codes, so of
 * outside numbers the end decides.
 */
export function sameParty(found: string | null, wanted: string): boolean {
  const one = significantDigits(found ?? '');
  const other = significantDigits(wanted);
  if (one === other) {
    return one !== '';
  }
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.length >= shortestOutsideNumber && longer.endsWith(shorter);
}

/** What is looked for in the PBX's books: the part of a number that every writing of it has. */
export function searchedNumber(number: string): string {
  const digits = significantDigits(number);
  return digits === '' ? number : digits;
}

function significantDigits(number: string): string {
  const digits = toLatinDigits(number).replace(/[^0-9*#]/g, '');
  return digits.length < shortestOutsideNumber ? digits : digits.replace(/^0+/, '');
}
