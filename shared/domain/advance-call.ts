import { assertNever } from '../assert-never.ts';
import type { Call, Observation, OriginateOutcome, Settlement } from './call.ts';
import type { CallEvent } from './call-event.ts';
import { mayHaveId } from './call-ids.ts';
import { callFromEvent, isCallee, withParties } from './call-parties.ts';
import { mergeSameSource } from './call-record.ts';
import { destinationKind, sameNumber } from './destination.ts';
import { greater } from './greater.ts';

/**
 * Everything that can change a call: what the PBX tells, and what this program did or concluded itself.
 * The `message` of an outcome holds the PBX's own words (refused) or an error code (unknown).
 */
export type CallChange =
  | CallEvent
  | {
      readonly kind: 'originate-outcome';
      readonly outcome: Exclude<OriginateOutcome, 'none' | 'pending'>;
      readonly originatedCallId: string | null;
      readonly message: string | null;
      readonly atMs: number;
    }
  | { readonly kind: 'settled'; readonly settlement: Settlement };

/** Who we are, to tell our own calls and legs from those of colleagues. */
export interface OwnIdentity {
  readonly profile: string;
  /** The agent's extension or outside number, as rung by the PBX. */
  readonly agentNumber: string;
}

/**
 * Adds what a change tells to a call, or starts a call from it; null when there is nothing to keep (no call was known
 * and the event alone does not make one). Total; every part of a call only grows, by rules that do not
 * depend on order, so repeated, late or shuffled events end in the same call. Its state goes back only from an end that was seen or concluded, when
 * there is a later sign of life. What changes nothing returns the same object; so does what names one id more than a call can have.
 */
export function advanceCall(call: Call | null, change: CallChange, own: OwnIdentity): Call | null {
  if (change.kind === 'originate-outcome') return call === null ? null : withOutcome(call, change);
  if (change.kind === 'settled') return call === null ? null : withSettlement(call, change.settlement);
  if (call !== null && !mayHaveId(call, change.pbxCallId)) return call;
  const known = call ?? callFromEvent(change, own);
  if (known === null) return null;
  const advanced = withParties(withEvent(withIds(known, change), change), change);
  return call !== null && isSame(call, advanced) ? call : advanced;
}

/** Plain data built in the same order, so equal text means equal; the same object tells callers that nothing happened. */
function isSame(one: Call, other: Call): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withEvent(call: Call, event: CallEvent): Call {
  switch (event.kind) {
    case 'extension-state':
      return [extensionObservation(call, event), agentWasCalled(call, event)].reduce(
        (known, observation) => withObservation(known, observation, event.receivedAtMs),
        call,
      );
    case 'outgoing-call':
      return withObservation(call, dialledLeg(call, event.number), event.receivedAtMs);
    case 'incoming-call':
      return withObservation(call, 'came-in', event.receivedAtMs);
    case 'transfer':
      return call;
    case 'call-record': {
      const known = call.records[event.source];
      const record = known === undefined ? event.record : mergeSameSource(known, event.record);
      return { ...call, records: { ...call.records, [event.source]: record } };
    }
    case 'survey':
      return {
        ...call,
        survey: {
          score: greater(call.survey?.score ?? null, event.score),
          label: greater(call.survey?.label ?? null, event.label),
        },
      };
    default:
      return assertNever(event);
  }
}

type ExtensionStateEvent = Extract<CallEvent, { kind: 'extension-state' }>;

function extensionObservation(call: Call, event: ExtensionStateEvent): Observation | null {
  if (event.extension === call.agentNumber) {
    if (event.state === 'ringing') return 'agent-ringing';
    if (event.state === 'idle' || event.state === 'unavailable') return 'agent-idle';
    if (event.state !== 'in-use') return null;
    return namesOtherParty(call, event.participant) ? 'agent-in-use-with-other' : 'agent-in-use';
  }
  // Only an originated call knows for certain who the other leg is before its record arrives.
  if (call.outcome === 'none' || !isCallee(call, event.extension)) return null;
  if (event.state === 'ringing') return 'other-ringing';
  return event.state === 'in-use' ? 'other-in-use' : null;
}

/** In a call requested here the PBX calls the agent's phone too, before the callee: there it says nothing about talking. */
function agentWasCalled(call: Call, event: ExtensionStateEvent): Observation | null {
  const alive = event.state === 'ringing' || event.state === 'in-use';
  const here = call.outcome === 'none' && event.extension === call.agentNumber;
  return here && alive && event.legDirection === 'inbound' ? 'agent-was-called' : null;
}

function namesOtherParty(call: Call, participant: string | null): boolean {
  if (participant === null) return false;
  return call.outcome === 'none' || isCallee(call, participant);
}

/** With an outside caller the PBX dials out twice: first the caller's leg, then the callee's. */
function dialledLeg(call: Call, number: string): Observation {
  const agentIsOutside = destinationKind(call.agentNumber) === 'outside';
  return agentIsOutside && sameNumber(number, call.agentNumber) ? 'agent-dialled-out' : 'other-dialled-out';
}

function withObservation(call: Call, observation: Observation | null, atMs: number): Call {
  if (observation === null) return call;
  const observed = { ...call.observed, [observation]: Math.min(call.observed[observation] ?? atMs, atMs) };
  const again = againOf(observation);
  if (again === null) return { ...call, observed };
  // The latest of all is kept only where the earliest ones do not tell it.
  const { [again.name]: known, ...others } = observed;
  const last = Math.max(known ?? atMs, atMs, ...momentsOf(call.observed, again.of));
  const told = Math.max(...momentsOf(others, again.of));
  return { ...call, observed: last > told ? { ...observed, [again.name]: last } : others };
}

const aliveAgain = {
  name: 'agent-alive-again',
  of: ['agent-ringing', 'agent-in-use', 'agent-in-use-with-other'],
} as const;
const idleAgain = { name: 'agent-idle-again', of: ['agent-idle'] } as const;

function againOf(observation: Observation): typeof aliveAgain | typeof idleAgain | null {
  if (observation === 'agent-idle') return idleAgain;
  return aliveAgain.of.some((name) => name === observation) ? aliveAgain : null;
}

function momentsOf(observed: Call['observed'], names: readonly Observation[]): readonly number[] {
  return names.flatMap((name) => observed[name] ?? []);
}

function withIds(call: Call, event: CallEvent): Call {
  const pbxCallIds =
    event.pbxCallId === null || call.pbxCallIds.includes(event.pbxCallId)
      ? call.pbxCallIds
      : [...call.pbxCallIds, event.pbxCallId].sort();
  return { ...call, pbxCallIds, originatedCallId: greater(call.originatedCallId, event.originatedCallId) };
}

const outcomeRank: Readonly<Record<OriginateOutcome, number>> = {
  none: 0,
  pending: 0,
  unknown: 1,
  refused: 2,
  accepted: 3,
};

function withOutcome(call: Call, change: Extract<CallChange, { kind: 'originate-outcome' }>): Call {
  if (call.outcome === 'none' || outcomeRank[change.outcome] <= outcomeRank[call.outcome]) return call;
  return {
    ...call,
    outcome: change.outcome,
    outcomeAtMs: change.atMs,
    outcomeMessage: change.message,
    originatedCallId: greater(call.originatedCallId, change.originatedCallId),
  };
}

/** The last settlement stays: a later one is made only when a sign of life refuted the one before. */
function withSettlement(call: Call, settlement: Settlement): Call {
  if (call.settlement !== null && call.settlement.atMs >= settlement.atMs) return call;
  return { ...call, settlement };
}
