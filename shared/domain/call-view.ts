import type { PbxError } from '../errors.ts';
import type { Call, CallState } from './call.ts';
import { type CallRecord, recordSources } from './call-event.ts';
import { fillGaps } from './call-record.ts';
import { agentInUseAtMs, idleEndAtMs, observedTalkAtMs, standingSettlement } from './call-signs.ts';
import { sameNumber } from './destination.ts';
import { type CallEnding, type Disposition, isUnanswered } from './disposition.ts';

/** Where the knowledge of a step comes from; shown to the agent with the step. */
export type StepSource =
  | 'dialer'
  | 'originate-answer'
  | 'extension-state'
  | 'outgoing-call'
  | 'incoming-call'
  | 'call-record'
  | 'settlement';

/** One account of the call made of all records: `cdr` before `queue-cdr` before `report`, field by field. */
export function finalRecord(call: Call): CallRecord | null {
  const present = recordSources.flatMap((source) => call.records[source] ?? []);
  const [first, ...rest] = present;
  if (first === undefined) return null;
  return rest.reduce<CallRecord>((better, other) => fillGaps(better, other), first);
}

/** The furthest point the call is known to have reached. Never goes back: observations are only ever added. */
export function callState(call: Call): CallState {
  if (callEnd(call) !== null) return 'ended';
  if (talkingSince(call) !== null) return 'talking';
  const { observed } = call;
  if (observed['other-dialled-out'] !== undefined || observed['other-ringing'] !== undefined) return 'ringing-callee';
  if (agentInUseAtMs(call) !== null) return 'caller-answered';
  if (observed['agent-ringing'] !== undefined || observed['agent-dialled-out'] !== undefined) return 'ringing-caller';
  return 'originating';
}

/**
 * Since when the two parties talk, and how we know. Simotel has no "callee answered" event, so this is known when
 * the callee's own extension went in use, when the caller's phone changed state once more and now names the callee
 * (after it was in use without one, or after the trunk was dialled), when the agent picked up a call that came in, or
 * afterwards from the call record, which also knows when nobody talked.
 */
export function talkingSince(call: Call): { readonly atMs: number; readonly source: StepSource } | null {
  const record = finalRecord(call);
  if (wasAnsweredElsewhere(call)) return null;
  const accounted = record?.disposition ?? 'unknown';
  if (accounted !== 'answered' && accounted !== 'unknown') return null;
  // What was seen keeps its moment and its source: the record tells the same in whole seconds of another clock.
  const atMs = observedTalkAtMs(call);
  if (atMs !== null) return { atMs, source: 'extension-state' };
  const recordedSeconds = accounted === 'answered' ? (record?.talkSeconds ?? 0) : 0;
  if (record === null || record.endedAtMs === null || recordedSeconds <= 0) return null;
  return { atMs: record.endedAtMs - recordedSeconds * 1000, source: 'call-record' };
}

/**
 * When and how the call ended, or null while it is (or may be) under way. What was only concluded, or told by a phone that went idle,
 * is refuted by a later sign of life; a record is not.
 */
export function callEnd(call: Call): { readonly atMs: number; readonly source: StepSource } | null {
  const idle = idleEndAtMs(call);
  if (idle !== null) return { atMs: idle, source: 'extension-state' };
  const record = finalRecord(call);
  if (record !== null) {
    return { atMs: record.endedAtMs ?? record.startedAtMs ?? call.startedAtMs, source: 'call-record' };
  }
  const settled = standingSettlement(call);
  if (settled !== null) return { atMs: settled.atMs, source: 'settlement' };
  if (call.outcome === 'refused') {
    const source = requestWasSent(call) ? 'originate-answer' : 'dialer';
    return { atMs: call.outcomeAtMs ?? call.startedAtMs, source };
  }
  return null;
}

/** How the call ended; null while it has not. `unknown` means just that. */
export function callDisposition(call: Call): Disposition | null {
  if (callEnd(call) === null) return null;
  const record = finalRecord(call);
  if (wasAnsweredElsewhere(call)) return 'no-answer';
  if (record !== null) return record.disposition ?? ((record.talkSeconds ?? 0) > 0 ? 'answered' : 'unknown');
  if (call.outcome === 'refused') return requestWasSent(call) ? 'refused' : 'not-sent';
  if (idleEndAtMs(call) !== null) {
    if (talkingSince(call) !== null) return 'answered';
    const onlyRang = agentInUseAtMs(call) === null && call.observed['agent-ringing'] !== undefined;
    return onlyRang ? silentAgentDisposition(call) : 'unknown';
  }
  return standingSettlement(call)?.disposition ?? 'unknown';
}

