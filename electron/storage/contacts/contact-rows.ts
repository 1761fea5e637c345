import type { Contact } from '../../../shared/domain/contact/contact.ts';
import type { SearchText } from '../../../shared/domain/contact/search-text.ts';
import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { type ContactColumns, toContactColumns } from './contact-row.ts';

/** Where a row belongs; the zeros stand for none. */
export interface RowPlace {
  readonly importKey: number;
  readonly profileKey: number;
}

export const ownPlace: RowPlace = { importKey: 0, profileKey: 0 };

/** What the search is to know of a row. */
export interface RowText {
  readonly key: number;
  readonly text: SearchText;
}

/** Writes contacts with all that is found of them. Part of a transaction of whoever calls. */
export interface ContactRows {
  add(contacts: readonly Contact[], place: RowPlace): void;
  /** Not found by their texts until these are added as well. */
  addWithoutTexts(contacts: readonly Contact[], place: RowPlace): readonly RowText[];
  addTexts(texts: readonly RowText[]): void;
  /** Keeps the row, so that what is written in its place is found by what refers to it. */
  replace(key: number, contact: Contact): void;
  /** So many of an import as are asked for at most; answers how many. */
  removeOf(importKey: number, most: number): number;
  /** With what imports replaced and would bring back. */
  removeAll(id: string): void;
}

/** Writes the rows of one JSON array: a statement for each of a hundred thousand rows would take twice as long. */
const insertRows = (table: string, columns: readonly string[]) => `
  INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map((_, at) => `value ->> ${at}`).join(', ')} FROM json_each(?)`;

const contactRowColumns = [
  ...['key', 'id', 'source', 'name', 'company', 'note', 'tags', 'trunk_name', 'favourite', 'do_not_call'],
  ...['changed_at_ms', 'sort_key', 'haystack', 'import_key', 'profile_key'],
];
const numberColumns = ['contact_key', 'position', 'label', 'written', 'digits', 'significant', 'ending'];

export function createContactRows(connection: Connection): ContactRows {
  const selectLast = connection.prepare('SELECT ifnull(max(key), 0) AS key FROM contacts');
  const insert = connection.prepare(insertRows('contacts', contactRowColumns));
  // What is changed by hand is one's own from then on: taking its import back does not touch it, nor does one that is not done yet.
  const update = connection.prepare(`
    UPDATE contacts SET id = ?, source = ?, name = ?, company = ?, note = ?, tags = ?, trunk_name = ?, favourite = ?,
      do_not_call = ?, changed_at_ms = ?, sort_key = ?, haystack = ?, import_key = 0, replaced_in = 0, weight = 0 WHERE key = ?`);
  const remove = connection.prepare('DELETE FROM contacts WHERE key = ?');
  // The zeros are not in the index by this column: it is used for what is said to be none.
  const removeSome = connection.prepare(
    'DELETE FROM contacts WHERE key IN (SELECT key FROM contacts WHERE import_key = ? AND import_key > 0 LIMIT ?)',
  );
  const selectReplaced = connection.prepare('SELECT key FROM contacts WHERE id = ? AND key <> ? AND source = ?');
  const insertNumbers = connection.prepare(insertRows('contact_numbers', numberColumns));
  const removeNumbers = connection.prepare('DELETE FROM contact_numbers WHERE contact_key = ?');
  const insertTags = connection.prepare(
    `${insertRows('contact_tags', ['tag', 'contact_key'])} WHERE true ON CONFLICT DO NOTHING`,
  );
  const removeTags = connection.prepare('DELETE FROM contact_tags WHERE contact_key = ?');
  const insertText = connection.prepare('INSERT INTO contact_search (rowid, name, rest, digits) VALUES (?, ?, ?, ?)');
  const insertAll = (statement: typeof insert, rows: readonly (readonly (string | number | null)[])[]) =>
    rows.length > 0 && statement.run(JSON.stringify(rows));
  /** Their keys follow each other. */
  const addParts = (firstKey: number, contacts: readonly Contact[], columns: readonly ContactColumns[]) => {
    const numbers = columns.flatMap((one, at) => one.numbers.map((number) => [firstKey + at, ...number]));
    const tags = contacts.flatMap((one, at) => one.tags.map((tag) => [toColumnText(tag), firstKey + at]));
    insertAll(insertNumbers, numbers);
    insertAll(insertTags, tags);
  };
  const addRows = (contacts: readonly Contact[], { importKey, profileKey }: RowPlace): readonly RowText[] => {
    const columns = contacts.map(toContactColumns);
    const firstKey = (selectLast.get() as { key: number }).key + 1;
    const rows = columns.map(({ values }, at) => [firstKey + at, ...values, importKey, profileKey]);
    insertAll(insert, rows);
    addParts(firstKey, contacts, columns);
    return columns.map(({ text }, at) => ({ key: firstKey + at, text }));
  };
  const addTexts = (texts: readonly RowText[]) => {
    for (const { key, text } of texts) insertText.run(key, text.name, text.rest, text.digits);
  };
  /** Keys begin with 1. */
  const removeBut = (key: number, id: string) => {
    const found = selectReplaced.all(toColumnText(id), key, 'own') as readonly { key: number }[];
    for (const other of found) remove.run(other.key);
  };
  return {
    // Texts at the end: whatever else is written in between has the index write what it gathered, ten times as slow.
    add: (contacts, place) => addTexts(addRows(contacts, place)),
    addWithoutTexts: addRows,
    addTexts,
    replace(key, contact) {
      const columns = toContactColumns(contact);
      removeBut(key, contact.id);
      removeNumbers.run(key);
      removeTags.run(key);
      update.run(...columns.values, key);
      addParts(key, [contact], [columns]);
      addTexts([{ key, text: columns.text }]);
    },
    removeOf: (importKey, most) => Number(removeSome.run(importKey, most).changes),
    removeAll: (id) => removeBut(0, id),
  };
}
