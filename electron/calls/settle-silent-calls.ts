import { assertNever } from '../../shared/assert-never.ts';
import type { Call, Settlement } from '../../shared/domain/call.ts';
import { dialledNumber } from '../../shared/domain/call-parties.ts';
import { isWatched, lastSignOfLifeAtMs } from '../../shared/domain/call-signs.ts';
import { callEnd } from '../../shared/domain/call-view.ts';
import { ownPhoneRingsMs } from '../../shared/domain/ringing-time.ts';
import type { CallJournal } from './call-journal.ts';
import { chooseReportRecord } from './choose-report-record.ts';
import { type CallStore, type Clock, type Pbx, StorageFailure } from './ports.ts';
import type { ReportIntake } from './report-intake.ts';

/** A call that was answered but whose record never came is closed after this time. */
const longestCallMs = 4 * 60 * 60 * 1000;
const reportMarginMs = 60 * 1000;
/** After a start or a switch the PBX has to be reached again, and events of the meantime may still come. */
const afterReturnMs = 15 * 1000;

/** Due moment of a call in UTC epoch ms: when it is to be settled if nothing ended it. A late sign of life puts it off. */
export function settleDueAtMs(call: Call): number {
  return (
    Math.max(call.startedAtMs, lastSignOfLifeAtMs(call) ?? 0) +
    (agentAnswered(call) ? longestCallMs : ownPhoneRingsMs(call))
  );
}

/**
 * Closes calls that the PBX will never report on: it sends no record when the first party does not answer. Before it concludes,
 * it asks the reports, where the account may. Only where the states of the agent's phone are told is silence a proof
 * that it was not answered; without them the outcome stays unknown.
 */
export function createSettleSilentCalls(deps: {
  readonly pbx: Pick<Pbx, 'searchCallRecords'>;
  readonly store: CallStore;
  readonly journal: CallJournal;
  readonly reports: Pick<ReportIntake, 'take'>;
  readonly profile: () => string;
  readonly clock: Clock;
  /** UTC epoch ms: what happened to calls before it was not seen. */
  readonly watchedSinceMs: () => number;
  /** True when the listener is up and this PBX is known to tell it the states of the agent's own phone. */
  readonly ownStatesArrive: () => boolean;
}) {
  const settling = new Set<string>();

  /** A call that was left under way may be long over: it is not waited for as for one that is watched. */
  const dueAtMs = (call: Call, sinceMs = deps.watchedSinceMs()): number => {
    const due = settleDueAtMs(call);
    if (isWatched(call, sinceMs)) return due;
    const soonMs = sinceMs + afterReturnMs;
    return Math.min(due, agentAnswered(call) ? soonMs : Math.max(call.startedAtMs + ownPhoneRingsMs(call), soonMs));
  };

  const settle = async (call: Call): Promise<void> => {
    const answer = await deps.pbx.searchCallRecords({
      fromMs: call.startedAtMs - reportMarginMs,
      toMs: deps.clock() + reportMarginMs,
      caller: call.caller,
      callee: dialledNumber(call),
    });
    const current = deps.store.get(call.id);
    if (current === null || callEnd(current) !== null) return;
    // Chosen and kept without a pause: of two calls that settle at once the second must see what the first took.
    const found = answer.ok ? chooseReportRecord(current, answer.value, deps.store) : null;
    if (found !== null) {
      deps.reports.take(current, found);
      return;
    }
    if (dueAtMs(current) > deps.clock()) return;
    deps.journal.apply(current, { kind: 'settled', settlement: conclude(current, deps.clock()) });
  };

  const conclude = (call: Call, atMs: number): Settlement => {
    if (agentAnswered(call)) return { atMs, disposition: 'unknown', reason: 'abandoned' };
    const heard = Object.keys(call.observed).length > 0 || deps.ownStatesArrive();
    switch (call.outcome) {
      case 'accepted':
        return heard
          ? { atMs, disposition: 'agent-no-answer', reason: 'caller-silent' }
          : { atMs, disposition: 'unknown', reason: 'no-events' };
      case 'pending':
      case 'unknown':
      case 'refused':
      case 'none':
        return { atMs, disposition: 'unknown', reason: heard ? 'abandoned' : 'no-events' };
      default:
        return assertNever(call.outcome);
    }
  };

  const listDue = (): readonly Call[] => {
    const nowMs = deps.clock();
    // Also where there is no call: this is another profile perhaps.
    const sinceMs = deps.watchedSinceMs();
    return deps.store
      .listUnfinished(deps.profile())
      .filter((call) => !settling.has(call.id) && dueAtMs(call, sinceMs) <= nowMs);
  };

  const settleOnce = async (call: Call): Promise<void> => {
    settling.add(call.id);
    try {
      await settle(call);
    } finally {
      settling.delete(call.id);
    }
  };

  return {
    /** Settles every call that is due; called by a timer, so it may overlap with itself. */
    async settleDue(): Promise<void> {
      try {
        await Promise.all(listDue().map(settleOnce));
      } catch (problem) {
        // Still due the next time.
        if (!(problem instanceof StorageFailure)) throw problem;
      }
    },
  };
}

function agentAnswered(call: Call): boolean {
  const { observed } = call;
  return (
    observed['agent-in-use'] !== undefined ||
    observed['agent-in-use-with-other'] !== undefined ||
    observed['other-dialled-out'] !== undefined ||
    observed['other-ringing'] !== undefined ||
    observed['other-in-use'] !== undefined
  );
}
