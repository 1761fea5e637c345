import Papa from 'papaparse';
import type { TextSlice } from './text-slices.ts';

/** Longer than any row of an address book, notes included. */
const longestRow = 32 * 1024;
/** After so many quotes that are never closed they are no quotes in this file: they are read like any other character. */
const mostFlaws = 50;
/** A quote that no table has: a private character. */
const noQuote = '\uf8ff';

export interface CsvRow {
  /** Of the file, from 1; a row with line breaks inside of quotes has several. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Then its cells say nothing. */
  readonly flaw: 'quotes' | 'line-too-long' | null;
}

/** The rows of a table, some hundred at a time. A quote that is not closed costs its own line, never the rest of the file. */
export async function* readCsvRows(
  slices: AsyncIterable<TextSlice>,
  delimiter: string,
): AsyncGenerator<{ readonly rows: readonly CsvRow[]; readonly bytesRead: number }> {
  const take = createRowReader(delimiter);
  for await (const { text, bytesRead, last } of slices) yield { rows: take(text, last), bytesRead };
}

export function createRowReader(delimiter: string): (text: string, last: boolean) => readonly CsvRow[] {
  let rest = '';
  let line = 1;
  let flaws = 0;
  let skipping = false;

  /** Takes whole rows, until one that cannot be true; that one costs its first line. */
  const parse = (text: string, last: boolean, rows: CsvRow[]): { readonly read: number; readonly broken: boolean } => {
    let at = 0;
    let broken = false;
    const parser = new Papa.Parser({
      delimiter,
      newline: '\n',
      quoteChar: flaws < mostFlaws ? '"' : noQuote,
      step({ data, errors, meta }: { data: unknown; errors: readonly Papa.ParseError[]; meta: Papa.ParseMeta }) {
        const lines = countBreaks(text, at, meta.cursor);
        const cells = (data as readonly (readonly string[])[])[0] ?? [];
        const torn = errors.some(({ code }) => code === 'MissingQuotes') || (errors.length > 0 && lines > 1);
        const tooLong = meta.cursor - at > longestRow;
        if (torn || tooLong) {
          broken = true;
          parser.abort();
          return;
        }
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells, flaw: null });
        line += lines;
        at = meta.cursor;
      },
    } as Papa.ParseConfig);
    parser.parse(text, 0, !last);
    return { read: broken ? at + leaveOutLine(text, at, rows) : at, broken };
  };

  /** The first line from there on is reported, and not read. */
  const leaveOutLine = (text: string, at: number, rows: CsvRow[]): number => {
    const end = text.indexOf('\n', at);
    const length = (end === -1 ? text.length : end + 1) - at;
    rows.push({ line, cells: [], flaw: length > longestRow ? 'line-too-long' : 'quotes' });
    flaws += 1;
    if (end === -1) skipping = true;
    else line += 1;
    return length;
  };

  return (piece, last) => {
    const rows: CsvRow[] = [];
    let text = rest + piece;
    for (;;) {
      if (skipping) {
        const end = text.indexOf('\n');
        skipping = end === -1;
        text = skipping ? '' : text.slice(end + 1);
        if (!skipping) line += 1;
      }
      const { read, broken } = parse(text, last, rows);
      text = text.slice(read);
      if (broken) continue;
      // What is left is the beginning of a row, or a quote that is never closed.
      if (text.length <= longestRow) break;
      text = text.slice(leaveOutLine(text, 0, rows));
    }
    rest = text;
    return rows;
  };
}

function countBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}
