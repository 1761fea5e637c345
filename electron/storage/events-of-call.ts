import { z } from 'zod';
import type { Call } from '../../shared/domain/call.ts';
import { callEnd } from '../../shared/domain/call-view.ts';
import { inboxStates } from '../calls/ports.ts';
import { fromColumnText, toColumnText } from './column-text.ts';
import type { Connection } from './database.ts';
import { createProfileKeys } from './profile-keys.ts';
import { oncePerRow, type ReportUnreadableRow } from './unreadable-row.ts';

const rowSchema = z
  .object({
    id: z.int(),
    received_at_ms: z.number(),
    name: z.string().transform(fromColumnText),
    encoding: z.enum(['query', 'form', 'json']),
    body: z.instanceof(Uint8Array),
    state: z.enum(inboxStates),
  })
  .transform(({ received_at_ms, ...row }) => ({ ...row, receivedAtMs: received_at_ms }));
/** Oldest first. */
export type EventsOfCall = (call: Call, limit: number) => readonly EventOfCall[];
export type EventOfCall = Readonly<z.infer<typeof rowSchema>>;

/** Events without an id of the PBX come while the call goes on, and little later. */
const beforeMs = 60_000;
const afterMs = 600_000;
/** A busy exchange sends so many in that time; more are not looked through. */
const mostLookedThrough = 20_000;

const columns = 'id, received_at_ms, name, encoding, body, state';
const byPbxIdSql = `SELECT ${columns} FROM inbox INDEXED BY inbox_pbx_call
  WHERE profile_key = :profileKey AND pbx_call_id IN (SELECT value FROM json_each(:pbxIds)) ORDER BY id LIMIT :limit`;
const byCallSql = `SELECT ${columns} FROM inbox
  WHERE id >= :from AND id < :from + ${mostLookedThrough} AND received_at_ms <= :toMs AND call_id = :callId
  ORDER BY id LIMIT :limit`;

/** What came in about one call, as it came, oldest first. */
export function createEventsOfCall({
  connection,
  reportUnreadableRow,
}: {
  readonly connection: Connection;
  readonly reportUnreadableRow: ReportUnreadableRow;
}): EventsOfCall {
  const report = oncePerRow(reportUnreadableRow);
  const profiles = createProfileKeys(connection);
  const selectByPbxId = connection.prepare(byPbxIdSql);
  const selectByCall = connection.prepare(byCallSql);
  const selectNext = connection.prepare('SELECT id, received_at_ms FROM inbox WHERE id >= ? ORDER BY id LIMIT 1');
  const selectLast = connection.prepare('SELECT max(id) AS id FROM inbox');

  /** Events are numbered as they come in: the first one since a moment is found by halving, without an index of moments. */
  const firstSince = (sinceMs: number): number => {
    let low = 1;
    let high = ((selectLast.get() as { id: number | null }).id ?? 0) + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const next = selectNext.get(middle) as { received_at_ms: number } | undefined;
      if (next === undefined || next.received_at_ms >= sinceMs) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  return (call, limit) => {
    const profileKey = profiles.find(call.profile);
    const pbxIds = [...call.pbxCallIds, ...(call.originatedCallId === null ? [] : [call.originatedCallId])];
    const endMs = callEnd(call)?.atMs ?? call.startedAtMs + afterMs;
    const rows = [
      ...selectByPbxId.all({ profileKey, pbxIds: JSON.stringify(pbxIds.map(toColumnText)), limit }),
      ...selectByCall.all({
        from: firstSince(Math.min(call.startedAtMs, call.heard.firstAtMs) - beforeMs),
        toMs: endMs + afterMs,
        callId: toColumnText(call.id),
        limit,
      }),
    ];
    const found = new Map<number, EventOfCall>();
    for (const row of rows) {
      const event = rowSchema.safeParse(row);
      if (event.success) found.set(event.data.id, event.data);
      else report({ table: 'inbox', id: String((row as { id?: unknown }).id), reason: event.error.message });
    }
    return [...found.values()].sort((a, b) => a.id - b.id).slice(0, limit);
  };
}
