import type { CallRecord } from './call-event.ts';
import type { Disposition } from './disposition.ts';

/** Of one account; no call is recorded more often. */
export const mostRecordings = 10;

/** Takes every known field of `first` and fills what it lacks from `second`. */
export function fillGaps(first: CallRecord, second: CallRecord): CallRecord {
  return {
    ...mergeFields(first, second, (a) => a),
    // Those of the fuller account first: the agent's phone and a queue may each have recorded the call.
    recordingFiles: [...new Set([...first.recordingFiles, ...second.recordingFiles])],
  };
}

/**
 * Two accounts from the same source about the same call. It began when the first of them did and ended when the last did;
 * where they disagree otherwise the larger or alphabetically last value stays: any fixed rule will do, as long as the
 * order of arrival does not matter.
 */
export function mergeSameSource(one: CallRecord, other: CallRecord): CallRecord {
  return {
    ...mergeFields(one, other, (a, b) => (a > b ? a : b)),
    disposition: furtherDisposition(one.disposition, other.disposition),
    startedAtMs: earlier(one.startedAtMs, other.startedAtMs),
    recordingFiles: [...new Set([...one.recordingFiles, ...other.recordingFiles])].sort().slice(0, mostRecordings),
  };
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** A queue rings several agents, with an account each: one that was answered outweighs those that were not. */
const dispositionRank: Readonly<Record<Disposition, number>> = {
  unknown: 0,
  'not-sent': 1,
  refused: 2,
  'agent-no-answer': 3,
  cancelled: 4,
  failed: 5,
  congestion: 6,
  busy: 7,
  'no-answer': 8,
  answered: 9,
};

function furtherDisposition(one: Disposition | null, other: Disposition | null): Disposition | null {
  if (one === null || other === null) return one ?? other;
  return dispositionRank[one] >= dispositionRank[other] ? one : other;
}

function mergeFields(
  one: CallRecord,
  other: CallRecord,
  choose: <T extends string | number>(a: T, b: T) => T,
): CallRecord {
  const pick = <T extends string | number>(a: T | null, b: T | null): T | null =>
    a === null ? b : b === null ? a : choose(a, b);
  return {
    caller: pick(one.caller, other.caller),
    callee: pick(one.callee, other.callee),
    direction: pick(one.direction, other.direction),
    disposition: pick(one.disposition, other.disposition),
    startedAtMs: pick(one.startedAtMs, other.startedAtMs),
    endedAtMs: pick(one.endedAtMs, other.endedAtMs),
    waitSeconds: pick(one.waitSeconds, other.waitSeconds),
    talkSeconds: pick(one.talkSeconds, other.talkSeconds),
    totalSeconds: pick(one.totalSeconds, other.totalSeconds),
    recordingFiles: one.recordingFiles,
    trunkName: pick(one.trunkName, other.trunkName),
    queue: pick(one.queue, other.queue),
    surveyScore: pick(one.surveyScore, other.surveyScore),
    surveyLabel: pick(one.surveyLabel, other.surveyLabel),
  };
}
