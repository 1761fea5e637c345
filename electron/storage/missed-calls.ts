import { z } from 'zod';
import { sameNumber } from '../../shared/domain/destination.ts';
import { toLatinDigits } from '../../shared/domain/digits.ts';
import type { Clock, MissedCalls, MissedNumber } from '../calls/ports.ts';
import { fromColumnText } from './column-text.ts';
import type { Connection } from './database.ts';
import { createProfileKeys } from './profile-keys.ts';

/** Whom nobody called back for a week nobody will; and it is asked for after every call. */
const longestWaitMs = 7 * 24 * 60 * 60 * 1000;

/**
 * `$[3]` is the disposition of a record, see call-facts.ts: where the call counts as not answered and its record says that it was, a
 * colleague answered it.
 */
const missed = `direction = 'inbound' AND disposition IN ('no-answer', 'cancelled') AND caller <> ''
  AND NOT EXISTS (SELECT 1 FROM json_each(facts, '$.r') AS record WHERE json_extract(record.value, '$[3]') = 'answered')`;

/** A call that was to reach the number counts, whether it did or not: the agent knows how it went. */
const handled = `(direction = 'inbound' AND disposition = 'answered') OR (direction <> 'inbound'
  AND ifnull(disposition, '') NOT IN ('refused', 'not-sent', 'agent-no-answer'))`;

const recent = 'FROM calls WHERE profile_key = :profileKey AND started_at_ms >= :sinceMs';

const missedSql = `
  SELECT caller AS number, max(started_at_ms) AS last_at_ms, min(missed_seen) AS seen
  ${recent} AND ${missed} GROUP BY caller ORDER BY last_at_ms DESC`;
const handledSql = `
  SELECT CASE direction WHEN 'inbound' THEN caller ELSE callee END AS number, max(started_at_ms) AS last_at_ms, 1 AS seen
  ${recent} AND (${handled}) GROUP BY number`;
const markSql = `UPDATE calls SET missed_seen = 1
  WHERE key IN (SELECT key ${recent} AND missed_seen = 0 AND ${missed})`;

const rowSchema = z.object({
  number: z.string().transform(fromColumnText),
  last_at_ms: z.number(),
  seen: z.number(),
});

export function createMissedCalls(deps: { readonly connection: Connection; readonly clock: Clock }): MissedCalls {
  const profiles = createProfileKeys(deps.connection);
  const selectMissed = deps.connection.prepare(missedSql);
  const selectHandled = deps.connection.prepare(handledSql);
  const mark = deps.connection.prepare(markSql);
  const scope = (profile: string) => ({
    profileKey: profiles.find(profile),
    sinceMs: deps.clock() - longestWaitMs,
  });
  return {
    unhandled(profile) {
      const rows = selectMissed.all(scope(profile)).flatMap(readRow);
      if (rows.length === 0) return [];
      const called = byEnding(selectHandled.all(scope(profile)).flatMap(readRow));
      const isHandled = ({ number, lastAtMs }: MissedNumber) =>
        (called.get(ending(number)) ?? []).some((one) => one.lastAtMs > lastAtMs && sameNumber(one.number, number));
      return [...byEnding(rows).values()]
        .flatMap(joinWritings)
        .filter((missedNumber) => !isHandled(missedNumber))
        .sort((a, b) => b.lastAtMs - a.lastAtMs);
    },
    markSeen: (profile) => void mark.run(scope(profile)),
  };
}

/** A row that cannot be read is reported where the history is read. */
function readRow(row: unknown): readonly MissedNumber[] {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return [];
  return [{ number: parsed.data.number, lastAtMs: parsed.data.last_at_ms, seen: parsed.data.seen === 1 }];
}

/** `0912...` and `+98912...` are one party; rows come newest first, so the newest call speaks for both. */
function joinWritings(rows: readonly MissedNumber[]): readonly MissedNumber[] {
  const joined: MissedNumber[] = [];
  for (const row of rows) {
    const index = joined.findIndex(({ number }) => sameNumber(number, row.number));
    const known = joined[index];
    if (known === undefined) joined.push(row);
    else joined[index] = { ...known, seen: known.seen && row.seen };
  }
  return joined;
}

/** Of all the numbers of a week only those that end alike are compared with each other. */
function byEnding(rows: readonly MissedNumber[]): ReadonlyMap<string, readonly MissedNumber[]> {
  const groups = new Map<string, MissedNumber[]>();
  for (const row of rows) {
    const group = groups.get(ending(row.number));
    if (group === undefined) groups.set(ending(row.number), [row]);
    else group.push(row);
  }
  return groups;
}

function ending(number: string): string {
  const digits = toLatinDigits(number).replace(/[^\d*#]/g, '');
  return digits === '' ? number : digits.slice(-4);
}
