import type { Connection } from '../database.ts';
import { inTransaction } from '../transaction.ts';
import { createCallFacets } from './call-facets.ts';
import { createCallIndex } from './call-index.ts';
import { callColumns, callReferences, readCallRow } from './call-row.ts';
import { readCallWork, workColumns } from './call-work-row.ts';
import { documentVersion, searchDocument } from './search-document.ts';
import { waitedOf } from './waited-column.ts';

const atOnce = 1000;
/** In the place of the version until the last call is in the index. */
const beingFilled = -documentVersion;

/** There are calls, and what is made of them was made by other rules, never, or not to its end: too much work for the main thread. */
export function needsFilling(connection: Connection): boolean {
  if (versionIn(connection) === documentVersion) return false;
  return connection.prepare('SELECT 1 FROM calls LIMIT 1').get() !== undefined;
}

/**
 * Makes anew what is made of whole calls, where it was made by other rules, or never: their index, and the column `waited`. Else it does
 * nothing. What was broken off goes on behind the last call that was written.
 */
export function fillIndex(connection: Connection): void {
  const version = versionIn(connection);
  if (version === documentVersion) return;
  const setVersion = connection.prepare('UPDATE call_search_state SET version = ?');
  if (version !== beingFilled) {
    inTransaction(connection, () => {
      connection.exec("INSERT INTO call_search (call_search) VALUES ('delete-all')");
      connection.exec('UPDATE call_facets SET documents = 0');
      setVersion.run(beingFilled);
    });
  }
  const index = createCallIndex(connection);
  const facets = createCallFacets(connection);
  const setWaited = connection.prepare('UPDATE calls SET waited = ? WHERE key = ? AND waited IS NOT ?');
  const select = connection.prepare(`
    SELECT ${callColumns}, calls.kind_key, ${workColumns} FROM calls ${callReferences}
    LEFT JOIN call_work ON call_work.call_key = calls.key WHERE calls.key > ? ORDER BY calls.key LIMIT ${atOnce}`);
  let after: number | null = lastKeyIn(connection);
  while (after !== null) {
    const rows = select.all(after) as readonly { readonly key: number; readonly kind_key: number }[];
    inTransaction(connection, () => {
      for (const row of rows) {
        const call = readCallRow(row);
        if (!call.ok) continue;
        const work = readCallWork(row);
        const facetKey = facets.findOrAdd(row.kind_key, call.value, work);
        index.put(row.key, searchDocument(call.value, work, facetKey), facetKey);
        const waited = waitedOf(call.value);
        setWaited.run(waited, row.key, waited);
      }
    });
    after = rows.length < atOnce ? null : (rows.at(-1)?.key ?? null);
  }
  setVersion.run(documentVersion);
}

function versionIn(connection: Connection): number {
  return (connection.prepare('SELECT version FROM call_search_state').get() as { version: number }).version;
}

/** Calls are put into it in the order of their keys. */
function lastKeyIn(connection: Connection): number {
  const row = connection.prepare('SELECT max(id) AS key FROM call_search_docsize').get();
  return (row as { key: number | null }).key ?? Number.MIN_SAFE_INTEGER;
}
