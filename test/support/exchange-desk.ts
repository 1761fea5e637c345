import { createExchangeDesk } from '../../electron/directory/exchange/exchange-desk.ts';
import { createContactBook } from '../../electron/storage/contacts/contact-book.ts';
import { createContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import { createPastImports } from '../../electron/storage/contacts/past-imports.ts';
import { createExchangeStore } from '../../electron/wiring/exchange-store.ts';
import type { ExchangeProgress } from '../../shared/ipc/import-contract.ts';
import { morningMs } from './call-builders.ts';
import { contactRules } from './contact-files.ts';
import type { TemporaryDatabase } from './temporary-database.ts';

/** Imports and exports over a real database; the person at the dialogs chooses what `files` says. */
export function exchangeOver(database: TemporaryDatabase) {
  const files: { open: string | null; save: string | null | Promise<null> } = { open: null, save: null };
  const progress: ExchangeProgress[] = [];
  const { connection, reportUnreadableRow } = database;
  const clock = () => morningMs;
  let whenProgressed: (told: ExchangeProgress) => void = () => undefined;
  const { noteChange, ...book } = createContactBook({
    connection,
    clock,
    reportUnreadableRow,
    onChange: () => undefined,
  });
  const intake = createContactIntake({ connection, clock, onChange: noteChange });
  const desk = createExchangeDesk({
    store: createExchangeStore(book, intake, () => 'office'),
    dialogs: { chooseFile: async () => files.open, choosePlace: async () => files.save },
    rules: () => contactRules,
    onProgress(told) {
      progress.push(told);
      whenProgressed(told);
    },
  });
  return {
    files,
    progress,
    book,
    intake,
    desk,
    imports: createPastImports(connection),
    onProgress(listener: typeof whenProgressed) {
      whenProgressed = listener;
    },
  };
}
