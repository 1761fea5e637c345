import { createExchangeDesk } from '../../electron/directory/exchange/exchange-desk.ts';
import {
  type PreparedContacts,
  prepareContacts,
  type ReadOrder,
} from '../../electron/directory/exchange/prepare-contacts.ts';
import { createContactBook } from '../../electron/storage/contacts/contact-book.ts';
import { createContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import { createPastImports } from '../../electron/storage/contacts/past-imports.ts';
import { toNewRowTexts } from '../../electron/storage/contacts/row-texts.ts';
import { createExchangeStore } from '../../electron/wiring/exchange-store.ts';
import type { ExchangeProgress } from '../../shared/ipc/import-contract.ts';
import { morningMs } from './call-builders.ts';
import { contactRules } from './contact-files.ts';
import type { TemporaryDatabase } from './temporary-database.ts';

/** On this thread, from the same source as the other one is built. */
const prepareHere = (order: ReadOrder): PreparedContacts =>
  prepareContacts(order, (drafts) => toNewRowTexts(drafts, morningMs));

/** Imports and exports over a real database; the person at the dialogs chooses what `files` says. */
export function exchangeOver(database: TemporaryDatabase, prepare = prepareHere) {
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
    prepare,
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
