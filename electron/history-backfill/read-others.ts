import { toLatinDigits } from '../../shared/domain/digits.ts';
import type { MissedEntry } from '../../shared/domain/missed/missed-entry.ts';
import { type OthersKnown, type OthersRecord, signOfOthers } from '../../shared/domain/missed/others-sign.ts';
import type { PbxError } from '../../shared/errors.ts';
import { type Result, succeed } from '../../shared/result.ts';
import type { Clock, FoundCallRecord, OthersCalls } from '../calls/ports.ts';
import type { ReportReader } from './read-reports.ts';

/** Those that called last; each takes two requests at least. */
const mostNumbers = 30;
/** Shorter than that, half of the calls of a day are alike. */
const leastDigits = 4;

/** What became of numbers that called in vain, where nobody listened. */
export interface OthersReading {
  /** Since that moment; null: it was given up. */
  read(sinceMs: number, signal: AbortSignal): Promise<Result<null, PbxError> | null>;
}

/**
 * A talk of a colleague closes a number that waits, and an event would have told of it. The reports are asked for the own calls alone,
 * so here for each number that waits; what is found is kept as what it says of the number, and comes into no history.
 */
export function createOthersReading(deps: {
  readonly profile: string;
  readonly agentNumber: string;
  readonly reader: ReportReader;
  readonly waiting: () => readonly MissedEntry[];
  /** It is in the history. */
  readonly isOwn: (found: FoundCallRecord) => boolean;
  readonly known: () => OthersKnown;
  readonly keep: OthersCalls;
  readonly clock: Clock;
}): OthersReading {
  const { profile, agentNumber, clock } = deps;
  const isOthers = (found: FoundCallRecord) => {
    const { caller, callee } = found.record;
    return caller !== agentNumber && callee !== agentNumber && !deps.isOwn(found);
  };
  const readNumber = async ({ number, lastAtMs }: MissedEntry, sinceMs: number, signal: AbortSignal) => {
    // A call has several accounts, and all of them together say what it was.
    const accounts = new Map<string, OthersRecord[]>();
    const span = { fromMs: Math.max(sinceMs, lastAtMs), toMs: clock() };
    const take = async (page: readonly FoundCallRecord[]) => {
      for (const found of page.filter(isOthers)) {
        const [id] = found.pbxCallIds;
        if (id === undefined) continue;
        const account = { source: 'report', record: found.record, receivedAtMs: clock() } as const;
        accounts.set(id, [...(accounts.get(id) ?? []), account]);
      }
    };
    const answer = await deps.reader.read(span, number, take, signal);
    if (answer?.ok !== true) return answer;
    for (const [id, told] of accounts) {
      const sign = signOfOthers(told, deps.known());
      if (sign !== null) deps.keep.note(profile, id, sign);
    }
    return answer;
  };
  return {
    async read(sinceMs, signal) {
      const waiting = deps.waiting().filter(({ number }) => digitsIn(number) >= leastDigits);
      for (const entry of waiting.slice(0, mostNumbers)) {
        const answer = await readNumber(entry, sinceMs, signal);
        if (answer?.ok !== true) return answer;
      }
      return succeed(null);
    },
  };
}

function digitsIn(number: string): number {
  return toLatinDigits(number).replace(/[^0-9]/g, '').length;
}
