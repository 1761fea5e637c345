import type { Connection } from '../database.ts';
import { inTransaction } from '../transaction.ts';
import { createCallIndex } from './call-index.ts';
import { callColumns, callReferences, readCallRow } from './call-row.ts';
import { readCallWork, workColumns } from './call-work-row.ts';
import { documentVersion, searchDocument } from './search-document.ts';

const atOnce = 1000;

/**
 * Makes the index of calls anew where it was made by other rules, or never; else it does nothing. A program that ends meanwhile begins
 * again at its next start.
 */
export function fillIndex(connection: Connection): void {
  const state = connection.prepare('SELECT version FROM call_search_state').get() as { version: number };
  if (state.version === documentVersion) return;
  const index = createCallIndex(connection);
  const select = connection.prepare(`
    SELECT ${callColumns}, calls.kind_key, ${workColumns} FROM calls ${callReferences}
    LEFT JOIN call_work ON call_work.call_key = calls.key WHERE calls.key > ? ORDER BY calls.key LIMIT ${atOnce}`);
  inTransaction(connection, () => connection.exec("INSERT INTO call_search (call_search) VALUES ('delete-all')"));
  let after: number | null = Number.MIN_SAFE_INTEGER;
  while (after !== null) {
    const rows = select.all(after) as readonly { readonly key: number; readonly kind_key: number }[];
    inTransaction(connection, () => {
      for (const row of rows) {
        const call = readCallRow(row);
        if (call.ok) index.put(row.key, searchDocument(call.value, readCallWork(row), row.kind_key));
      }
    });
    after = rows.length < atOnce ? null : (rows.at(-1)?.key ?? null);
  }
  connection.prepare('UPDATE call_search_state SET version = ?').run(documentVersion);
}
