import { toLatinDigits } from '../../../shared/domain/digits.ts';
import type { ColumnField } from '../../../shared/domain/exchange/import-file.ts';
import { isPlausibleNumber } from '../../../shared/domain/plausible-number.ts';
import { invisible, separators } from '../../../shared/domain/written-number.ts';
import { fieldOfHeading } from './column-words.ts';

export interface GuessedColumns {
  readonly headed: boolean;
  readonly columns: readonly ColumnField[];
}

/** What each column holds: by the words of the first row, else by what stands in the others. */
export function guessColumns(
  rows: readonly (readonly string[])[],
  countryCode: string,
  headedAsChosen: boolean | null = null,
): GuessedColumns {
  const [first = [], ...others] = rows;
  const holdsNumber = (cell: string | undefined) => looksLikeNumber(cell ?? '', countryCode);
  const named = first.map(fieldOfHeading);
  const headed = headedAsChosen ?? (named.some((field) => field !== null) && !first.some(holdsNumber));
  // Cells beyond the headings belong to nothing.
  const width = headed ? first.length : Math.max(0, ...rows.map((cells) => cells.length));
  const byHeading = columnsOf(width, (column) => (headed ? (named[column] ?? 'ignore') : 'ignore'));
  if (byHeading.some(isTelling)) return { headed, columns: onlyOneEach(givenNames(byHeading)) };
  const content = headed ? others : rows;
  const isNumbers = (column: number) => {
    const filled = content.map((cells) => cells[column] ?? '').filter((cell) => cell.trim() !== '');
    return filled.length > 0 && filled.filter(holdsNumber).length > filled.length / 2;
  };
  const isText = (column: number) => content.some((cells) => /\p{L}/u.test(cells[column] ?? ''));
  const columns = columnsOf(width, (column) => (isNumbers(column) ? 'number' : 'ignore'));
  const name = columns.findIndex((field, column) => field === 'ignore' && isText(column));
  return { headed, columns: columns.map((field, column) => (column === name ? 'name' : field)) };
}

function looksLikeNumber(cell: string, countryCode: string): boolean {
  const digits = toLatinDigits(cell).replace(invisible, '').replace(separators, '');
  return /^\+?\d+$/.test(digits) && isPlausibleNumber(digits, countryCode);
}

function columnsOf(width: number, field: (column: number) => ColumnField): readonly ColumnField[] {
  return Array.from({ length: width }, (_, column) => field(column));
}

/** A table with a note alone would import nothing that can be called. */
function isTelling(field: ColumnField): boolean {
  return !['ignore', 'note', 'tags', 'numberLabel'].includes(field);
}

/** Beside family names alone, what is called a name is the given one. */
function givenNames(columns: readonly ColumnField[]): readonly ColumnField[] {
  if (!columns.includes('lastName') || columns.includes('firstName')) return columns;
  return columns.map((field) => (field === 'name' ? 'firstName' : field));
}

/** A second company or note would take the place of the first; numbers, tags and labels may be several. */
function onlyOneEach(columns: readonly ColumnField[]): readonly ColumnField[] {
  const several: ReadonlySet<ColumnField> = new Set([
    'ignore',
    'number',
    'mobile',
    'work',
    'home',
    'extension',
    'fax',
    'numberLabel',
    'tags',
  ]);
  return columns.map((field, at) => (several.has(field) || columns.indexOf(field) === at ? field : 'ignore'));
}
