import { type DiallingRules, destinationKind, parseDestination, sameNumber } from './destination.ts';
import { toLatinDigits } from './digits.ts';
import { isCalledSomethingElse, withoutOtherNumbers } from './not-numbers.ts';
import { isPlausibleNumber } from './plausible-number.ts';
import { invisible } from './written-number.ts';

/** What is longer is a page, not something an agent picks a number from; it is read as far as that. */
export const longestTextSearched = 20_000;
/** More than anybody looks through. */
const mostNumbers = 30;
/** A short text may be one number of any kind, also an extension or a code. */
const longestSingle = 64;

export interface FoundNumber {
  /** As it is dialled. */
  readonly digits: string;
  /** The extension behind it, which the PBX cannot dial; null when there is none. */
  readonly extension: string | null;
  /** A whole number of a subscriber. False for short ones and codes, which only a text that is nothing else is taken for. */
  readonly complete: boolean;
}

interface Group {
  readonly digits: string;
  readonly plus: boolean;
  readonly start: number;
  readonly end: number;
}

/** Between digits of one number: spaces, one dash, dot, slash or bracket, no more than a few of them. */
const joint =
  /^[ \t\u00a0\u2000-\u200a\u202f\u3000]{0,2}[-.()/\\_\u2010-\u2015\u2212\u00b7]{0,2}[ \t\u00a0\u2000-\u200a\u202f\u3000]{0,2}\(?$/;
const extensionBehind =
  /^[\s)]{0,3}[,;]?\s{0,3}(?:ext(?:ension|n)?\b|x(?=[\s.:]?\d)|داخلی)[\s.:=]{0,3}(\d{1,6})(?!\d)/i;
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
      const number = toFound(searched, groups, rules);
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
  return { digits, extension: null, complete: kind === 'outside' };
}

/** Groups of digits with nothing between them but what may stand inside one number. */
function chainsOf(text: string): readonly (readonly Group[])[] {
  const chains: Group[][] = [];
  let last: Group | undefined;
  for (const match of text.matchAll(/(\+ ?\(?)?(?<!\d)(\d+)/g)) {
    const start = match.index;
    const group = { digits: match[2] ?? '', plus: match[1] !== undefined, start, end: start + match[0].length };
    const between = last === undefined ? '' : text.slice(last.end, start);
    const joined = last !== undefined && !group.plus && between !== '' && joint.test(between);
    if (joined) chains.at(-1)?.push(group);
    else chains.push([group]);
    last = group;
  }
  return chains;
}

/** Cuts a chain into whole numbers: the longest first, but none that swallows the beginning of a better one. */
function numbersIn(chain: readonly Group[], countryCode: string): readonly (readonly Group[])[] {
  const numbers: (readonly Group[])[] = [];
  for (let at = 0; at < chain.length; ) {
    const length = longestFrom(chain, at, countryCode);
    if (length > 0) numbers.push(chain.slice(at, at + length));
    at += Math.max(1, length);
  }
  return numbers;
}

/** Of how many groups the number is that begins with this one; 0 when none does. */
function longestFrom(chain: readonly Group[], at: number, countryCode: string): number {
  const first = chain[at];
  if (first === undefined) return 0;
  const led = isLed(first);
  // The number of a list, or of a person's line, is no part of what follows it.
  if (!led && first.digits.length === 1 && first.digits !== countryCode) return 0;
  let digits = first.plus ? '+' : '';
  let longest = 0;
  for (let next = at; next < chain.length; next += 1) {
    const group = chain[next];
    if (group === undefined) break;
    const better = next > at && !led && isLed(group) && longestFrom(chain, next, countryCode) > 0;
    if (better) break;
    // `+98 (0)912`: the zero is there for reading only.
    if (!(first.plus && group.digits === '0')) digits += group.digits;
    if (digits.length > longestDigits) break;
    if (isPlausibleNumber(digits, countryCode)) longest = next - at + 1;
  }
  return longest;
}

/** With both signs of an international number. */
const longestDigits = 18;

function isLed({ digits, plus }: Group): boolean {
  return plus || digits.startsWith('0');
}

function toFound(text: string, groups: readonly Group[], rules: DiallingRules): FoundNumber | null {
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? 0;
  const behind = text.slice(end, end + 24);
  const extension = extensionBehind.exec(behind)?.[1] ?? null;
  if (extension === null && latinBehind.test(behind)) return null;
  if (latinBefore.test(text.slice(Math.max(0, start - 1), start)) || isCalledSomethingElse(text, start)) return null;
  const parsed = parseDestination(text.slice(start, end), rules);
  if (!parsed.ok || destinationKind(parsed.value.digits) !== 'outside') return null;
  return { digits: parsed.value.digits, extension, complete: true };
}
