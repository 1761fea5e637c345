import { z } from 'zod';
import { type CallNumbers, noNumbers } from '../../../shared/domain/call-numbers.ts';
import { type CallEnding, type Disposition, dispositions, isUnanswered } from '../../../shared/domain/disposition.ts';
import { fromColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { firstKeyAt } from './id-columns.ts';
import { waitedSql } from './waited-column.ts';

/** What some calls have in common. */
export interface CountedCalls {
  readonly calls: number;
  readonly numbers: CallNumbers;
  /** Null: under way. */
  readonly ending: CallEnding | null;
  readonly outcome: string | null;
}

/** Counts the calls of the profiles that began in a time. */
export type CountCalls = (profiles: readonly string[], fromMs: number, toMs: number) => readonly CountedCalls[];

/** Of columns alone, one row for all calls that are counted alike. */
export const countCallsSql = `
  SELECT kinds.profile_key, kinds.disposition, ${waitedSql.toAgent} AS to_agent, ${waitedSql.elsewhere} AS elsewhere,
    call_work.outcome, count(*) AS calls, total(calls.talk_seconds) AS talk_seconds,
    count(*) FILTER (WHERE ${waitedSql.isKnown}) AS waits, total(calls.waited) FILTER (WHERE ${waitedSql.isKnown}) AS wait_seconds
  FROM calls CROSS JOIN call_kinds AS kinds ON kinds.key = calls.kind_key
  LEFT JOIN call_work ON call_work.call_key = calls.key
  WHERE calls.key >= :firstKey AND calls.key < :endKey AND calls.started_at_ms >= :fromMs AND calls.started_at_ms < :toMs
  GROUP BY 1, 2, 3, 4, 5`;

/** Keys are in the order of the starts; where many calls begin at once some stand a little beside theirs. */
const besideMs = 1000;

const rowSchema = z.object({
  profile_key: z.number(),
  disposition: z.enum(dispositions).nullable(),
  to_agent: z.literal([0, 1]),
  elsewhere: z.literal([0, 1]),
  outcome: z.string().transform(fromColumnText).nullable(),
  calls: z.number(),
  talk_seconds: z.number(),
  waits: z.number(),
  wait_seconds: z.number(),
});
type CountedRow = z.infer<typeof rowSchema>;

export function createCountCalls(connection: Connection): CountCalls {
  const keys = createProfileKeys(connection);
  const count = connection.prepare(countCallsSql);
  return (profiles, fromMs, toMs) => {
    if (fromMs >= toMs) return [];
    const profileKeys = new Set(profiles.map(keys.find));
    return count
      .all({ fromMs, toMs, firstKey: firstKeyAt(fromMs - besideMs), endKey: firstKeyAt(toMs + besideMs) })
      .map((row) => rowSchema.parse(row))
      .filter((row) => profileKeys.has(row.profile_key))
      .map(toCounted);
  };
}

function toCounted(row: CountedRow): CountedCalls {
  const { disposition, calls, outcome } = row;
  const ending = endingOf(row.to_agent === 1, row.elsewhere === 1, disposition);
  const [underWay, answered] = [disposition === null ? calls : 0, disposition === 'answered' ? calls : 0];
  const talked = { ...noNumbers, talkSeconds: row.talk_seconds };
  const numbers =
    row.to_agent === 0
      ? { ...talked, outgoing: calls, outgoingUnderWay: underWay, reached: answered }
      : {
          ...talked,
          incoming: calls,
          elsewhere: row.elsewhere === 1 ? calls : 0,
          incomingUnderWay: underWay,
          answered,
          waits: row.waits,
          waitSeconds: row.wait_seconds,
        };
  return { calls, numbers, ending, outcome };
}

/** As `callEnding` says it of one. */
function endingOf(toAgent: boolean, elsewhere: boolean, disposition: Disposition | null): CallEnding | null {
  if (elsewhere) return 'elsewhere';
  return toAgent && isUnanswered(disposition) ? 'missed' : disposition;
}
