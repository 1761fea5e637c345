import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { type ContactColumns, toContactColumns } from './contact-row.ts';

/** Where a row belongs; the zeros stand for none. */
export interface RowPlace {
  readonly importKey: number;
  readonly profileKey: number;
}

export const ownPlace: RowPlace = { importKey: 0, profileKey: 0 };

/** Writes contacts with all that is found of them. Part of a transaction of whoever calls. */
export interface ContactRows {
  add(contacts: readonly Contact[], place: RowPlace): void;
  /** Keeps the row, so that what is written in its place is found by what refers to it. */
  replace(key: number, contact: Contact): void;
  /** So many of an import as are asked for at most; answers how many. */
  removeOf(importKey: number, most: number): number;
  /** With what imports replaced and would bring back. */
  removeAll(id: string): void;
}

export function createContactRows(connection: Connection): ContactRows {
  const insert = connection.prepare(`
    INSERT INTO contacts (id, source, name, company, note, tags, trunk_name, favourite, do_not_call, changed_at_ms,
      sort_key, haystack, import_key, profile_key)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  // What is changed by hand is one's own from then on: taking its import back does not touch it, nor does one that is not done yet.
  const update = connection.prepare(`
    UPDATE contacts SET id = ?, source = ?, name = ?, company = ?, note = ?, tags = ?, trunk_name = ?, favourite = ?,
      do_not_call = ?, changed_at_ms = ?, sort_key = ?, haystack = ?, import_key = 0, replaced_in = 0, weight = 0 WHERE key = ?`);
  const remove = connection.prepare('DELETE FROM contacts WHERE key = ?');
  const removeSome = connection.prepare(
    'DELETE FROM contacts WHERE key IN (SELECT key FROM contacts WHERE import_key = ? LIMIT ?)',
  );
  const selectReplaced = connection.prepare('SELECT key FROM contacts WHERE id = ? AND key <> ? AND source = ?');
  const insertNumber = connection.prepare(`
    INSERT INTO contact_numbers (contact_key, position, label, written, digits, significant, ending)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const removeNumbers = connection.prepare('DELETE FROM contact_numbers WHERE contact_key = ?');
  const insertTag = connection.prepare(
    'INSERT INTO contact_tags (tag, contact_key) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const removeTags = connection.prepare('DELETE FROM contact_tags WHERE contact_key = ?');
  const insertText = connection.prepare('INSERT INTO contact_search (rowid, name, rest, digits) VALUES (?, ?, ?, ?)');
  const addParts = (key: number, contact: Contact, { numbers }: ContactColumns) => {
    for (const number of numbers) insertNumber.run(key, ...number);
    for (const tag of contact.tags) insertTag.run(toColumnText(tag), key);
  };
  const addText = (key: number, { text }: ContactColumns) => insertText.run(key, text.name, text.rest, text.digits);
  /** Keys begin with 1. */
  const removeBut = (key: number, id: string) => {
    const found = selectReplaced.all(toColumnText(id), key, 'own') as readonly { key: number }[];
    for (const other of found) remove.run(other.key);
  };
  return {
    add(contacts, { importKey, profileKey }) {
      const added = contacts.map((contact) => {
        const columns = toContactColumns(contact);
        const key = Number(insert.run(...columns.values, importKey, profileKey).lastInsertRowid);
        addParts(key, contact, columns);
        return { key, columns };
      });
      // At the end: whatever else is written in between has the index write what it gathered, ten times as slow.
      for (const { key, columns } of added) addText(key, columns);
    },
    replace(key, contact) {
      const columns = toContactColumns(contact);
      removeBut(key, contact.id);
      removeNumbers.run(key);
      removeTags.run(key);
      update.run(...columns.values, key);
      addParts(key, contact, columns);
      addText(key, columns);
    },
    removeOf: (importKey, most) => Number(removeSome.run(importKey, most).changes),
    removeAll: (id) => removeBut(0, id),
  };
}