/** Why a refused request met no PBX; kept as the call's `outcomeMessage`. A time-out is refused only while connecting. */
const notSentCodes: readonly (string | null)[] = [
  'computer-offline',
  'pbx-not-configured',
  'pbx-address-invalid',
  'pbx-plain-http-public',
  'pbx-name-not-found',
  'pbx-unreachable',
  'pbx-connection-refused',
  'pbx-timeout',
  'pbx-bad-certificate',
  'pbx-certificate-changed',
  'pbx-tls-failed',
  'pbx-credentials-missing',
] satisfies readonly PbxError['code'][];

function requestWasSent(call: Call): boolean {
  return !notSentCodes.includes(call.outcomeMessage);
}

/** The party an agent thinks of: who was called, or who called in, a colleague too. */
export function otherParty(call: Call): string {
  return isToAgent(call) ? call.caller : call.callee;
}

/** The queue out of which the call came to the agent; null when nothing told of one. */
export function callQueue(call: Call): string | null {
  return call.heard.queue ?? finalRecord(call)?.queue ?? null;
}

/** The agent's phone rings for a call that was not requested here. */
export function ringsHere(call: Call): boolean {
  return isToAgent(call) && callState(call) === 'ringing-caller';
}

/** It was for the agent, from outside or from a colleague, and nobody took it, here or elsewhere: the one meaning of *missed*. */
export function isMissed(call: Call): boolean {
  return isToAgent(call) && !wasAnsweredElsewhere(call) && isUnanswered(callDisposition(call));
}

/** How the call ended, as an agent says it: one to the agent without an answer was missed. Null while it has not. */
export function callEnding(call: Call): CallEnding | null {
  if (isMissed(call)) return 'missed';
  return wasAnsweredElsewhere(call) ? 'elsewhere' : callDisposition(call);
}

/** It came in for the agent, from outside or from a colleague. */
export function isToAgent(call: Call): boolean {
  return call.direction === 'inbound' || (call.outcome === 'none' && sameNumber(call.callee, call.agentNumber));
}

/** Whole seconds of the agent's own talk; null when the PBX did not tell, or somebody else talked. */
export function talkSeconds(call: Call): number | null {
  if (wasAnsweredElsewhere(call)) return null;
  return finalRecord(call)?.talkSeconds ?? null;
}

/** A call that rang here without being picked up, and that the record says a colleague took. */
export function wasAnsweredElsewhere(call: Call): boolean {
  const record = finalRecord(call);
  if (call.outcome !== 'none' || record === null || record.callee === null) return false;
  // Out of a queue the record may name a phone that rang as well, or the queue itself, and nobody took the call.
  if (isUnanswered(record.disposition)) return false;
  const rangOnly = call.observed['agent-ringing'] !== undefined && agentInUseAtMs(call) === null;
  return rangOnly && !sameNumber(record.callee, call.agentNumber) && !sameNumber(record.caller, call.agentNumber);
}

/** As the PBX calls them, in the order in which they are shown. */
export function recordingFiles(call: Call): readonly string[] {
  return finalRecord(call)?.recordingFiles ?? [];
}

/** The trunk that was used as far as the PBX told, else the one asked for; null when the dial plan chose unseen. */
export function callTrunkName(call: Call): string | null {
  return usedTrunkName(call) ?? call.trunkName;
}

/** The trunk that the PBX said it used; null while it told of none. */
export function usedTrunkName(call: Call): string | null {
  return finalRecord(call)?.trunkName || call.heard.trunkName || null;
}

export function surveyScore(call: Call): number | null {
  return call.survey?.score ?? finalRecord(call)?.surveyScore ?? null;
}

/** Which survey it was, as the PBX calls it. */
export function surveyLabel(call: Call): string | null {
  return call.survey?.label ?? finalRecord(call)?.surveyLabel ?? null;
}

/** A call that rang here and was not picked up was missed by the agent; one requested here never got to the callee. */
function silentAgentDisposition(call: Call): Disposition {
  return call.outcome === 'none' ? 'no-answer' : 'agent-no-answer';
}
