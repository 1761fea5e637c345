import type { Connection } from '../database.ts';
import { inTransaction } from '../transaction.ts';
import { contactColumns, contactRowSchema, toContactColumns } from './contact-row.ts';

const atOnce = 1000;

/** Makes the search of the contacts of the contacts themselves, where there is none. */
export function fillContactSearch(connection: Connection): void {
  const select = connection.prepare(
    `SELECT ${contactColumns} FROM contacts AS c WHERE c.key > ? ORDER BY c.key LIMIT ${atOnce}`,
  );
  const insert = connection.prepare('INSERT INTO contact_search (rowid, name, rest, digits) VALUES (?, ?, ?, ?)');
  let after: number | null = Number.MIN_SAFE_INTEGER;
  while (after !== null) {
    const rows = select.all(after) as readonly { readonly key: number }[];
    inTransaction(connection, () => {
      for (const row of rows) {
        const contact = contactRowSchema.safeParse(row);
        if (!contact.success) continue;
        const { name, rest, digits } = toContactColumns(contact.data.contact).text;
        insert.run(row.key, name, rest, digits);
      }
    });
    after = rows.length < atOnce ? null : (rows.at(-1)?.key ?? null);
  }
}
