import type { CallRecord, RecordSource } from './call-event.ts';
import type { Direction, Disposition } from './disposition.ts';

/**
 * What has been observed of a call, each with the earliest moment it was seen (UTC epoch ms, this computer's clock).
 * Observations are kept apart from conclusions, so that the order in which events arrive can never change a call.
 * `agent-*` is the agent's own phone (the caller leg of an originated call), `other-*` the other party's leg;
 * `dialled-out` means that the PBX rang that leg through a trunk. `agent-was-called`: the PBX said that it called the
 * agent's phone in a call that was not requested here, so whoever picks that phone up is talking. `agent-alive-again` and
 * `agent-idle-again` are the latest moments at which that phone rang or was in use, and was idle, where they are later than all of
 * the earliest ones.
 */
export const observations = [
  'agent-ringing',
  'agent-dialled-out',
  'agent-in-use',
  'agent-in-use-with-other',
  'agent-alive-again',
  'agent-idle',
  'agent-idle-again',
  'agent-was-called',
  'other-dialled-out',
  'other-ringing',
  'other-in-use',
  'came-in',
] as const;
export type Observation = (typeof observations)[number];

/** What became of the originate request; `none` for calls that this program did not ask for. */
export const originateOutcomes = ['none', 'pending', 'accepted', 'refused', 'unknown'] as const;
export type OriginateOutcome = (typeof originateOutcomes)[number];

/** Given when a call is closed without a record of the PBX, with what led to it. */
export interface Settlement {
  readonly atMs: number;
  readonly disposition: Disposition;
  readonly reason: 'caller-silent' | 'no-events' | 'abandoned';
}

/** Parties and trunk as the events of the PBX name them one by one. */
export interface HeardParties {
  readonly firstAtMs: number;
  readonly incomingNumber: string | null;
  readonly outgoingNumber: string | null;
  readonly participant: string | null;
  readonly legDirection: 'inbound' | 'outbound' | null;
  readonly trunkName: string | null;
  /** Out of which the agent's phone was rung. */
  readonly queue: string | null;
}

export interface Call {
  readonly id: string;
  /** The PBX account this call belongs to; `demo` for the demo PBX. */
  readonly profile: string;
  /** The agent's own phone as the PBX rings it: an extension or an outside number. */
  readonly agentNumber: string;
  readonly startedAtMs: number;
  readonly direction: Direction;
  /** Party rung first; empty when nothing told who. */
  readonly caller: string;
  /** Party rung second, as it was asked for; empty when nothing told who. */
  readonly callee: string;
  /** What the PBX was given instead of it, by a dial rule; null: the same. */
  readonly dialled: string | null;
  /** The dial rule that decided how the call is made. */
  readonly ruleName: string | null;
  readonly callerId: string | null;
  /** The trunk asked for; the one used is `callTrunkName`. */
  readonly trunkName: string | null;
  readonly timeoutSeconds: number | null;
  readonly callLimitSeconds: number | null;
  readonly outcome: OriginateOutcome;
  /** When the PBX answered the originate request, or when it was given up. */
  readonly outcomeAtMs: number | null;
  /** The PBX's own words for a refusal, or our error code for an unknown outcome. */
  readonly outcomeMessage: string | null;
  readonly originatedCallId: string | null;
  /** Sorted; usually one. A masked call can have one per leg. */
  readonly pbxCallIds: readonly string[];
  readonly heard: HeardParties;
  readonly observed: Readonly<Partial<Record<Observation, number>>>;
  readonly records: Readonly<Partial<Record<RecordSource, CallRecord>>>;
  readonly survey: { readonly score: number | null; readonly label: string | null } | null;
  readonly settlement: Settlement | null;
}

export const callStates = [
  'originating',
  'ringing-caller',
  'caller-answered',
  'ringing-callee',
  'talking',
  'ended',
] as const;
export type CallState = (typeof callStates)[number];
