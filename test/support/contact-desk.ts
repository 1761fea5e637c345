import { type ContactBook, createContactBook } from '../../electron/storage/contacts/contact-book.ts';
import { type ContactIntake, createContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import type { Contact, ContactDraft } from '../../shared/domain/contact/contact.ts';
import type { ContactFilter } from '../../shared/ipc/contact-contract.ts';
import { morningMs } from './call-builders.ts';
import type { TemporaryDatabase } from './temporary-database.ts';

export const everything: ContactFilter = { source: 'all', favourites: false, tag: null };

/** The contacts of a database, with short words for what tests ask of them. */
export interface ContactDesk {
  readonly book: Omit<ContactBook, 'noteChange'>;
  readonly intake: ContactIntake;
  changes(): number;
  /** Names, in the order in which they are found. */
  found(text: string, filter?: Partial<ContactFilter>, limit?: number): readonly string[];
  listed(filter?: Partial<ContactFilter>): readonly string[];
  nameOf(number: string): string | null;
  saved(draft: ContactDraft, id?: string | null): Contact;
}

export function openContacts({
  connection,
  reportUnreadableRow,
}: Pick<TemporaryDatabase, 'connection' | 'reportUnreadableRow'>): ContactDesk {
  let changes = 0;
  const clock = () => morningMs;
  const onChange = () => {
    changes += 1;
  };
  const { noteChange, ...book } = createContactBook({ connection, clock, onChange, reportUnreadableRow });
  return {
    book,
    intake: createContactIntake({ connection, clock, onChange: noteChange }),
    changes: () => changes,
    found: (text, filter = {}, limit = 50) =>
      book.search('office', { ...everything, ...filter, text, limit }).map(({ contact }) => contact.name),
    listed: (filter = {}) =>
      book.list('office', { ...everything, ...filter, after: null, limit: 200 }).contacts.map(({ name }) => name),
    nameOf: (number) => book.names('office', [number])[0]?.name ?? null,
    saved(draft, id = null) {
      const answer = book.save(id, draft);
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    },
  };
}
