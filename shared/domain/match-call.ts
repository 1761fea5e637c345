import type { Call } from './call.ts';
import type { CallEvent } from './call-event.ts';
import { dialledNumber, isCallee } from './call-parties.ts';
import { callEnd } from './call-view.ts';
import { sameNumber } from './destination.ts';
import { bothPhonesRingMs } from './ringing-time.ts';

/**
 * Finds the call an event speaks of: by the originate id, else by the PBX's call id, else (an event that carries no id
 * we know) an originated call that still has no PBX id, whose parties fit, in its time window; the newest such.
 * `candidates` are the calls that may be meant: those with one of the ids and the originated ones of the last hours.
 */
export function matchCall(event: CallEvent, candidates: readonly Call[]): Call | null {
  return (
    matchCallById(event, candidates) ??
    candidates
      .filter((call) => fits(call, event))
      .sort((a, b) => b.startedAtMs - a.startedAtMs)
      .at(0) ??
    null
  );
}

/** For an event that is known not to be of a call requested here, unless its id says so. */
export function matchCallById(event: CallEvent, candidates: readonly Call[]): Call | null {
  if (event.originatedCallId !== null) {
    const byOriginate = candidates.find((call) => call.originatedCallId === event.originatedCallId);
    if (byOriginate !== undefined) return byOriginate;
  }
  if (event.pbxCallId !== null) {
    const pbxCallId = event.pbxCallId;
    const byPbxId = candidates.find((call) => call.pbxCallIds.includes(pbxCallId));
    if (byPbxId !== undefined) return byPbxId;
  }
  return null;
}

function fits(call: Call, event: CallEvent): boolean {
  const originatedHere = call.outcome !== 'none' && call.outcome !== 'refused';
  if (!originatedHere || event.receivedAtMs < call.startedAtMs) return false;
  // An id that belongs to another call of the PBX cannot be this one; a call without events yet can take it.
  const free = call.pbxCallIds.length === 0;
  if (event.pbxCallId !== null && !free) return false;
  if (event.originatedCallId !== null && call.originatedCallId !== null) return false;
  switch (event.kind) {
    case 'extension-state':
      return fitsExtensionState(call, event);
    case 'outgoing-call':
      return withinRinging(call, event) && (isCallee(call, event.number) || sameNumber(event.number, call.caller));
    case 'call-record':
      return (
        recordOfThatTime(call, event) &&
        isCallee(call, event.record.callee) &&
        (event.record.caller === null ||
          sameNumber(event.record.caller, call.caller) ||
          event.record.caller === call.callerId)
      );
    case 'survey':
      return isCallee(call, event.callee) && sameNumber(event.caller, call.caller);
    case 'incoming-call':
    case 'transfer':
      return false;
  }
}

function fitsExtensionState(call: Call, event: Extract<CallEvent, { kind: 'extension-state' }>): boolean {
  if (callEnd(call) !== null) return false;
  // In a call to oneself the one phone is the caller's: it rings first, and is busy for the second leg.
  if (event.extension === dialledNumber(call) && event.extension !== call.caller) {
    return withinRinging(call, event) && sameNumber(event.participant, call.caller);
  }
  if (event.extension !== call.caller) return false;
  if (event.state === 'idle')
    return call.observed['agent-ringing'] !== undefined || call.observed['agent-in-use'] !== undefined;
  if (event.state !== 'ringing' && event.state !== 'in-use') return false;
  // The phone rings for a queue, not for us. The direction of the leg tells nothing: to the PBX our first leg goes in, too.
  if (event.queue !== null) return false;
  const participantFits =
    event.participant === null ||
    isCallee(call, event.participant) ||
    event.participant === call.callerId ||
    event.participant === call.caller;
  return participantFits && withinRinging(call, event);
}

/**
 * A record without an id we know is of this call only when the call it tells of began when this one did: by the PBX's
 * clock, or by ours, counting back from its arrival. Without any time, only a call still under way can be meant.
 */
function recordOfThatTime(call: Call, event: Extract<CallEvent, { kind: 'call-record' }>): boolean {
  const { startedAtMs, waitSeconds, talkSeconds, totalSeconds } = event.record;
  const lastedSeconds =
    totalSeconds ?? (waitSeconds === null && talkSeconds === null ? null : (waitSeconds ?? 0) + (talkSeconds ?? 0));
  if (startedAtMs === null && lastedSeconds === null) return callEnd(call) === null;
  const began = [startedAtMs, lastedSeconds === null ? null : event.receivedAtMs - lastedSeconds * 1000];
  return began.some((atMs) => atMs !== null && Math.abs(atMs - call.startedAtMs) <= bothPhonesRingMs(call));
}

function withinRinging(call: Call, event: CallEvent): boolean {
  return event.receivedAtMs <= call.startedAtMs + bothPhonesRingMs(call);
}
