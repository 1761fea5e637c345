import type { Contact } from '../../../shared/domain/contact/contact.ts';
import type { ContactRowTexts } from '../../directory/exchange/contact-store.ts';
import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { toContactColumns } from './contact-row.ts';
import { toRowTexts } from './row-texts.ts';

/** Where a row belongs; the zeros stand for none. */
export interface RowPlace {
  readonly importKey: number;
  readonly profileKey: number;
}

export const ownPlace: RowPlace = { importKey: 0, profileKey: 0 };

/** Rows that the search does not know yet. */
export interface AddedRows {
  readonly count: number;
  readonly firstKey: number;
  readonly texts: string;
  /** As a JSON text. */
  readonly leftOut: string;
}

/** Writes contacts with all that is found of them. Part of a transaction of whoever calls. */
export interface ContactRows {
  add(contacts: readonly Contact[], place: RowPlace): void;
  /** All but those at the places that are left out. Not found by their texts until these are added as well. */
  addWithoutTexts(rows: ContactRowTexts, place: RowPlace, leftOut: readonly number[]): AddedRows;
  addTexts(added: AddedRows): void;
  /** Keeps the row, so that what is written in its place is found by what refers to it. */
  replace(key: number, contact: Contact): void;
  /** So many of an import as are asked for at most; answers how many. */
  removeOf(importKey: number, most: number): number;
  /** With what imports replaced and would bring back. */
  removeAll(id: string): void;
}

/**
 * Writes the rows of one JSON array, each after the place of its contact in the batch: a statement for each of a hundred thousand rows
 * would take twice as long. What is bound by name stands behind them.
 */
const insertRows = (
  table: string,
  key: string,
  columns: readonly string[],
  bound: Readonly<Record<string, string>> = {},
) => `
  INSERT INTO ${table} (${[key, ...columns, ...Object.keys(bound)].join(', ')})
  SELECT ${[':firstKey + (value ->> 0)', ...columns.map((_, at) => `value ->> ${at + 1}`), ...Object.values(bound)].join(', ')}
  FROM json_each(:rows) WHERE value ->> 0 NOT IN (SELECT value FROM json_each(:leftOut))`;

const contactRowColumns = [
  ...['id', 'source', 'name', 'company', 'note', 'tags', 'trunk_name', 'favourite', 'do_not_call'],
  ...['changed_at_ms', 'sort_key', 'haystack'],
];
const noneLeftOut = '[]';
const numberColumns = ['position', 'label', 'written', 'digits', 'significant', 'ending'];

export function createContactRows(connection: Connection): ContactRows {
  const selectLast = connection.prepare('SELECT ifnull(max(key), 0) AS key FROM contacts');
  const insert = connection.prepare(
    insertRows('contacts', 'key', contactRowColumns, { import_key: ':importKey', profile_key: ':profileKey' }),
  );
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
  const insertNumbers = connection.prepare(insertRows('contact_numbers', 'contact_key', numberColumns));
  const removeNumbers = connection.prepare('DELETE FROM contact_numbers WHERE contact_key = ?');
  const insertTags = connection.prepare(`${insertRows('contact_tags', 'contact_key', ['tag'])} ON CONFLICT DO NOTHING`);
  const removeTags = connection.prepare('DELETE FROM contact_tags WHERE contact_key = ?');
  const insertTexts = connection.prepare(insertRows('contact_search', 'rowid', ['name', 'rest', 'digits']));
  const addParts = (firstKey: number, { numbers, tags }: ContactRowTexts, leftOut: string) => {
    insertNumbers.run({ firstKey, rows: numbers, leftOut });
    insertTags.run({ firstKey, rows: tags, leftOut });
  };
  const addWithoutTexts = (rows: ContactRowTexts, place: RowPlace, placesLeftOut: readonly number[]): AddedRows => {
    const firstKey = (selectLast.get() as { key: number }).key + 1;
    const leftOut = JSON.stringify(placesLeftOut);
    insert.run({ firstKey, rows: rows.contacts, leftOut, ...place });
    addParts(firstKey, rows, leftOut);
    return { count: rows.count - placesLeftOut.length, firstKey, texts: rows.texts, leftOut };
  };
  const addTexts = ({ firstKey, texts, leftOut }: AddedRows) => insertTexts.run({ firstKey, rows: texts, leftOut });
  /** Keys begin with 1. */
  const removeBut = (key: number, id: string) => {
    const found = selectReplaced.all(toColumnText(id), key, 'own') as readonly { key: number }[];
    for (const other of found) remove.run(other.key);
  };
  return {
    // Texts at the end: whatever else is written in between has the index write what it gathered, ten times as slow.
    add: (contacts, place) => void addTexts(addWithoutTexts(toRowTexts(contacts), place, [])),
    addWithoutTexts,
    addTexts: (added) => void addTexts(added),
    replace(key, contact) {
      const rows = toRowTexts([contact]);
      removeBut(key, contact.id);
      removeNumbers.run(key);
      removeTags.run(key);
      update.run(...toContactColumns(contact).values, key);
      addParts(key, rows, noneLeftOut);
      addTexts({ count: 1, firstKey: key, texts: rows.texts, leftOut: noneLeftOut });
    },
    removeOf: (importKey, most) => Number(removeSome.run(importKey, most).changes),
    removeAll: (id) => removeBut(0, id),
  };
}
