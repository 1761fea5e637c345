import { countryDialling } from './country-dialling.ts';
import { isLedNumber, isPlausibleNumber } from './plausible-number.ts';

/** Digits without anything between them. */
export interface Group {
  readonly digits: string;
  readonly plus: boolean;
  readonly start: number;
  readonly end: number;
  /** What stands between it and the group before it in its chain. */
  readonly joint: string;
}

const space = '[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u3000]';
/** Between digits of one number: spaces, one dash, dot, slash or bracket, no more than a few of them. */
const joint = new RegExp(`^${space}{0,2}[-.()/\\\\_\\u2010-\\u2015\\u2212\\u00b7]{0,2}${space}{0,2}\\(?$`);
/** `1. `, `12) ` and `(1) ` at the beginning of a line count the entries of a list; `(21) ` is an area code. */
const ordinalBefore = /(?:^|[\r\n\u2028\u2029])[^\S\r\n]{0,16}(?:\(?[1-9]|[1-9]\d)$/;
const ordinalBehind = /^[.)]\s/;
/** The line, as far as an ordinal takes it. */
const ordinalLength = 24;
/** Digits or signs of a code so near to a number that they may belong to it. */
const digitBefore = /(?:\d[^\p{L}\r\n\d]{1,3}|[*#])$/u;
const digitBehind = /^(?:[^\p{L}\r\n\d]{1,3}\d|[*#])/u;
/** With both signs of an international number. */
const longestDigits = 18;
/** Of a number of another country; with so many it ends where its group does. */
const foreign = { fewestDigits: 10, enoughDigits: 11, mostDigits: 15, fewestGroups: 4, longestGroup: 4 };
const onlySpaces = new RegExp(`^${space}+$`);

/** Groups of digits with nothing between them but what may stand inside one number. */
export function chainsOf(text: string): readonly (readonly Group[])[] {
  const chains: Group[][] = [];
  let last: Group | undefined;
  for (const match of text.matchAll(/(\+ ?\(?)?(?<!\d)(\d+)/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isOrdinal(text, end)) {
      last = undefined;
      continue;
    }
    const between = last === undefined ? '' : text.slice(last.end, start);
    const group = { digits: match[2] ?? '', plus: match[1] !== undefined, start, end, joint: between };
    const joined = last !== undefined && !group.plus && between !== '' && joint.test(between);
    if (joined) chains.at(-1)?.push(group);
    else chains.push([group]);
    last = group;
  }
  return chains;
}

/** Cuts a chain into whole numbers: the longest first, but none that swallows the beginning of a better one. */
export function numbersIn(chain: readonly Group[], countryCode: string): readonly (readonly Group[])[] {
  const numbers: (readonly Group[])[] = [];
  for (let at = 0; at < chain.length; ) {
    const length = longestFrom(chain, at, countryCode);
    if (length > 0) numbers.push(chain.slice(at, at + length));
    at += Math.max(1, length);
  }
  return numbers;
}

/** True when these groups may be less than a number, or more: then they are for a person to look at. */
export function isUncertain(groups: readonly Group[], countryCode: string): boolean {
  const [first] = groups;
  const digits = digitsOf(groups);
  if (first === undefined || isLedNumber(digits, countryCode)) return false;
  if (!isPlausibleNumber(digits, countryCode)) return true;
  if (groups.length > 1 && isLoneDigit(first, countryCode)) return true;
  // A local number with something behind it, such as the last digits of another line.
  return groups.some((_, length) => length > 0 && isPlausibleNumber(digitsOf(groups.slice(0, length)), countryCode));
}

/** True when other digits, or signs of a code, stand beside this part of the text and may belong to it. */
export function isTouched(text: string, start: number, end: number): boolean {
  const lineBefore = text.slice(Math.max(0, start - ordinalLength), start);
  const [ordinal = ''] = /[.)]\s{1,2}\(?$/.exec(lineBefore) ?? [];
  const counted = ordinal !== '' && isOrdinal(text, start - ordinal.length);
  return (!counted && digitBefore.test(lineBefore)) || digitBehind.test(text.slice(end, end + 4));
}

/** Of how many groups the number is that begins with this one; 0 when none does. */
function longestFrom(chain: readonly Group[], at: number, countryCode: string): number {
  const first = chain[at];
  if (first === undefined) return 0;
  const led = isLed(first);
  // Alone it is the beginning of a number where it leads one; else it may belong to a number from elsewhere.
  if (isLoneDigit(first, countryCode)) return foreignFrom(chain, at, countryCode);
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

/**
 * `1-800-555-0199`, `8 (495) 123-45-67`: a digit that more than a space joins to what follows, or one of many short groups,
 * is the beginning of a number, also where the rest alone could be one of this country: who calls that calls a stranger.
 */
function foreignFrom(chain: readonly Group[], at: number, countryCode: string): number {
  const next = chain[at + 1];
  if (next === undefined || (isLed(next) && longestFrom(chain, at + 1, countryCode) > 0)) return 0;
  let length = 1;
  while (at + length < chain.length && digitsOf(chain.slice(at, at + length)).length < foreign.enoughDigits)
    length += 1;
  const groups = chain.slice(at, at + length);
  const short = groups.every(({ digits }) => digits.length <= foreign.longestGroup);
  const joined = !onlySpaces.test(next.joint) || (short && length >= foreign.fewestGroups);
  const digits = digitsOf(groups).length;
  return joined && digits >= foreign.fewestDigits && digits <= foreign.mostDigits ? length : 0;
}

/** One digit, and none with which numbers of this country begin. */
function isLoneDigit(group: Group, countryCode: string): boolean {
  if (isLed(group) || group.digits.length > 1) return false;
  return group.digits !== countryCode && group.digits !== countryDialling(countryCode).nationalPrefix;
}

function isOrdinal(text: string, end: number): boolean {
  return (
    ordinalBehind.test(text.slice(end, end + 2)) &&
    ordinalBefore.test(text.slice(Math.max(0, end - ordinalLength), end))
  );
}

function digitsOf(groups: readonly Group[]): string {
  return (groups[0]?.plus === true ? '+' : '') + groups.map(({ digits }) => digits).join('');
}

function isLed({ digits, plus }: Group): boolean {
  return plus || digits.startsWith('0');
}
