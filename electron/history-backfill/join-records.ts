import type { Call } from '../../shared/domain/call.ts';
import type { CallJournal } from '../calls/call-journal.ts';
import { callsWithoutRecord, chooseReportRecord, mayBeOf } from '../calls/choose-report-record.ts';
import type { CallStore, FoundCallRecord } from '../calls/ports.ts';
import type { ReportIntake } from '../calls/report-intake.ts';

/** So many records are one commit, and one turn of the thread that takes the events. */
const batchLength = 8;
const hourMs = 60 * 60 * 1000;

/** How many calls came of records, or learnt something. */
export interface Joined {
  readonly added: number;
  readonly completed: number;
}

/** Makes the records of one reading parts of calls. */
export interface RecordJoin {
  page(found: readonly FoundCallRecord[]): Promise<Joined>;
  /**
   * A record that names no call known by id may be of one that was asked for here and whose id the PBX never told. Which of several
   * it is shows when all of them are there.
   */
  rest(): Promise<Joined>;
}

export function createRecordJoin(deps: {
  readonly store: CallStore;
  readonly journal: CallJournal;
  readonly intake: ReportIntake;
  readonly profile: string;
  /** The profile in use, for which calls are kept now: when that is another one, nothing more is taken. */
  readonly inUse: () => string;
  readonly othersTurn: () => Promise<void>;
}): RecordJoin {
  const { store, intake } = deps;
  const heldBack: FoundCallRecord[] = [];

  const waitingFor = (found: readonly FoundCallRecord[]): readonly Call[] => {
    const began = found.flatMap(({ mayHaveBegunAtMs }) => mayHaveBegunAtMs);
    return began.length === 0 ? [] : callsWithoutRecord(store, deps.profile, Math.min(...began) - hourMs);
  };

  const inTurns = async <T>(all: readonly T[], take: (one: T) => 'added' | 'completed' | 'nothing') => {
    const joined = { added: 0, completed: 0 };
    for (let at = 0; at < all.length && deps.inUse() === deps.profile; at += batchLength) {
      deps.journal.together(() => {
        for (const one of all.slice(at, at + batchLength)) {
          const taken = take(one);
          if (taken !== 'nothing') joined[taken] += 1;
        }
      });
      await deps.othersTurn();
    }
    return joined;
  };

  return {
    page(found) {
      const waiting = waitingFor(found);
      return inTurns(found, (one) => {
        const call = intake.callOf(one);
        if (call === null && waiting.some((other) => mayBeOf(other, one))) {
          heldBack.push(one);
          return 'nothing';
        }
        return intake.take(call, one);
      });
    },
    async rest() {
      const left = new Set(heldBack.splice(0));
      const chosen: { readonly call: Call; readonly found: FoundCallRecord }[] = [];
      for (const call of waitingFor([...left])) {
        const mine = [...left].filter((found) => mayBeOf(call, found));
        const found = chooseReportRecord(call, mine, store);
        if (found === null) continue;
        left.delete(found);
        chosen.push({ call, found });
      }
      const ofCalls = await inTurns(chosen, ({ call, found }) => intake.take(store.get(call.id) ?? call, found));
      const ofNone = await inTurns([...left], (found) => intake.take(intake.callOf(found), found));
      return { added: ofCalls.added + ofNone.added, completed: ofCalls.completed + ofNone.completed };
    },
  };
}
