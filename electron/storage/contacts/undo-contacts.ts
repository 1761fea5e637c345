import { z } from 'zod';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { contactSchema } from '../../../shared/ipc/contact-contract.ts';
import { fromColumnText, toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';

/** Contacts as they were before something happened to them. */
export interface UndoContacts {
  keep(token: string, contacts: readonly Contact[]): void;
  /** Once; null when it is not kept any more. */
  take(token: string): readonly Contact[] | null;
}

/** Nobody takes more back, and texts of deleted people are not kept for ever. */
const mostKept = 20;

const rowSchema = z.object({ contacts: z.string().transform(fromColumnText) });

export function createUndoContacts(connection: Connection): UndoContacts {
  const insert = connection.prepare('INSERT INTO contact_undo (token, contacts) VALUES (?, ?)');
  const forget = connection.prepare('DELETE FROM contact_undo WHERE key <= (SELECT max(key) FROM contact_undo) - ?');
  const select = connection.prepare('SELECT contacts FROM contact_undo WHERE token = ?');
  const remove = connection.prepare('DELETE FROM contact_undo WHERE token = ?');
  return {
    keep(token, contacts) {
      insert.run(token, toColumnText(JSON.stringify(contacts)));
      forget.run(mostKept);
    },
    take(token) {
      const row = rowSchema.safeParse(select.get(toColumnText(token)));
      if (!row.success) return null;
      remove.run(toColumnText(token));
      return contactsIn(row.data.contacts);
    },
  };
}

function contactsIn(text: string): readonly Contact[] | null {
  try {
    return z.array(contactSchema).safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
