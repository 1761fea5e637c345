import { type DiallingRules, destinationKind, parseDestination, sameNumber } from './destination.ts';
import { toLatinDigits } from './digits.ts';
import { isCalledSomethingElse, withoutOtherNumbers } from './not-numbers.ts';
import { chainsOf, type Group, isTouched, isUncertain, numbersIn } from './number-chains.ts';
import { isPlausibleNumber } from './plausible-number.ts';
import { dialledLater, invisible } from './written-number.ts';

/** What is longer is a book, not something an agent picks a number from; it is read as far as that. */
export const longestTextSearched = 100_000;
/** More than anybody looks through. */
const mostNumbers = 30;
/** A short text may be one number of any kind, also an extension or a code. */
const longestSingle = 64;

export interface FoundNumber {
  /** As it is dialled. */
  readonly digits: string;
  /** The extension behind it, which the PBX cannot dial; null when there is none. */
  readonly extension: string | null;
  /**
   * A whole number of a subscriber, beyond doubt. False for short ones and codes, which only a text that is nothing else is
   * taken for, and where other digits stand so near that the number may begin or end elsewhere.
   */
  readonly complete: boolean;
}

const extensionBehind =
  /^[\s)]{0,3}[,;]?\s{0,3}(?:ext(?:ension|n)?\b|x(?=[\s.:]?\d)|داخلی)[\s.:=]{0,3}(\d{1,6})(?!\d)/i;
const pauseBehind = /^[,،]{1,8}[ \t]?[\d,،*#]{1,24}/;
/** `A123` is no number of a telephone; a script without capitals is often written without the space. */
const latinBefore = /[A-Za-z_]$/;
const latinBehind = /^[A-Za-z_]/;

/** Every telephone number in a text of any kind and script, in its order, each once. */
export function findNumbers(text: string, rules: DiallingRules): readonly FoundNumber[] {
  const read = text.slice(0, longestTextSearched);
  const characters = toLatinDigits(read)
    .replace(invisible, '')
    .replace(/\uff0b/g, '+');
  const searched = withoutOtherNumbers(characters);
  const single = searched === characters ? singleNumber(characters, rules) : null;
  if (single !== null) return [single];
  const found: FoundNumber[] = [];
  for (const chain of chainsOf(searched)) {
    for (const groups of numbersIn(chain, rules.countryCode)) {
      const number = toFound({ searched, characters }, groups, rules);
      if (number === null || found.some(({ digits }) => sameNumber(digits, number.digits))) continue;
      found.push(number);
      if (found.length === mostNumbers) return found;
    }
  }
  return found;
}

function singleNumber(text: string, rules: DiallingRules): FoundNumber | null {
  if (text.length > longestSingle || /\p{L}/u.test(text.replace(/^\s*(?:tel|callto|sips?):/i, ''))) return null;
  const parsed = parseDestination(text, rules);
  if (!parsed.ok) return null;
  const { digits, kind } = parsed.value;
  if (kind === 'outside' && !isPlausibleNumber(digits, rules.countryCode)) return null;
  const [chain = [], ...others] = chainsOf(text);
  const certain = others.length === 0 && !isUncertain(chain, rules.countryCode);
  return { digits, extension: dialledLater(text), complete: kind === 'outside' && certain };
}

function toFound(
  { searched, characters }: { readonly searched: string; readonly characters: string },
  groups: readonly Group[],
  rules: DiallingRules,
): FoundNumber | null {
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? 0;
  const behind = searched.slice(end, end + 24);
  const extension =
    extensionBehind.exec(behind)?.[1] ??
    dialledLater(searched.slice(start, end) + (pauseBehind.exec(behind)?.[0] ?? ''));
  if (extension === null && latinBehind.test(behind)) return null;
  if (latinBefore.test(searched.slice(Math.max(0, start - 1), start)) || isCalledSomethingElse(searched, start)) {
    return null;
  }
  const parsed = parseDestination(searched.slice(start, end), rules);
  if (!parsed.ok || destinationKind(parsed.value.digits) !== 'outside') return null;
  const complete = !isUncertain(groups, rules.countryCode) && !isTouched(characters, start, end);
  return { digits: parsed.value.digits, extension, complete };
}
