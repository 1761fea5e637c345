import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { DiallingRules } from '../../../shared/domain/destination.ts';
import type { DuplicateChoice, FileReading } from '../../../shared/domain/exchange/import-file.ts';
import type { FileError } from '../../../shared/errors.ts';
import type {
  CheckedImport,
  ExchangeProgress,
  ExportFormat,
  FinishedExport,
  FinishedImport,
  OpenedImport,
} from '../../../shared/ipc/import-contract.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { isFileError } from '../../files/file-error.ts';
import { spaced } from '../../files/spaced.ts';
import { checkImport } from './check-import.ts';
import type { ContactStore } from './contact-store.ts';
import { exportContacts, formats } from './export-contacts.ts';
import type { Work } from './file-work.ts';
import { type ChosenForm, type OpenedFile, openFile, previewFile } from './open-file.ts';
import type { PreparedContacts, ReadOrder } from './prepare-contacts.ts';
import { runImport } from './run-import.ts';

const mostProblems = 200;
const longestCell = 200;
const mostColumns = 300;

/** Asks a person for a file; null when they changed their mind. */
export interface FileDialogs {
  chooseFile(): Promise<string | null>;
  choosePlace(name: string, extension: 'csv' | 'vcf'): Promise<string | null>;
}

interface Current {
  cancelled: boolean;
  /** What reads or writes; not a person who is asked something. */
  work: Promise<unknown>;
}

/** Null answers: the person changed their mind, and nothing was done. */
export interface ExchangeDesk {
  choose(): Promise<Result<OpenedImport | null, FileError>>;
  preview(id: string, form: ChosenForm): Result<OpenedImport, FileError>;
  check(id: string, reading: FileReading): Promise<Result<CheckedImport | null, FileError>>;
  run(id: string, reading: FileReading, duplicates: DuplicateChoice): Promise<Result<FinishedImport | null, FileError>>;
  save(format: ExportFormat): Promise<Result<FinishedExport | null, FileError>>;
  /** Whatever is under way. */
  cancel(): void;
  /** The same, and waits until nothing is half done. */
  stop(): Promise<void>;
}

/** One file at a time, and one thing done with it at a time. */
export function createExchangeDesk(deps: {
  readonly store: ContactStore;
  readonly dialogs: FileDialogs;
  /** The contacts of a file, read and made ready; where that is done is not said here. */
  readonly prepare: (order: ReadOrder) => PreparedContacts;
  readonly rules: () => DiallingRules;
  readonly onProgress: (progress: ExchangeProgress) => void;
}): ExchangeDesk {
  const { store, dialogs, prepare, rules } = deps;
  let opened: { readonly id: string; readonly file: OpenedFile } | null = null;
  /** What is under way; the object is its identity. */
  let current: Current | null = null;

  const show = (id: string, file: OpenedFile, form: ChosenForm): OpenedImport => {
    const { reading, rows } = previewFile(file, form, rules().countryCode);
    const shown = rows.map((cells) => cells.slice(0, mostColumns).map((cell) => cell.slice(0, longestCell)));
    return { id, fileName: file.name, bytes: file.bytes, reading, rows: shown };
  };
  const fileOf = (id: string): Result<OpenedFile, FileError> =>
    opened?.id === id ? succeed(opened.file) : fail({ code: 'import-file', reason: 'changed' });
  const working = async <T>(work: (own: Current) => Promise<Result<T, FileError>>): Promise<Result<T, FileError>> => {
    if (current !== null) return fail({ code: 'exchange-busy' });
    const own: Current = { cancelled: false, work: Promise.resolve() };
    current = own;
    try {
      return await work(own);
    } finally {
      current = null;
    }
  };
  const during = <T>(own: Current, work: Promise<T>): Promise<T> => {
    own.work = work;
    return work;
  };
  const cancel = () => {
    if (current !== null) current.cancelled = true;
  };
  const tell = spaced(deps.onProgress, ({ done, total }) => done >= total);
  const workOn = (file: OpenedFile, kind: 'check' | 'run', own: { readonly cancelled: boolean }): Work => ({
    isCancelled: () => own.cancelled,
    progressed: (done, contacts) => tell({ work: kind, done, total: file.bytes, contacts }),
  });
  return {
    async choose() {
      const path = await dialogs.chooseFile();
      if (path === null) return succeed(null);
      const file = await openFile(path);
      if (!file.ok) return fail({ code: 'import-file', reason: file.error });
      opened = { id: randomUUID(), file: file.value };
      return succeed(show(opened.id, file.value, {}));
    },
    preview(id, form) {
      const file = fileOf(id);
      return file.ok ? succeed(show(id, file.value, form)) : file;
    },
    async check(id, reading) {
      const file = fileOf(id);
      if (!file.ok) return file;
      return working((own) =>
        during(
          own,
          checkImport(file.value, reading, {
            rules: rules(),
            store,
            prepare,
            work: workOn(file.value, 'check', own),
            mostProblems,
          }),
        ),
      );
    },
    async run(id, reading, duplicates) {
      const file = fileOf(id);
      if (!file.ok) return file;
      return working((own) =>
        during(
          own,
          runImport(file.value, reading, {
            rules: rules(),
            store,
            prepare,
            work: workOn(file.value, 'run', own),
            duplicates,
          }),
        ),
      );
    },
    save: (name) =>
      working(async (own) => {
        const format = formats[name];
        const path = await dialogs.choosePlace(`contacts.${format.extension}`, format.extension);
        if (path === null || own.cancelled) return succeed(null);
        try {
          const written = await during(
            own,
            exportContacts(path, format, {
              store,
              isCancelled: () => own.cancelled,
              progressed: (contacts, total) => tell({ work: 'export', done: contacts, total, contacts }),
            }),
          );
          return succeed(written === null ? null : { fileName: basename(path), ...written });
        } catch (error) {
          if (isFileError(error)) return fail({ code: 'export-not-written', file: basename(path) });
          throw error;
        }
      }),
    cancel,
    async stop() {
      cancel();
      // Whoever asked for it is told what went wrong.
      await current?.work.catch(() => undefined);
    },
  };
}
