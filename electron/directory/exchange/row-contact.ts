import { type NumberLabel, numberLabels } from '../../../shared/domain/contact/contact.ts';
import type { ColumnField } from '../../../shared/domain/exchange/import-file.ts';
import { unguarded } from '../../files/csv-cells.ts';
import { labelOfWord, plainWords } from './column-words.ts';
import type { RawContact } from './raw-contact.ts';

/** Google puts several values into one cell like this. */
const severalValues = ' ::: ';
const yes = /^(?:1|x|y|yes|true|on|بله|بلی|آری|✓|✔|☑|✅|\*)$/;
const no = /^(?:0|n|no|false|off|خیر|نه|-|–|—|✗|✘|☐|❌)?$/;
/** Google's own groups: one that everybody is in, and the marked ones. */
const everybody = /^\*?\s*my ?contacts$/i;
const starred = /^\*?\s*starred$/i;

/** What a row holds by the columns that were chosen. */
export function rowContact(cells: readonly string[], columns: readonly ColumnField[]): RawContact {
  const byField = new Map<ColumnField, string[]>();
  for (const [column, field] of columns.entries()) {
    const text = field === 'ignore' ? '' : plainCell(cells[column] ?? '');
    if (text !== '') byField.set(field, [...(byField.get(field) ?? []), text]);
  }
  const all = (field: ColumnField) => byField.get(field) ?? [];
  const one = (field: ColumnField) => all(field)[0] ?? '';
  const parts = [one('firstName'), one('middleName'), one('lastName')].filter((part) => part !== '');
  const tags = all('tags').flatMap(splitTags);
  return {
    name: one('name') === '' ? parts.join(' ') : one('name'),
    company: one('company'),
    numbers: numbersOf(columns, (column) => plainCell(cells[column] ?? '')),
    favourite: isYes(one('favourite')) || tags.some((tag) => starred.test(tag)),
    tags: tags.filter((tag) => !everybody.test(tag) && !starred.test(tag)),
    note: all('note').join('\n'),
    trunkName: one('trunk'),
    doNotCall: isYes(one('doNotCall')),
    ...(isUnclear(one('doNotCall')) ? { doNotCallWritten: one('doNotCall') } : {}),
  };
}

/** Signs are no words: they are looked at as they stand there. */
function isYes(cell: string): boolean {
  return yes.test(plainSign(cell));
}

function isUnclear(cell: string): boolean {
  return !isYes(cell) && !no.test(plainSign(cell));
}

function plainSign(cell: string): string {
  return plainWords(cell) || cell.replace(/\ufe0f/g, '').trim();
}

function numbersOf(columns: readonly ColumnField[], cell: (column: number) => string): RawContact['numbers'] {
  let label: NumberLabel | null = null;
  return columns.flatMap((field, column) => {
    if (field === 'numberLabel') {
      label = labelOfWord(cell(column));
      return [];
    }
    const own = field === 'number' ? label : (numberLabels.find((candidate) => candidate === field) ?? null);
    if (own === null && field !== 'number') return [];
    label = null;
    const written = cell(column).split(severalValues);
    return written.filter((number) => number.trim() !== '').map((number) => ({ label: own, written: number }));
  });
}

function splitTags(cell: string): readonly string[] {
  const parts = cell.includes(severalValues) ? cell.split(severalValues) : cell.split(/[;,،؛]/);
  return parts.map((tag) => tag.trim()).filter((tag) => tag !== '');
}

/**
 * Without what was put before it so that a spreadsheet does not take it for a formula, and out of the formula that keeps its
 * leading zeros, `="0912..."` or `=102`. Any other formula is text, and stays text.
 */
function plainCell(cell: string): string {
  const text = cell.trim();
  const [, quoted, plain] = /^=(?:"([^"]*)"|(\d+))$/.exec(text) ?? [];
  const kept = quoted ?? plain;
  if (kept !== undefined) return kept.trim();
  return unguarded(text);
}
