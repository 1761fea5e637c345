import { z } from 'zod';
import { callEnding } from '../../../shared/domain/call-view.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import {
  type CallEnding,
  type Direction,
  directions,
  dispositions,
  isUnanswered,
} from '../../../shared/domain/disposition.ts';
import type { CalledNumber, CalledNumbers, Clock } from '../../calls/ports.ts';
import { fromColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { createCallKinds } from './call-kinds.ts';
import { callColumns, callReferences, readCallRow } from './call-row.ts';
import { createNewestCalls } from './newest-calls.ts';

/**
 * Asked with every digit that is typed, on the thread that also takes events. So it never walks the whole history: the
 * newest calls are read along the index of the list, the last two months of a busy agent, in some ten milliseconds; an
 * older number is found in the history itself.
 */
const mostCallsRead = 10_000;
/** Writings of one number are joined, and the typed number itself is no suggestion: some more are read than asked for. */
const spareRows = 20;
/** From so many digits on, without zeros before them, a number is complete: whatever prefix was stored, it is this one. */
const completeDigits = 10;

/**
 * `instr` takes every character for itself, where LIKE has its own ideas of `%` and `_`. With `max()` SQLite takes the
 * other columns from the row that has the maximum. A try is a call that was to reach the number: not one that was refused, never
 * sent, or not picked up by the agent.
 */
const searchSql = (newest: string) => `
  WITH recent AS (
    SELECT CASE kinds.direction WHEN 'inbound' THEN caller ELSE callee END AS number, newest.key, started_at_ms,
      kinds.direction, kinds.disposition
    FROM (${newest}) AS newest CROSS JOIN call_kinds AS kinds ON kinds.key = newest.kind_key
  )
  SELECT number, max(started_at_ms) AS last_at_ms, key, direction, disposition, count(*) AS calls,
    sum(started_at_ms >= :dayFromMs AND direction <> 'inbound'
      AND ifnull(disposition, '') NOT IN ('refused', 'not-sent', 'agent-no-answer')) AS tries_today
  FROM recent WHERE number <> '' AND instr(number, :part) > 0
  GROUP BY number ORDER BY instr(number, :digits) <> 1, last_at_ms DESC LIMIT :most`;

const callSql = `SELECT ${callColumns} FROM calls ${callReferences} WHERE calls.key = :key`;

const rowSchema = z.object({
  number: z.string().transform(fromColumnText),
  last_at_ms: z.number(),
  key: z.number(),
  direction: z.enum(directions),
  disposition: z.enum(dispositions).nullable(),
  calls: z.number(),
  tries_today: z.number(),
});

interface FoundNumber extends Omit<CalledNumber, 'ending'> {
  /** Of the last call. */
  readonly key: number;
  readonly direction: Direction;
}

export function createCalledNumbers(deps: { readonly connection: Connection; readonly clock: Clock }): CalledNumbers {
  const profiles = createProfileKeys(deps.connection);
  const newest = createNewestCalls(deps.connection, createCallKinds(deps.connection));
  const searches = new Map<string, ReturnType<Connection['prepare']>>();
  const searchIn = (source: string) => {
    const search = searches.get(source) ?? deps.connection.prepare(searchSql(source));
    searches.set(source, search);
    return search;
  };
  const selectCall = deps.connection.prepare(callSql);
  /** Only of a call to the agent without an answer more has to be known: a colleague may have taken it. */
  const endingOf = ({ key, direction, disposition }: FoundNumber): CallEnding | null => {
    if (direction === 'outbound' || !isUnanswered(disposition)) return disposition;
    const call = readCallRow(selectCall.get({ key }));
    return call.ok ? callEnding(call.value) : disposition;
  };
  const withEnding = ({ key, direction, ...known }: FoundNumber): CalledNumber => ({
    ...known,
    ending: endingOf({ key, direction, ...known }),
  });
  return {
    find({ profile, digits, limit }) {
      const profileKey = profiles.find(profile);
      const source = profileKey === null ? null : newest.source([profileKey]);
      if (source === null) return { exact: null, numbers: [] };
      const significant = digits.replace(/^[+0]+/, '');
      const part = significant.length < completeDigits ? digits : significant.slice(-completeDigits);
      const dayFromMs = startOfDay(deps.clock());
      const rows = searchIn(source.sql).all({
        ...(source.match === null ? {} : { match: source.match }),
        below: Number.MAX_SAFE_INTEGER,
        limit: mostCallsRead,
        dayFromMs,
        part,
        digits,
        most: limit + spareRows,
      });
      const found = joinWritings(rows.flatMap(readRow));
      const exact = found.find(({ number }) => sameNumber(number, digits));
      return {
        exact: exact === undefined ? null : withEnding(exact),
        numbers: found
          .filter(({ number }) => !sameNumber(number, digits))
          .slice(0, limit)
          .map(withEnding),
      };
    },
  };
}

/** A row that cannot be read is reported where the history is read; here it is only no suggestion. */
function readRow(row: unknown): readonly FoundNumber[] {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return [];
  const { last_at_ms, tries_today, ...known } = parsed.data;
  return [{ ...known, lastAtMs: last_at_ms, triesToday: tries_today }];
}

/** `0912...` and `+98912...` are one party: the first writing stays, the newest call speaks for both. */
function joinWritings(rows: readonly FoundNumber[]): readonly FoundNumber[] {
  const joined: FoundNumber[] = [];
  for (const row of rows) {
    const index = joined.findIndex(({ number }) => sameNumber(number, row.number));
    const known = joined[index];
    if (known === undefined) joined.push(row);
    else {
      const newer = row.lastAtMs > known.lastAtMs ? row : known;
      const calls = known.calls + row.calls;
      joined[index] = { ...newer, number: known.number, calls, triesToday: known.triesToday + row.triesToday };
    }
  }
  return joined;
}

/** Of this computer's day, as its clock shows it. */
function startOfDay(nowMs: number): number {
  return new Date(nowMs).setHours(0, 0, 0, 0);
}
