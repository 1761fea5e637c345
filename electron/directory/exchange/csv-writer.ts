import type { ContactDraft, ContactNumber } from '../../../shared/domain/contact/contact.ts';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import { groupForReading } from '../../../shared/domain/group-for-reading.ts';
import { separators } from '../../../shared/domain/written-number.ts';

/** Spreadsheets take a file without this mark for one in the encoding of the country. */
export const byteOrderMark = '\ufeff';
const numberColumns = 5;
/** Where more numbers than columns are, the last column has the rest, parted as Google does it. */
const severalValues = ' ::: ';
/** Also behind signs that keep it from being one, so that reading takes away no more than writing put there. */
const formulaStart = /^'*[=+\-@\t\r]/;
/** Digits in groups: no program calculates with them, since a formula has no spaces between its numbers. */
const plainNumber = /^\+?[\d*#][\d*# ]*$/;

/** English, since programs know their columns by them. */
const headings: readonly string[] = [
  'Name',
  'Company',
  ...Array.from({ length: numberColumns }, (_, at) => [`Phone ${at + 1} - Label`, `Phone ${at + 1} - Value`]).flat(),
  'Labels',
  'Notes',
  'Favourite',
  'Do not call',
  'Trunk',
];

export const csvHead = row(headings.map(quoted));

export function csvRow(contact: ContactDraft): string {
  const numbers = Array.from({ length: numberColumns }, (_, at) =>
    at < numberColumns - 1 ? contact.numbers.slice(at, at + 1) : contact.numbers.slice(at),
  );
  return row([
    textCell(contact.name),
    textCell(contact.company),
    ...numbers.flatMap((some) => [quoted(some[0]?.label ?? ''), numbersCell(some)]),
    textCell(contact.tags.join('; ')),
    textCell(contact.note),
    contact.favourite ? '1' : '',
    contact.doNotCall ? '1' : '',
    textCell(contact.trunkName ?? ''),
  ]);
}

/**
 * A number keeps its plus: written in groups, a spreadsheet takes it for text, so that plus and leading zeros stay. What is
 * not made of digits is text like any other.
 */
function numbersCell(numbers: readonly ContactNumber[]): string {
  const text = numbers.map(({ written }) => grouped(written)).join(severalValues);
  return numbers.every(({ written }) => plainNumber.test(grouped(written))) ? quoted(text) : textCell(text);
}

function grouped(written: string): string {
  return groupForReading(toLatinDigits(written).replace(separators, ''));
}

/** A sign before it keeps a spreadsheet from running it as a formula; reading it back takes the sign away. */
function textCell(text: string): string {
  return quoted(formulaStart.test(text) ? `'${text}` : text);
}

function quoted(cell: string): string {
  return /[",;\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function row(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}
