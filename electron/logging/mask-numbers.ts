import { toLatinDigits } from '../../shared/domain/digits.ts';

/** Of any script: a number is one in each of them. */
const digit = '\\p{Nd}';
const notInNumber = `(?<!${digit})`;
const endsHere = `(?!${digit})`;

/** Digits that are no telephone number, and that a log is read for. */
const readable = [
  // IPv4 addresses, with their port or the size of a range.
  String.raw`(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5}|/\d{1,2})?(?!\.?\d)`,
  // The port of a named host, of an IPv6 address, or of a field that says so.
  String.raw`(?:(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}|\blocalhost|\[[0-9a-f:.]+\]):\d{1,5}(?!\d)`,
  String.raw`\bport\\*["']?\s*[:=]?\s*\d{1,5}(?!\d)`,
  // Dates (Gregorian and Jalali) and times.
  String.raw`${notInNumber}(?:1[34]|19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d(?!-?\d)(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?`,
  String.raw`${notInNumber}\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?!:?\d)`,
  // Durations.
  String.raw`${notInNumber}(?<!\.)\d{1,7}(?:\.\d{1,9})?\s?ms\b`,
  String.raw`[a-z]Ms\\*["']?\s*[:=]\s*\d+(?!\d)`,
  // Places in source files, and UUIDs.
  String.raw`\.[cm]?[jt]sx?:\d+(?::\d+)?`,
  String.raw`\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b`,
].join('|');

const separator = String.raw`(?:[ \u00a0]?[(][ \u00a0]?|[)]?[ \u00a0.-]|[)])`;
// A group that is a time or an address of its own, or a whole number, belongs to no number before it.
const nextGroup = `${separator}(?!${readable}|[0\\u06f0\\u0660]${digit}{8})${digit}{2,}`;
const grouped = String.raw`(?<!${digit}[.]?)(?:\+|\()?${digit}{1,5}(?:${nextGroup}){1,8}${endsHere}`;
const run = String.raw`\+?${digit}+`;

// Without the flag `i` for all of it: `Ms` is the end of a name and `ms` a word.
const pattern = new RegExp(`(?<readable>${readable})|(?<grouped>${grouped})|(?<run>${run})`, 'gu');
const runs = new RegExp(run, 'gu');
const digits = new RegExp(digit, 'gu');

/** Shorter ones are extensions, ports, counts. */
const shortestNumber = 5;
/** Grouped digits may be a list of extensions. */
const shortestGrouped = 7;
const shortestSpaced = 10;
/** Fewer digits beside a letter are part of a word: a version, a hash. */
const shortestBesideLetters = 7;

/** Keeps only the last three digits of telephone numbers, in whatever way they are written. */
export function maskNumbers(text: string): string {
  return text.replace(pattern, (found: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { readonly readable?: string; readonly grouped?: string };
    const at = rest.at(-3) as number;
    if (groups.readable !== undefined) return found;
    if (groups.grouped !== undefined && isGroupedNumber(found)) return lastThree(found);
    return found.replace(runs, (one: string, offset: number) => maskRun(one, text, at + offset));
  });
}

function maskRun(one: string, text: string, at: number): string {
  const { length } = one.match(digits) ?? [];
  const besideLetters = /[a-z_]/i.test(text.charAt(at - 1)) || /[a-z_]/i.test(text.charAt(at + one.length));
  return length < (besideLetters ? shortestBesideLetters : shortestNumber) ? one : lastThree(one);
}

function isGroupedNumber(found: string): boolean {
  const { length } = found.match(digits) ?? [];
  const opensAsNumber = /^[+(0]/.test(toLatinDigits(found));
  // Versions have dots.
  if (found.includes('.') && !opensAsNumber) return false;
  return length >= (opensAsNumber || found.includes('-') ? shortestGrouped : shortestSpaced);
}

function lastThree(number: string): string {
  return `***${(number.match(digits) ?? []).slice(-3).join('')}`;
}
