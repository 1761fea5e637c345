import { logBug } from '../logging/log-bug.ts';
import { createContactBook } from '../storage/contacts/contact-book.ts';
import { createContactIntake } from '../storage/contacts/contact-intake.ts';
import type { Foundation } from './foundation.ts';
import type { WiredHistory } from './wire-history.ts';

/** Who numbers belong to, and how contacts come and go. */
export function wireContacts(
  { clock, log, send }: Foundation,
  { connection, watch, reportUnreadableRow }: WiredHistory,
) {
  let revision = 0;
  const { noteChange, ...book } = createContactBook({
    connection,
    reportUnreadableRow,
    clock,
    onChange() {
      revision += 1;
      send('contacts:changed', { revision });
    },
  });
  const intake = watch.intake(createContactIntake({ connection, clock, onChange: noteChange }));
  return {
    book: watch.contacts(book),
    intake,
    /** What is left of an import that was never finished goes while the program works. */
    start: () => void intake.dropUnfinished().catch(logBug(log, 'An unfinished import could not be removed')),
  };
}

export type WiredContacts = ReturnType<typeof wireContacts>;
