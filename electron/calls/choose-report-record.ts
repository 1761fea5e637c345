import type { Call } from '../../shared/domain/call.ts';
import { dialledNumber, isCallee } from '../../shared/domain/call-parties.ts';
import { sameNumber } from '../../shared/domain/destination.ts';
import { bothPhonesRingMs } from '../../shared/domain/ringing-time.ts';
import type { CallStore, FoundCallRecord } from './ports.ts';

/** The clocks of the PBX and of this computer differ by no more; within it nobody has been called and called again. */
const clockMarginMs = 5000;

/**
 * The record of this very call among those of calls between the same parties; null rather than that of another one. An
 * id decides where the call has one; else it is the record that began nearest to the call, unless it is known to be
 * another call's, began too early or too late, or nearer to another call that waits for its record too.
 */
export function chooseReportRecord(
  call: Call,
  found: readonly FoundCallRecord[],
  store: Pick<CallStore, 'findCandidates'>,
): FoundCallRecord | null {
  const waiting = waitingWith(call, store);
  const awayMs = (record: FoundCallRecord) => distanceMs(call, record) ?? Number.POSITIVE_INFINITY;
  const mayBe = (record: FoundCallRecord): boolean => {
    if (call.pbxCallIds.length > 0) return record.pbxCallIds.some((id) => call.pbxCallIds.includes(id));
    if (record.pbxCallIds.some((id) => isOfAnother(call, id, store))) return false;
    const away = distanceMs(call, record);
    return away !== null && waiting.every((other) => away <= (distanceMs(other, record) ?? away));
  };
  return (
    found
      .filter(mayBe)
      .sort((a, b) => (awayMs(a) === awayMs(b) ? 0 : awayMs(a) - awayMs(b)))
      .at(0) ?? null
  );
}

function isOfAnother(call: Call, pbxCallId: string, store: Pick<CallStore, 'findCandidates'>): boolean {
  return store
    .findCandidates({ profile: call.profile, originatedCallId: null, pbxCallId, sinceMs: call.startedAtMs })
    .some((other) => other.id !== call.id && other.pbxCallIds.includes(pbxCallId));
}

/** Calls to the same number of about that time that have neither an id nor a record either. */
function waitingWith(call: Call, store: Pick<CallStore, 'findCandidates'>): readonly Call[] {
  return callsWithoutRecord(store, call.profile, call.startedAtMs - bothPhonesRingMs(call)).filter(
    (other) => other.id !== call.id && sameNumber(dialledNumber(other), dialledNumber(call)),
  );
}

/** No call of the PBX has it. */
const noId = '';

/** Calls originated here since then whose id the PBX never told, and no record either. */
export function callsWithoutRecord(
  store: Pick<CallStore, 'findCandidates'>,
  profile: string,
  sinceMs: number,
): readonly Call[] {
  return store
    .findCandidates({ profile, originatedCallId: null, pbxCallId: noId, sinceMs })
    .filter((call) => call.outcome !== 'refused' && Object.keys(call.records).length === 0);
}

/** Whether a record may be of a call that has no id: it is between these parties, and began when the call did. */
export function mayBeOf(call: Call, found: FoundCallRecord): boolean {
  const { caller, callee } = found.record;
  return isCallee(call, callee) && sameNumber(caller, call.caller) && distanceMs(call, found) !== null;
}

/** How far from the call's beginning the record began; null when it cannot be of this call. */
function distanceMs(call: Call, record: FoundCallRecord): number | null {
  const distances = record.mayHaveBegunAtMs
    .map((atMs) => atMs - call.startedAtMs)
    .filter((afterMs) => afterMs >= -clockMarginMs && afterMs <= bothPhonesRingMs(call))
    .map(Math.abs);
  return distances.length === 0 ? null : Math.min(...distances);
}
