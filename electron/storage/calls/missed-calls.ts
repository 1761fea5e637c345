import { z } from 'zod';
import { isMissed } from '../../../shared/domain/call-view.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import type { Clock, MissedCalls, MissedNumber } from '../../calls/ports.ts';
import { fromColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { callColumns, readCallRow } from './call-row.ts';

/** Whom nobody called back for a week nobody will; and it is asked for after every call. */
const longestWaitMs = 7 * 24 * 60 * 60 * 1000;

/** Few of all calls; which of them were missed is for `isMissed` to say. */
const unanswered = `direction <> 'outbound' AND originated_here = 0 AND disposition IN ('no-answer', 'cancelled')`;

const recent = 'FROM calls WHERE profile_key = :profileKey AND started_at_ms >= :sinceMs';

const unansweredSql = `
  SELECT ${callColumns}, missed_seen FROM calls JOIN profiles ON profiles.key = calls.profile_key
  WHERE calls.profile_key = :profileKey AND started_at_ms >= :sinceMs AND ${unanswered} ORDER BY started_at_ms DESC`;
/**
 * A call that was to reach the number counts, whether it did or not: the agent knows how it went. A talk with a colleague counts for
 * whoever called: the other of the two is the agent.
 */
const handledSql = `
  SELECT caller AS number, max(started_at_ms) AS last_at_ms
  ${recent} AND direction <> 'outbound' AND disposition = 'answered' GROUP BY number
  UNION ALL SELECT callee AS number, max(started_at_ms) AS last_at_ms
  ${recent} AND direction <> 'inbound' AND ifnull(disposition, '') NOT IN ('refused', 'not-sent', 'agent-no-answer')
  GROUP BY number`;
const markSql = `UPDATE calls SET missed_seen = 1
  WHERE key IN (SELECT key ${recent} AND missed_seen = 0 AND ${unanswered})`;

const seenSchema = z.object({ missed_seen: z.number() });
const handledSchema = z.object({ number: z.string().transform(fromColumnText), last_at_ms: z.number() });

interface Handled {
  readonly number: string;
  readonly lastAtMs: number;
}

export function createMissedCalls(deps: { readonly connection: Connection; readonly clock: Clock }): MissedCalls {
  const profiles = createProfileKeys(deps.connection);
  const selectUnanswered = deps.connection.prepare(unansweredSql);
  const selectHandled = deps.connection.prepare(handledSql);
  const mark = deps.connection.prepare(markSql);
  const scope = (profile: string) => ({
    profileKey: profiles.find(profile),
    sinceMs: deps.clock() - longestWaitMs,
  });
  return {
    unhandled(profile) {
      const rows = selectUnanswered.all(scope(profile)).flatMap(readMissed);
      if (rows.length === 0) return [];
      const called = byEnding(selectHandled.all(scope(profile)).flatMap(readHandled));
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
function readMissed(row: unknown): readonly MissedNumber[] {
  const call = readCallRow(row);
  const seen = seenSchema.safeParse(row);
  if (!call.ok || !seen.success || !isMissed(call.value) || call.value.caller === '') return [];
  return [{ number: call.value.caller, lastAtMs: call.value.startedAtMs, seen: seen.data.missed_seen === 1 }];
}

function readHandled(row: unknown): readonly Handled[] {
  const parsed = handledSchema.safeParse(row);
  return parsed.success ? [{ number: parsed.data.number, lastAtMs: parsed.data.last_at_ms }] : [];
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
function byEnding<T extends Handled>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
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
