import { toLatinDigits } from '../../shared/domain/digits.ts';
import { groupForReading } from '../../shared/domain/group-for-reading.ts';
import { separators } from '../../shared/domain/written-number.ts';

/** Spreadsheets take a file without this mark for one in the encoding of the country. */
export const byteOrderMark = '\ufeff';
/** Spaces before it, and signs in the width of East Asian letters, are read over by some spreadsheets. */
const runs = String.raw`(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r])`;
/** Also behind signs that keep it from being one, so that reading takes away no more than writing put there. */
const formulaStart = new RegExp(`^'*${runs}`);
const guardedStart = new RegExp(`^'+${runs}`);
/** Digits in groups: no program calculates with them, since a formula has no spaces between its numbers. */
const plainNumber = /^\+?[\d*#][\d*# ]*$/;

/**
 * A number keeps its plus: written in groups, a spreadsheet takes it for text, so that plus and leading zeros stay. What is
 * not made of digits is text like any other.
 */
export function numbersCell(written: readonly string[], between: string): string {
  const groups = written.map(grouped);
  const text = groups.join(between);
  return groups.every((number) => plainNumber.test(number)) ? quoted(text) : textCell(text);
}

/** A sign before it keeps a spreadsheet from running it as a formula; reading it back takes the sign away. */
export function textCell(text: string): string {
  return quoted(formulaStart.test(text) ? `'${text}` : text);
}

/** What `textCell` was given. */
export function unguarded(cell: string): string {
  return guardedStart.test(cell) ? cell.slice(1) : cell;
}

export function quoted(cell: string): string {
  return /[",;\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

function grouped(written: string): string {
  return groupForReading(toLatinDigits(written).replace(separators, ''));
}
