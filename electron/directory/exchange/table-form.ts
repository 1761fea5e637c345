import { isDelimiter, usualDelimiters } from '../../../shared/domain/exchange/import-file.ts';
import { fieldOfHeading } from './column-words.ts';
import { type CsvRow, createRowReader } from './csv-rows.ts';

const sampledRows = 50;
/** Comma, semicolon, tab and bar. */
const likelyDelimiters = 4;
/** Spreadsheets say so in a first line of its own: `sep=;`. */
const saidSeparator = /^\ufeff?"?sep=(.)"?[ \t]*\n/i;

/**
 * What stands between the cells: what the file says itself, else what parts known headings, else what makes the most even rows.
 * Signs that stand in times and addresses as well count only where no other parts anything.
 */
export function guessDelimiter(text: string): string {
  const said = saidSeparator.exec(text)?.[1];
  if (said !== undefined && isDelimiter(said)) return said;
  const rated = usualDelimiters.map((delimiter) => ({ delimiter, rating: rate(firstRows(text, delimiter, false)) }));
  const best = (among: typeof rated) => among.reduce((a, b) => (b.rating > a.rating ? b : a));
  const usual = best(rated.slice(0, likelyDelimiters));
  return usual.rating > 0 ? usual.delimiter : best(rated).delimiter;
}

function rate(rows: readonly CsvRow[]): number {
  const [first, ...others] = rows;
  if (first === undefined || first.cells.length < 2) return 0;
  const headings = first.cells.filter((cell) => fieldOfHeading(cell) !== null).length;
  const even = others.filter(({ cells }) => cells.length === first.cells.length).length;
  return headings + (even + 1) / rows.length;
}

export function isSeparatorLine({ line, cells }: CsvRow): boolean {
  return line === 1 && /^sep=/i.test(cells[0] ?? '') && cells.slice(1).every((cell) => cell === '');
}

/** The rows that a text begins with; what was cut off at its end is left out. */
export function firstRows(text: string, delimiter: string, whole: boolean): readonly CsvRow[] {
  return createRowReader(delimiter)(text, whole)
    .filter((row) => !isSeparatorLine(row) && row.flaw === null)
    .slice(0, sampledRows);
}
