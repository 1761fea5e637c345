import type { DestinationError } from '../errors.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type CountryDialling, countryDialling } from './country-dialling.ts';
import { toLatinDigits } from './digits.ts';
import { readWrittenNumber, separators } from './written-number.ts';

/** What will be called, normalised: `digits` is exactly what the PBX gets, made of 0-9, `*` and `#` only. */
export interface Destination {
  readonly digits: string;
  /** extension: internal number; outside: reached through a trunk; code: holds `*` or `#` (feature code). */
  readonly kind: 'extension' | 'outside' | 'code';
}

export interface DiallingRules {
  /** Country calling code without plus, e.g. `98`; empty: numbers with a plus are dialled as `00...`. */
  readonly countryCode: string;
}

/** Up to this many digits (not starting with 0) a number is taken for an extension: Simotel's are 2 to 6 digits long. */
const longestExtension = 6;
const longestDestination = 32;
/** The fifteen digits of E.164 and a prefix before them; what is longer are two numbers run together. */
const longestTelephoneNumber = 18;
/** No telephone number of the world is shorter, country code included (E.164; Saint Helena has eight digits). */
const shortestInternational = 7;

/**
 * Reads any writing of one number: Persian or Arabic-Indic digits, spaces, dashes, dots, slashes, brackets, direction
 * marks, `tel:` prefix, `+98`/`0098` (turned into the national form), extensions, `*` and `#`.
 *
 * Only a plus or the international prefix makes a number international. A bare `98912...` stays as typed: it may as well
 * be a number of this country, or one that the PBX's dial plan expects like this, and guessing would call a stranger.
 */
export function parseDestination(text: string, rules: DiallingRules): Result<Destination, DestinationError> {
  const written = readWrittenNumber(text);
  if (!written.ok) return written;
  const dialling = countryDialling(rules.countryCode);
  const compact = joinDigits(written.value, dialling);
  if (/[^\d+*#]/.test(compact)) return invalid('letters');
  if (!/[\d*#]/.test(compact)) return invalid('no-digits');
  if (compact.lastIndexOf('+') > 0 || /^\+.*[*#]/.test(compact)) return invalid('plus-inside');
  if (compact.startsWith('+') && compact.length <= shortestInternational) return invalid('too-short');
  const digits = toNationalForm(compact, rules.countryCode, dialling);
  if (!isDialable(digits)) return invalid('too-long');
  return succeed({ digits, kind: destinationKind(digits) });
}

/** True for what a call can go to. Whoever hides its number has a name in its place on some exchanges: `anonymous`. */
export function canBeCalled(party: string, rules: DiallingRules): boolean {
  return parseDestination(party, rules).ok;
}

/** True when these digits may be sent: feature codes carry numbers and parameters, so they may be longer than a number. */
export function isDialable(digits: string): boolean {
  if (!/^[\d*#]+$/.test(digits)) return false;
  return digits.length <= (destinationKind(digits) === 'code' ? longestDestination : longestTelephoneNumber);
}

/** The agent's own number may be missing, and else has to be one that a call can go to. */
export function isOwnNumber(digits: string): boolean {
  return digits === '' || isDialable(digits);
}

/** Says of an already normalised number how it is reached. */
export function destinationKind(digits: string): Destination['kind'] {
  if (/[*#]/.test(digits)) return 'code';
  return digits.length <= longestExtension && !digits.startsWith('0') ? 'extension' : 'outside';
}

/**
 * True when both writings reach the same party; a national and an international form of one number are the same, and so
 * are a number with and without its area code. Feature codes and extensions must be equal.
 */
export function sameNumber(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return false;
  const a = toLatinDigits(left).replace(/[^\d*#]/g, '');
  const b = toLatinDigits(right).replace(/[^\d*#]/g, '');
  if (a === '' || b === '') return left !== '' && left === right;
  if (a === b) return true;
  if (/[*#]/.test(a + b)) return false;
  return sameWithoutPrefixes(a.replace(/^0+/, ''), b.replace(/^0+/, ''));
}

/** A mobile number of Iran has no area code that could be left out: what ends like it is the landline of somebody else. */
const mobile = /^(98)?9\d{9}$/;

/** Ten equal digits at the end are one subscriber whatever stands before; a shorter number must be the other's whole end. */
function sameWithoutPrefixes(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 10 && long.endsWith(short.slice(-10))) return true;
  return (
    !mobile.test(long) && short.length > longestExtension && long.length - short.length <= 4 && long.endsWith(short)
  );
}

/** `(0)` inside an international number is a reading aid: +98 (0)912 means +98912. */
function joinDigits(written: string, dialling: CountryDialling): string {
  const bare = written.replace(separators, '');
  const international = ['+', '00', dialling.internationalPrefix].some((prefix) => bare.startsWith(prefix));
  return international ? written.replace(/\(\s*0\s*\)/g, '').replace(separators, '') : bare;
}

/**
 * Repeated until nothing changes, so that the result, put in again, stays the same. A number that merely starts like the
 * international prefix and is too short for one, such as an extension 0098, stays as typed.
 */
function toNationalForm(compact: string, countryCode: string, dialling: CountryDialling): string {
  const { nationalPrefix, internationalPrefix } = dialling;
  const digits = compact.startsWith('+') ? internationalPrefix + compact.slice(1) : compact;
  const abroad = internationalPrefix + countryCode;
  const national = digits.slice(abroad.length);
  const convertible =
    countryCode !== '' &&
    digits.startsWith(abroad) &&
    digits.length - internationalPrefix.length >= shortestInternational &&
    /^\d+$/.test(national);
  if (!convertible) return digits;
  // Some write the zero although the country code stands before it: +98 0912.
  const complete = nationalPrefix.startsWith('0') && national.startsWith(nationalPrefix);
  return toNationalForm(complete ? national : nationalPrefix + national, countryCode, dialling);
}

function invalid(reason: DestinationError['reason']): Result<never, DestinationError> {
  return fail({ code: 'destination-invalid', reason });
}
