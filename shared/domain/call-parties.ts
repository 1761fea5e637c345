import type { OwnIdentity } from './advance-call.ts';
import type { Call, HeardParties } from './call.ts';
import type { CallEvent } from './call-event.ts';
import { finalRecord } from './call-view.ts';
import { destinationKind, sameNumber } from './destination.ts';
import type { Direction } from './disposition.ts';
import { greater } from './greater.ts';

/** The id of a call that was first heard of from the PBX: the same whichever of its events comes first. */
export function callIdForPbxCall(profile: string, pbxCallId: string): string {
  return `${profile}:${pbxCallId}`;
}

/**
 * Starts a call from an event of the PBX when the event itself shows that it is the agent's own: the agent's phone
 * rings or is in use, or a call record names it. An incoming or outgoing call alone does not tell whose it is.
 */
export function callFromEvent(event: CallEvent, own: OwnIdentity): Call | null {
  if (event.pbxCallId === null || !startsOwnCall(event, own.agentNumber)) return null;
  return {
    id: callIdForPbxCall(own.profile, event.pbxCallId),
    profile: own.profile,
    agentNumber: own.agentNumber,
    startedAtMs: event.receivedAtMs,
    direction: 'internal',
    caller: '',
    callee: '',
    dialled: null,
    ruleName: null,
    callerId: null,
    trunkName: null,
    timeoutSeconds: null,
    callLimitSeconds: null,
    outcome: 'none',
    outcomeAtMs: null,
    outcomeMessage: null,
    originatedCallId: null,
    pbxCallIds: [],
    heard: nothingHeard(event.receivedAtMs),
    observed: {},
    records: {},
    survey: null,
    settlement: null,
  };
}

/** Recomputes who is who from all that was heard; an originated call knows its parties and only learns its direction. */
export function withParties(call: Call, event: CallEvent): Call {
  const heard = hear(call.heard, event, call.agentNumber);
  const record = finalRecord(call);
  if (call.outcome !== 'none') {
    // Its first leg goes to the agent, which some servers take for a call that came in.
    const told = record === null || record.direction === 'inbound' ? null : record.direction;
    return { ...call, heard, direction: told ?? requestedDirection(dialledNumber(call)) };
  }
  const parties =
    record !== null && record.caller !== null && record.callee !== null
      ? {
          caller: record.caller,
          callee: record.callee,
          direction: recordDirection(record.caller, record.callee, call.agentNumber),
        }
      : partiesFromHearing(heard, call.agentNumber);
  return {
    ...call,
    ...parties,
    heard,
    direction: record?.direction ?? parties.direction,
    startedAtMs: record?.startedAtMs ?? heard.firstAtMs,
  };
}

/** What the PBX was asked to ring. */
export function dialledNumber(call: Pick<Call, 'callee' | 'dialled'>): string {
  return call.dialled ?? call.callee;
}

/** True when a number that the PBX names is the other party of a call: as it was asked for, or as a rule had it dialled. */
export function isCallee(call: Pick<Call, 'callee' | 'dialled'>, number: string | null): boolean {
  return sameNumber(number, call.callee) || sameNumber(number, call.dialled);
}

/** The direction of a call that was requested here, until its record tells it better. */
export function requestedDirection(callee: string): Direction {
  return destinationKind(callee) === 'extension' ? 'internal' : 'outbound';
}

export function nothingHeard(atMs: number): HeardParties {
  return {
    firstAtMs: atMs,
    incomingNumber: null,
    outgoingNumber: null,
    participant: null,
    legDirection: null,
    trunkName: null,
    queue: null,
  };
}

function startsOwnCall(event: CallEvent, agentNumber: string): boolean {
  if (event.kind === 'extension-state') {
    return event.extension === agentNumber && (event.state === 'ringing' || event.state === 'in-use');
  }
  if (event.kind !== 'call-record') return false;
  return sameNumber(event.record.caller, agentNumber) || sameNumber(event.record.callee, agentNumber);
}

function hear(heard: HeardParties, event: CallEvent, agentNumber: string): HeardParties {
  const own = event.kind === 'extension-state' && event.extension === agentNumber ? event : null;
  return {
    firstAtMs: Math.min(heard.firstAtMs, event.receivedAtMs),
    incomingNumber: greater(heard.incomingNumber, event.kind === 'incoming-call' ? event.number : null),
    outgoingNumber: greater(heard.outgoingNumber, event.kind === 'outgoing-call' ? event.number : null),
    participant: greater(heard.participant, own?.participant ?? null),
    legDirection: greater(heard.legDirection, own?.legDirection ?? null),
    trunkName: greater(heard.trunkName, trunkOf(event)),
    queue: greater(heard.queue, own?.queue ?? null),
  };
}

function partiesFromHearing(
  heard: HeardParties,
  agentNumber: string,
): { caller: string; callee: string; direction: Direction } {
  if (heard.incomingNumber !== null) {
    return { caller: heard.incomingNumber, callee: agentNumber, direction: 'inbound' };
  }
  const other = heard.outgoingNumber ?? heard.participant ?? '';
  const outbound = heard.outgoingNumber !== null || heard.legDirection === 'outbound';
  const internal = other !== '' && destinationKind(other) === 'extension' && heard.outgoingNumber === null;
  return {
    caller: outbound ? agentNumber : other,
    callee: outbound ? other : agentNumber,
    direction: internal ? 'internal' : outbound ? 'outbound' : 'inbound',
  };
}

function recordDirection(caller: string, callee: string, agentNumber: string): Direction {
  if ([caller, callee].every((party) => party !== '' && destinationKind(party) === 'extension')) return 'internal';
  return sameNumber(callee, agentNumber) ? 'inbound' : 'outbound';
}

function trunkOf(event: CallEvent): string | null {
  return event.kind === 'incoming-call' || event.kind === 'outgoing-call' ? event.trunkName : null;
}
