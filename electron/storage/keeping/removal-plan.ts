import type { RemovalRule } from '../../../shared/ipc/keeping-contract.ts';
import { firstKeyAt, mostMoved } from '../calls/id-columns.ts';
import type { Connection } from '../database.ts';
import { numberOf, readFrom } from './check-database.ts';
import { callsBeyond, removedBefore } from './removal-rule.ts';

/** Something is still to be done about it: it stays, however old it is. */
export const openWork = `EXISTS (SELECT 1 FROM call_work WHERE call_key = calls.key
  AND (awaits_outcome = 1 OR (follow_up_at_ms IS NOT NULL AND follow_up_done_at_ms IS NULL)))`;

export interface RemovalPlan {
  /** Before which moment calls go; null: the rule takes none. */
  readonly beforeMs: number | null;
  readonly calls: number;
  readonly oldestMs: number | null;
  readonly newestMs: number | null;
  /** Of the calls that go, those with a note, an outcome or tags. */
  readonly noted: number;
  /** Old enough to go, and kept. */
  readonly kept: number;
}

const nothing: RemovalPlan = { beforeMs: null, calls: 0, oldestMs: null, newestMs: null, noted: 0, kept: 0 };

/** By keys, which are in the order of the starts: the calls that stay are not looked at. */
const oldCalls = 'calls.key < :endKey AND started_at_ms < :beforeMs';

/** What a rule takes now. Looks through all old calls. */
export function planRemoval(file: string, rule: RemovalRule, nowMs: number): RemovalPlan {
  return readFrom(file, (connection) => {
    const beforeMs = removedBefore(rule, nowMs, fitsAt(connection, rule));
    if (beforeMs === null) return nothing;
    const old = { beforeMs, endKey: firstKeyAt(beforeMs) + mostMoved };
    const row: unknown = connection
      .prepare(
        `SELECT count(*) AS calls, min(started_at_ms) AS oldestMs, max(started_at_ms) AS newestMs,
           count(*) FILTER (WHERE note <> '' OR outcome IS NOT NULL OR tags <> '[]') AS noted
         FROM calls LEFT JOIN call_work ON call_key = calls.key WHERE ${oldCalls} AND NOT ${openWork}`,
      )
      .get(old);
    const kept: unknown = connection
      .prepare(`SELECT count(*) AS kept FROM calls WHERE ${oldCalls} AND ${openWork}`)
      .get(old);
    return { beforeMs, ...(row as Omit<RemovalPlan, 'beforeMs' | 'kept'>), ...(kept as { readonly kept: number }) };
  });
}

function fitsAt(connection: Connection, rule: RemovalRule): number | null {
  const calls = numberOf(connection, 'SELECT count(*) FROM calls');
  const pages = numberOf(connection, 'PRAGMA page_count') - numberOf(connection, 'PRAGMA freelist_count');
  const beyond = callsBeyond(rule, { bytes: pages * numberOf(connection, 'PRAGMA page_size'), calls });
  if (beyond === 0) return null;
  const row: unknown = connection
    .prepare('SELECT started_at_ms AS at FROM calls ORDER BY key LIMIT 1 OFFSET ?')
    .get(beyond - 1);
  return (row as { readonly at: number }).at + 1;
}
