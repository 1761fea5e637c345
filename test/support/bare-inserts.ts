import { prepareContacts, type ReadOrder } from '../../electron/directory/exchange/prepare-contacts.ts';
import { toNewRowTexts } from '../../electron/storage/contacts/row-texts.ts';
import { inTransaction } from '../../electron/storage/transaction.ts';
import { mustOpen } from './temporary-database.ts';

type Row = readonly [place: number, ...(string | number | null)[]];

const inserts = {
  contacts: `INSERT INTO contacts (key, id, source, name, company, note, tags, trunk_name, favourite, do_not_call,
    changed_at_ms, sort_key, haystack, import_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  numbers: `INSERT INTO contact_numbers (contact_key, position, label, written, digits, significant, ending)
    VALUES (?, ?, ?, ?, ?, ?, ?)`,
  tags: 'INSERT INTO contact_tags (contact_key, tag) VALUES (?, ?)',
  texts: 'INSERT INTO contact_search (rowid, name, rest, digits) VALUES (?, ?, ?, ?)',
} as const;

/** The rows that an import of the file writes, into the same tables and indexes, by a statement a row in one transaction: no less is to be done. */
export async function insertBare(database: string, order: ReadOrder): Promise<() => void> {
  const rows: Record<keyof typeof inserts, Row[]> = { contacts: [], numbers: [], tags: [], texts: [] };
  const tables = Object.keys(inserts) as (keyof typeof inserts)[];
  let firstKey = 1;
  for await (const prepared of prepareContacts(order, (drafts) => toNewRowTexts(drafts, Date.now()))) {
    if (!prepared.ok || prepared.value.rows === null) throw new Error('The file was not read');
    for (const table of tables) {
      const made = JSON.parse(prepared.value.rows[table]) as readonly Row[];
      rows[table].push(...made.map(([place, ...rest]): Row => [firstKey + place, ...rest]));
    }
    firstKey += prepared.value.rows.count;
  }
  const { connection, close } = mustOpen(database);
  return () => {
    inTransaction(connection, () => {
      for (const table of tables) {
        const statement = connection.prepare(inserts[table]);
        for (const row of rows[table]) statement.run(...row);
      }
    });
    close();
  };
}
