import type { DiallingRules } from '../../../shared/domain/destination.ts';
import { type FileReading, mostContacts } from '../../../shared/domain/exchange/import-file.ts';
import { contactDraft, type ReadContact } from './contact-draft.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';
import { rowContact } from './row-contact.ts';
import { isSeparatorLine } from './table-form.ts';
import { readTextSlices } from './text-slices.ts';
import { type Card, createCardReader } from './vcard-cards.ts';
import { cardContact } from './vcard-contact.ts';
import { createLineReader } from './vcard-lines.ts';

export interface ReadBatch {
  readonly contacts: readonly ReadContact[];
  readonly bytesRead: number;
  /** The file has more contacts than are read of one. */
  readonly tooMany: boolean;
}

/** The contacts of a file, a few hundred at a time; between two batches whatever else waits is served. */
export async function* readContacts(
  path: string,
  reading: FileReading,
  rules: DiallingRules,
): AsyncGenerator<ReadBatch> {
  const batches = reading.kind === 'cards' ? readCards(path, reading, rules) : readTable(path, reading, rules);
  let count = 0;
  for await (const batch of batches) {
    count += batch.contacts.length;
    const tooMany = count > mostContacts;
    yield { ...batch, tooMany };
    if (tooMany) return;
  }
}

type Batches = AsyncGenerator<Omit<ReadBatch, 'tooMany'>>;

async function* readTable(
  path: string,
  { form, columns }: Extract<FileReading, { kind: 'table' }>,
  rules: DiallingRules,
): Batches {
  let headed = form.headed;
  const isContent = (row: CsvRow) => {
    if (isSeparatorLine(row)) return false;
    const heading = headed && row.flaw === null;
    if (heading) headed = false;
    return !heading;
  };
  const slices = readTextSlices(path, form.encoding);
  for await (const { rows, bytesRead } of readCsvRows(slices, form.delimiter)) {
    const contacts = rows.filter(isContent).map((row): ReadContact => {
      if (row.flaw !== null) return { line: row.line, draft: null, problems: [{ line: row.line, code: row.flaw }] };
      const read = contactDraft(row.line, rowContact(row.cells, columns), rules);
      const leftOver = row.cells.slice(columns.length).some((cell) => cell.trim() !== '');
      return leftOver ? { ...read, problems: [...read.problems, { line: row.line, code: 'cells-left-over' }] } : read;
    });
    yield { contacts, bytesRead };
  }
}

async function* readCards(
  path: string,
  { encoding }: Extract<FileReading, { kind: 'cards' }>,
  rules: DiallingRules,
): Batches {
  const takeLines = createLineReader();
  const takeCards = createCardReader();
  for await (const { text, bytesRead, last } of readTextSlices(path, encoding)) {
    yield { contacts: takeCards(takeLines(text, last), last).map((card) => readCard(card, rules)), bytesRead };
  }
}

function readCard({ line, properties, problems }: Card, rules: DiallingRules): ReadContact {
  // A line outside of any card.
  if (properties.length === 0 && problems.length > 0) return { line, draft: null, problems };
  const read = contactDraft(line, cardContact(properties), rules);
  return { ...read, problems: [...problems, ...read.problems] };
}
