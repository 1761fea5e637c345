import type { DestinationError } from '../errors.ts';
import { fail, type Result, succeed } from '../result.ts';
import { countryDialling } from './country-dialling.ts';
import { toLatinDigits } from './digits.ts';

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

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u00ad]/g;
const separators = /[\s\-_./\\()[\]{}\u2010-\u2015\u2212\u00b7\u2022\u066b\u066c\u060c]/g;
const scheme = /^(?:tel|callto|sip|sips):(?:\/\/)?/i;

/**
 * Reads any writing of one number: Persian or Arabic-Indic digits, spaces, dashes, dots, slashes, brackets, direction
 * marks, `tel:` prefix, `+98`/`0098` (turned into the national form), extensions, `*` and `#`.
 */
export function parseDestination(text: string, rules: DiallingRules): Result<Destination, DestinationError> {
  const cleaned = toLatinDigits(text)
    .replace(invisible, '')
    .trim()
    .replace(scheme, '')
    // A link may carry parameters or a SIP domain after the number: `;ext=`, `?subject=`, `@host`.
    .replace(/[;?@].*$/s, '')
    .replace(/\uff0b/g, '+');
  if (cleaned === '') return invalid('empty');
  if (/[^\s\d]*[\n\r,;|]+[^\s\d]*/.test(cleaned.trim()) && /\d[\s\S]*[\n\r,|][\s\S]*\d/.test(cleaned)) {
    return invalid('several-numbers');
  }
  // `(0)` inside an international number is a reading aid: +98 (0)912 means +98912.
  const withoutAid = /^\s*(?:\+|00)/.test(cleaned) ? cleaned.replace(/\(0\)/g, '') : cleaned;
  const compact = withoutAid.replace(separators, '');
  if (/[^\d+*#]/.test(compact)) return invalid('letters');
  if (!/\d/.test(compact) && !/[*#]/.test(compact)) return invalid('no-digits');
  if (compact.lastIndexOf('+') > 0) return invalid('plus-inside');
  const digits = toNationalForm(compact, rules);
  if (digits === '') return invalid('too-short');
  if (digits.length > longestDestination) return invalid('too-long');
  return succeed({ digits, kind: destinationKind(digits) });
}

/** Says of an already normalised number how it is reached. */
export function destinationKind(digits: string): Destination['kind'] {
  if (/[*#]/.test(digits)) return 'code';
  return digits.length <= longestExtension && !digits.startsWith('0') ? 'extension' : 'outside';
}

/** True when both writings reach the same party; a national and an international form of one number are the same. */
export function sameNumber(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return false;
  const a = toLatinDigits(left).replace(/[^\d*#]/g, '');
  const b = toLatinDigits(right).replace(/[^\d*#]/g, '');
  if (a === '' || b === '') return left === right;
  if (a === b) return true;
  const significant = 8;
  return a.length >= significant && b.length >= significant && a.slice(-significant) === b.slice(-significant);
}

/** Groups digits for reading, never for sending: `0912 345 6789`, `021 8877 6655`, `+49 ...`. */
export function groupForReading(digits: string): string {
  if (/^09\d{9}$/.test(digits)) return `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
  if (/^0\d{10}$/.test(digits)) return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
  if (/^00\d{6,}$/.test(digits)) return `${digits.slice(0, 4)} ${digits.slice(4).replace(/(\d{3})(?=\d{2,})/g, '$1 ')}`;
  if (/^\d{7,}$/.test(digits)) return digits.replace(/(\d{3})(?=\d{2,})/g, '$1 ');
  return digits;
}

function toNationalForm(compact: string, rules: DiallingRules): string {
  const dialling = countryDialling(rules.countryCode);
  const international = compact.startsWith('+')
    ? compact.slice(1)
    : compact.startsWith(dialling.internationalPrefix) && rules.countryCode !== ''
      ? compact.slice(dialling.internationalPrefix.length)
      : null;
  if (international === null) return compact;
  if (rules.countryCode !== '' && international.startsWith(rules.countryCode)) {
    const national = international.slice(rules.countryCode.length);
    if (national === '') return '';
    return national.startsWith(dialling.nationalPrefix) ? national : dialling.nationalPrefix + national;
  }
  return international === '' ? '' : dialling.internationalPrefix + international;
}

function invalid(reason: DestinationError['reason']): Result<never, DestinationError> {
  return fail({ code: 'destination-invalid', reason });
}
