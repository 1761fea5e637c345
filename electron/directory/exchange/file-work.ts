import type { DiallingRules } from '../../../shared/domain/destination.ts';
import type { FileReading } from '../../../shared/domain/exchange/import-file.ts';
import type { FileError } from '../../../shared/errors.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { createPause } from '../../files/pause.ts';
import type { ContactStore } from './contact-store.ts';
import { type Found, findKnown } from './find-known.ts';
import { isUnchanged, type OpenedFile } from './open-file.ts';
import type { PreparedBatch, PreparedContacts, ReadOrder } from './prepare-contacts.ts';

/** What the work with a file asks and tells while it goes on. */
export interface Work {
  isCancelled(): boolean;
  progressed(bytes: number, contacts: number): void;
}

/** Goes through all contacts of a file. Null when it was cancelled. */
export async function goThrough(
  file: OpenedFile,
  reading: FileReading,
  deps: {
    readonly rules: DiallingRules;
    readonly prepare: (order: ReadOrder) => PreparedContacts;
    readonly store: Pick<ContactStore, 'findByNumbers' | 'findByTitles'>;
    readonly work: Work;
    readonly withRows: boolean;
    readonly onBatch: (batch: PreparedBatch, found: Found) => void;
  },
): Promise<Result<'done' | null, FileError>> {
  if (!(await isUnchanged(file))) return fail({ code: 'import-file', reason: 'changed' });
  const { work, store, rules, withRows } = deps;
  const pause = createPause();
  let contacts = 0;
  for await (const prepared of deps.prepare({ path: file.path, reading, rules, withRows })) {
    if (work.isCancelled()) return succeed(null);
    if (!prepared.ok) return prepared;
    const batch = prepared.value;
    deps.onBatch(batch, findKnown(batch, store));
    contacts += batch.fresh + batch.repeated;
    work.progressed(batch.bytesRead, contacts);
    await pause();
  }
  return succeed(work.isCancelled() ? null : 'done');
}
