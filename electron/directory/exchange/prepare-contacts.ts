import type { ContactDraft } from '../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import type { DiallingRules } from '../../../shared/domain/destination.ts';
import type { FileReading } from '../../../shared/domain/exchange/import-file.ts';
import type { LineProblem } from '../../../shared/domain/exchange/line-problem.ts';
import type { FileError } from '../../../shared/errors.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { isFileError } from '../../files/file-error.ts';
import type { ContactRowTexts } from './contact-store.ts';
import { readContacts } from './read-contacts.ts';
import { createRepeats } from './repeats.ts';

/** Rows of one transaction: some ten milliseconds. */
const batchSize = 200;
/** Of a file with pictures little is kept; how far it is should be told all the same. */
const mostBytes = 1024 * 1024;

/** Plain data: it goes to another thread. */
export interface ReadOrder {
  readonly path: string;
  readonly reading: FileReading;
  readonly rules: DiallingRules;
  /** Whether they are to be written, not only looked at. */
  readonly withRows: boolean;
}

/** Contacts of a file as far as they can be told without those that are kept already; plain data as well. */
export interface PreparedBatch {
  /** Of the file, so far. */
  readonly bytesRead: number;
  /** Those that stand in the file twice are counted here, and are in nothing of what follows. */
  readonly repeated: number;
  readonly fresh: number;
  /** The places of those with a number that stands in the file under another name. */
  readonly shared: readonly number[];
  readonly withoutNumber: number;
  /** Lines of which nothing is kept. */
  readonly leftOut: number;
  readonly problems: readonly LineProblem[];
  /** All numbers, and what those are called who have none: by these one finds who is known already. */
  readonly numbers: readonly string[];
  readonly titles: readonly string[];
  /** The contacts as JSON, which is read only when one of them may be known. */
  readonly drafts: string;
  /** Null when they were not asked for. */
  readonly rows: ContactRowTexts | null;
}

export type PreparedContacts = AsyncIterable<Result<PreparedBatch, FileError>>;

/** The work with a file that needs no database: it is done on a thread of its own, a batch at a time. */
export async function* prepareContacts(
  { path, reading, rules, withRows }: ReadOrder,
  toRows: (drafts: readonly ContactDraft[]) => ContactRowTexts,
): AsyncGenerator<Result<PreparedBatch, FileError>> {
  const repeatOf = createRepeats();
  const waiting: ContactDraft[] = [];
  let problems: LineProblem[] = [];
  let leftOut = 0;
  let bytesTold = 0;
  const batch = (bytesRead: number): PreparedBatch => {
    const all = waiting.splice(0, batchSize);
    const told = all.map((draft) => ({ draft, repeat: repeatOf(draft) })).filter(({ repeat }) => repeat !== 'repeated');
    const drafts = told.map(({ draft }) => draft);
    const lookedUp = {
      numbers: drafts.flatMap(({ numbers }) => numbers.map(({ written }) => written)),
      titles: drafts.filter(({ numbers }) => numbers.length === 0).map(contactTitle),
    };
    const counted = {
      bytesRead,
      repeated: all.length - drafts.length,
      fresh: drafts.length,
      shared: told.flatMap(({ repeat }, place) => (repeat === 'shared' ? place : [])),
      withoutNumber: all.filter(({ numbers }) => numbers.length === 0).length,
      leftOut,
      problems,
    };
    problems = [];
    leftOut = 0;
    bytesTold = bytesRead;
    return { ...counted, ...lookedUp, drafts: JSON.stringify(drafts), rows: withRows ? toRows(drafts) : null };
  };
  let bytesRead = 0;
  try {
    for await (const read of readContacts(path, reading, rules)) {
      if (read.tooMany) return yield fail({ code: 'import-file', reason: 'too-many' });
      for (const { draft, problems: own } of read.contacts) {
        problems.push(...own);
        if (draft === null) leftOut += 1;
        else waiting.push(draft);
      }
      while (waiting.length > batchSize || read.bytesRead - bytesTold > mostBytes) yield succeed(batch(read.bytesRead));
      bytesRead = read.bytesRead;
    }
  } catch (error) {
    if (isFileError(error)) return yield fail({ code: 'import-file', reason: 'unreadable' });
    throw error;
  }
  yield succeed(batch(bytesRead));
}
