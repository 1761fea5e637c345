import type { Call } from '../../shared/domain/call.ts';
import type { CallEvent } from '../../shared/domain/call-event.ts';
import { mergeSameSource } from '../../shared/domain/call-record.ts';
import { finalRecord } from '../../shared/domain/call-view.ts';
import type { CallJournal } from './call-journal.ts';
import type { EarlierEvents } from './earlier-events.ts';
import type { ReadOwnIdentity } from './own-identity.ts';
import type { CallStore, Clock, FoundCallRecord, Inbox } from './ports.ts';

/** `nothing`: it is a call of somebody else, or tells no more than what is known. */
export type TakenRecord = 'added' | 'completed' | 'nothing';

/** The one way in which a record out of the PBX's reports becomes part of a call. */
export interface ReportIntake {
  /** The call that has one of its ids, in whichever spelling. */
  callOf(found: FoundCallRecord): Call | null;
  /** Makes it part of this call; without one it makes a call of the agent's own. */
  take(call: Call | null, found: FoundCallRecord): TakenRecord;
}

export function createReportIntake(deps: {
  readonly store: Pick<CallStore, 'findCandidates'>;
  readonly inbox: Pick<Inbox, 'mark'>;
  readonly journal: CallJournal;
  readonly earlierEvents: EarlierEvents;
  readonly own: ReadOwnIdentity;
  readonly clock: Clock;
}): ReportIntake {
  return {
    callOf(found) {
      for (const pbxCallId of found.pbxCallIds) {
        const [call] = deps.store.findCandidates({
          profile: deps.own().profile,
          originatedCallId: null,
          pbxCallId,
          // By nothing but the id.
          sinceMs: Number.MAX_SAFE_INTEGER,
        });
        if (call?.pbxCallIds.includes(pbxCallId) === true) return call;
      }
      return null;
    },
    take(call, found) {
      if (call !== null && !tellsMore(call, found)) return 'nothing';
      const [first, ...others] = asEvents(found, call === null ? heardAtMs(found, deps.clock()) : deps.clock());
      if (first === undefined) return 'nothing';
      const earlier = deps.earlierEvents(deps.own().profile, found.pbxCallIds);
      const taken = deps.journal.apply(call, first, () => [...others, ...earlier.map(({ event }) => event)]);
      if (taken === null) return 'nothing';
      for (const { stored } of earlier) deps.inbox.mark(stored.id, 'applied', taken.id);
      return call === null ? 'added' : 'completed';
    },
  };
}

/** One for each of its ids, so that whatever names the call by any of them finds it. */
function asEvents({ pbxCallIds, record }: FoundCallRecord, receivedAtMs: number): readonly CallEvent[] {
  const ids = pbxCallIds.length === 0 ? [null] : pbxCallIds;
  return ids.map((pbxCallId) => ({
    kind: 'call-record',
    source: 'report',
    record,
    originatedCallId: null,
    pbxCallId,
    receivedAtMs,
  }));
}

/** When it would have been heard: a call of yesterday that is read today is no news of this run. */
function heardAtMs({ record, mayHaveBegunAtMs }: FoundCallRecord, nowMs: number): number {
  return Math.min(record.endedAtMs ?? record.startedAtMs ?? mayHaveBegunAtMs[0] ?? nowMs, nowMs);
}

function tellsMore(call: Call, { record }: FoundCallRecord): boolean {
  const { report } = call.records;
  const merged = report === undefined ? record : mergeSameSource(report, record);
  const after = finalRecord({ ...call, records: { ...call.records, report: merged } });
  return JSON.stringify(after) !== JSON.stringify(finalRecord(call));
}
