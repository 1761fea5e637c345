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
/** Oldest first: those behind the one with this id, no more than `limit`. */
export type EventsOfCall = (call: Call, page: { readonly after: number | null; readonly limit: number }) => FoundEvents;
export interface FoundEvents {
  readonly events: readonly EventOfCall[];
  /** Behind which id there are how many more; null: none. */
  readonly goesOn: { readonly after: number; readonly left: number } | null;
}
export type EventOfCall = Readonly<z.infer<typeof rowSchema>>;

/** Events without an id of the PBX come while the call goes on, and little later. */
const beforeMs = 60_000;
const afterMs = 600_000;
/** A busy exchange sends so many in that time; more are not looked through. */
const mostLookedThrough = 20_000;

const columns = 'id, received_at_ms, name, encoding, body, state';
const ofPbxIds = 'profile_key = :profileKey AND pbx_call_id IN (SELECT value FROM json_each(:pbxIds))';
const byPbxIds = `FROM inbox INDEXED BY inbox_pbx_call WHERE ${ofPbxIds} AND id > :after`;
const byCall = `FROM inbox WHERE id >= max(:from, :after + 1) AND id < :from + ${mostLookedThrough}
  AND received_at_ms <= :toMs AND call_id = :callId AND NOT (pbx_call_id IS NOT NULL AND ${ofPbxIds})`;
const pageOf = (source: string) => `SELECT ${columns} ${source} ORDER BY id LIMIT :limit`;
const countOf = (source: string) => `SELECT count(*) AS n ${source}`;

const idOf = (row: unknown): number => Number(Reflect.get(Object(row), 'id'));

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
  const ways = [byPbxIds, byCall].map((source) => ({
    select: connection.prepare(pageOf(source)),
    count: connection.prepare(countOf(source)),
  }));
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

  return (call, { after, limit }) => {
    const endMs = callEnd(call)?.atMs ?? call.startedAtMs + afterMs;
    const pbxIds = [...call.pbxCallIds, ...(call.originatedCallId === null ? [] : [call.originatedCallId])];
    const ofPbx = { profileKey: profiles.find(call.profile), pbxIds: JSON.stringify(pbxIds.map(toColumnText)) };
    const ofCall = {
      ...ofPbx,
      from: firstSince(Math.min(call.startedAtMs, call.heard.firstAtMs) - beforeMs),
      toMs: endMs + afterMs,
      callId: toColumnText(call.id),
    };
    const asked = [ofPbx, ofCall] as const;
    const rows = ways
      .flatMap(({ select }, at) => select.all({ ...asked[at], after: after ?? 0, limit }))
      .sort((one, other) => idOf(one) - idOf(other))
      .slice(0, limit);
    const last = idOf(rows.at(-1));
    const countLeft = () =>
      ways.reduce(
        (sum, { count }, at) => sum + Number(Reflect.get(Object(count.get({ ...asked[at], after: last })), 'n')),
        0,
      );
    const left = rows.length < limit ? 0 : countLeft();
    const events = rows.flatMap((row) => {
      const event = rowSchema.safeParse(row);
      if (event.success) return [event.data];
      report({ table: 'inbox', id: String(idOf(row)), reason: event.error.message });
      return [];
    });
    return { events, goesOn: left === 0 ? null : { after: last, left } };
  };
}
