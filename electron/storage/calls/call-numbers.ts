import { z } from 'zod';
import { type CallNumbers, noNumbers, numbersOf } from '../../../shared/domain/call-numbers.ts';
import { callEnding } from '../../../shared/domain/call-view.ts';
import { type CallEnding, dispositions } from '../../../shared/domain/disposition.ts';
import { fromColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { callColumns, callReferences, readCallRow } from './call-row.ts';
import { firstKeyAt } from './id-columns.ts';

/** What some calls have in common, or one alone. */
export interface CountedCalls {
  readonly calls: number;
  readonly numbers: CallNumbers;
  /** Null: under way. */
  readonly ending: CallEnding | null;
  readonly outcome: string | null;
}

/** Counts the calls of a profile that began in a time. */
export type CountCalls = (profile: string, fromMs: number, toMs: number) => readonly CountedCalls[];

const inTime = `calls.key >= :firstKey AND calls.key < :endKey
  AND calls.started_at_ms >= :fromMs AND calls.started_at_ms < :toMs AND kinds.profile_key = :profileKey`;

/** Of calls that were asked for here all that counts stands in columns: they came not to the agent, and no colleague took them. */
const plain = `kinds.originated_here = 1 AND kinds.direction <> 'inbound'`;

export const countPlainSql = `
  SELECT kinds.disposition, call_work.outcome, count(*) AS calls, total(calls.talk_seconds) AS talk_seconds
  FROM calls CROSS JOIN call_kinds AS kinds ON kinds.key = calls.kind_key
  LEFT JOIN call_work ON call_work.call_key = calls.key
  WHERE ${inTime} AND ${plain} GROUP BY kinds.disposition, call_work.outcome`;

/** Of others the facts say who was called, who took it and how long that took. */
export const otherCallsSql = `
  SELECT ${callColumns}, call_work.outcome FROM calls ${callReferences}
  LEFT JOIN call_work ON call_work.call_key = calls.key
  WHERE ${inTime} AND NOT (${plain})`;

/** Keys are in the order of the starts; where many calls begin at once some stand a little beside theirs. */
const besideMs = 1000;

const outcome = z.string().transform(fromColumnText).nullable();
const plainSchema = z.object({
  disposition: z.enum(dispositions).nullable(),
  outcome,
  calls: z.number(),
  talk_seconds: z.number(),
});
const otherSchema = z.object({ outcome });

export function createCountCalls(connection: Connection): CountCalls {
  const profiles = createProfileKeys(connection);
  const countPlain = connection.prepare(countPlainSql);
  const selectOthers = connection.prepare(otherCallsSql);
  return (profile, fromMs, toMs) => {
    const profileKey = profiles.find(profile);
    if (profileKey === null || fromMs >= toMs) return [];
    const [firstKey, endKey] = [firstKeyAt(fromMs - besideMs), firstKeyAt(toMs + besideMs)];
    const time = { profileKey, fromMs, toMs, firstKey, endKey };
    return [...countPlain.all(time).map(readPlain), ...selectOthers.all(time).flatMap(readOther)];
  };
}

function readPlain(row: unknown): CountedCalls {
  const { disposition, outcome: chosen, calls, talk_seconds } = plainSchema.parse(row);
  const numbers = {
    ...noNumbers,
    outgoing: calls,
    outgoingUnderWay: disposition === null ? calls : 0,
    reached: disposition === 'answered' ? calls : 0,
    talkSeconds: talk_seconds,
  };
  return { calls, numbers, ending: disposition, outcome: chosen };
}

/** A row that cannot be read is reported where the history is read, and no call there either. */
function readOther(row: unknown): readonly CountedCalls[] {
  const call = readCallRow(row);
  const work = otherSchema.safeParse(row);
  if (!call.ok || !work.success) return [];
  return [{ calls: 1, numbers: numbersOf(call.value), ending: callEnding(call.value), outcome: work.data.outcome }];
}
