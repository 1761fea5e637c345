import type { DestinationError } from '../errors.ts';
import { fail, type Result, succeed } from '../result.ts';
import { toLatinDigits } from './digits.ts';
import { holdsDate } from './written-date.ts';

/** A page pasted by mistake is not searched for numbers. */
const longestText = 1024;
/** Directions, joiners and soft hyphens that come along when a number is copied from a page or a chat. */
export const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u00ad]|\ufe0e|\ufe0f/g;
const scheme = /^\s*(?:tel|callto|sips?):(?:\/\/)?/i;
/** `;ext=12`, `;phone-context=+98` and other parameters of RFC 3966. */
const parameters = /;[a-z][a-z0-9-]*(?:=[^;?@\r\n]*)?/gi;
/** `ext. 12`, `x12`, `داخلی ۱۲` after a number; the PBX cannot dial it, so the number alone is called. */
const extensionAfter = /(\d{3}[\s)]*)[,;]?\s*(?:ext(?:ension)?|x|داخلی)[\s.:]*\d{1,6}\s*$/i;
/**
 * A comma is a pause in telephone books: `02188776655,12` is an extension 12 to be dialled later. With two of them, or with a `#`
 * at the end, whatever follows is.
 */
const pauseAfter = /^([^,،*#]{1,64})(?:[,،]\s*(\d{1,4}|\d{1,16}#)|[,،]{2,8}\s*([\d,،*#]{1,24}))$/;
const digitsBeforePause = 8;
/** Twice as many are more than any number has, international prefix included (E.164: 15 digits). */
const digitsOfAnotherNumber = 9;
const listed = /[\n\r\u2028\u2029|;؛]|[,،]\s|(?<=[\s\d])(?:or|and|یا)(?=[\s\d])/i;
const joined = /[,،]/;
/** An amount of money. */
const thousands = /^\d{1,3}(?:[,،\u066c]\d{3}){2,}$/;
const slashes = /[/\\\u2044\uff0f]/;

/** What people put between the digits of one number. */
export const separators =
  /[\s\-_.~'"/\\()[\]{}\u2010-\u2015\u2018\u2019\u2212\u2044\u00b7\u2022\u066b\u066c\uff08\uff09\uff0d-\uff0f,،]/g;

/** Nothing of it is to be left out or can be read otherwise; most numbers of a file are written like this. */
const plain = /^\+?[0-9]+$/;

/**
 * The one number in a text, still as written but in Latin digits and without what surrounds it. Several numbers are an
 * error: joining them would call somebody else.
 */
export function readWrittenNumber(text: string): Result<string, DestinationError> {
  if (text.length > longestText) return invalid('too-long');
  if (plain.test(text)) return succeed(text);
  const characters = toLatinDigits(scheme.test(text) ? percentDecoded(text) : text)
    .replace(invisible, '')
    .replace(/\uff0b/g, '+')
    .replace(/\uff0a/g, '*')
    .replace(/\uff03/g, '#');
  if (holdsDateAsWritten(characters)) return invalid('date');
  const written = withoutSurroundings(characters);
  if (written === '') return invalid('empty');
  if (holdsSeveral(written)) return invalid('several-numbers');
  return succeed(written.replace(/[;؛|]/g, ' '));
}

/** True for a date in any digits, also between marks of direction, as it comes from a Persian page. */
export function holdsDateAsWritten(text: string): boolean {
  return holdsDate(toLatinDigits(text).replace(invisible, '').trim());
}

/** The digits to be dialled after a number and a pause, for the eye: the PBX dials the number alone. */
export function dialledLater(text: string): string | null {
  const [, number = '', short, long] = pauseAfter.exec(toLatinDigits(text).replace(scheme, '').trim()) ?? [];
  const later = (short ?? long ?? '').replace(/\D+/g, ' ').trim();
  return later !== '' && isBeforePause(number) ? later : null;
}

function isBeforePause(number: string): boolean {
  return countDigits(number) >= digitsBeforePause;
}

function withoutSurroundings(text: string): string {
  return (
    text
      .replace(scheme, '')
      .replace(parameters, '')
      // The rest of a link: `?subject=`, a SIP domain.
      .replace(/[?@].*$/s, '')
      .replace(extensionAfter, '$1')
      .trim()
      .replace(pauseAfter, (all: string, number: string) => (isBeforePause(number) ? number : all))
      // A spreadsheet made a decimal number of it.
      .replace(/^(\d{7,})\.0$/, '$1')
  );
}

/** Between the entries of a list any digits count; a comma or a slash may also stand inside one number. */
function holdsSeveral(written: string): boolean {
  return (
    thousands.test(written) ||
    groupsWith(1, written.split(listed)) > 1 ||
    groupsWith(5, written.split(joined)) > 1 ||
    groupsWith(7, written.split(slashes)) > 1 ||
    // Single-line fields turn the line breaks of a pasted list into spaces.
    groupsWith(digitsOfAnotherNumber, written.split(/\s+/)) > 1
  );
}

function groupsWith(digits: number, parts: readonly string[]): number {
  return parts.filter((part) => countDigits(part) >= digits).length;
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function invalid(reason: DestinationError['reason']): Result<never, DestinationError> {
  return fail({ code: 'destination-invalid', reason });
}
