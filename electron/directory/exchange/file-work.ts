import type { ContactDraft } from '../../../shared/domain/contact/contact.ts';
import type { DiallingRules } from '../../../shared/domain/destination.ts';
import type { FileReading } from '../../../shared/domain/exchange/import-file.ts';
import type { LineProblem } from '../../../shared/domain/exchange/line-problem.ts';
import type { FileError } from '../../../shared/errors.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { ContactStore } from './contact-store.ts';
import { isUnchanged, type OpenedFile } from './open-file.ts';
import { createPause } from './pause.ts';
import { readContacts } from './read-contacts.ts';
import { createSorter, type Sorted } from './sort-contacts.ts';

/** So many at once, a few milliseconds of work. */
const atOnce = 50;

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
    readonly store: Pick<ContactStore, 'findByNumbers' | 'findByTitles'>;
    readonly work: Work;
    readonly onSorted: (sorted: readonly Sorted[]) => void;
    readonly onProblem: (problem: LineProblem) => void;
    readonly onLeftOut: () => void;
  },
): Promise<Result<'done' | null, FileError>> {
  if (!(await isUnchanged(file))) return fail({ code: 'import-file', reason: 'changed' });
  const { work, store } = deps;
  const sort = createSorter(store);
  const pause = createPause();
  let contacts = 0;
  try {
    for await (const batch of readContacts(file.path, reading, deps.rules)) {
      if (batch.tooMany) return fail({ code: 'import-file', reason: 'too-many' });
      for (const { draft, problems } of batch.contacts) {
        for (const problem of problems) deps.onProblem(problem);
        if (draft === null) deps.onLeftOut();
      }
      const drafts: readonly ContactDraft[] = batch.contacts.flatMap(({ draft }) => draft ?? []);
      for (let from = 0; from < drafts.length; from += atOnce) {
        await pause();
        if (work.isCancelled()) return succeed(null);
        deps.onSorted(sort(drafts.slice(from, from + atOnce)));
      }
      contacts += drafts.length;
      work.progressed(batch.bytesRead, contacts);
    }
  } catch (error) {
    if (isFileError(error)) return fail({ code: 'import-file', reason: 'unreadable' });
    throw error;
  }
  return succeed('done');
}

/** What the system says of a file, a disk or a share: it has a code. A bug has none. */
export function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
