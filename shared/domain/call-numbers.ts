import type { Call } from './call.ts';
import { callDisposition, finalRecord, isToAgent, talkSeconds, wasAnsweredElsewhere } from './call-view.ts';

/** What is counted of some calls. Each part is a sum, so those of two times together are those of both. */
export interface CallNumbers {
  /** Calls to the agent, from outside or from a colleague. */
  readonly incoming: number;
  /** Of these, those that a colleague took. */
  readonly elsewhere: number;
  /** Of these, those that are still under way. */
  readonly incomingUnderWay: number;
  readonly answered: number;
  /** All other calls. */
  readonly outgoing: number;
  readonly outgoingUnderWay: number;
  /** Of these, those that were answered. */
  readonly reached: number;
  /** Of the agent, in both directions. */
  readonly talkSeconds: number;
  /** Answered calls to the agent of which it is known how long they waited, and how long that was. */
  readonly waits: number;
  readonly waitSeconds: number;
}

export const noNumbers: CallNumbers = {
  incoming: 0,
  elsewhere: 0,
  incomingUnderWay: 0,
  answered: 0,
  outgoing: 0,
  outgoingUnderWay: 0,
  reached: 0,
  talkSeconds: 0,
  waits: 0,
  waitSeconds: 0,
};

export function numbersOf(call: Call): CallNumbers {
  const disposition = callDisposition(call);
  const underWay = disposition === null ? 1 : 0;
  const answered = disposition === 'answered' ? 1 : 0;
  const talked = { ...noNumbers, talkSeconds: talkSeconds(call) ?? 0 };
  if (!isToAgent(call)) return { ...talked, outgoing: 1, outgoingUnderWay: underWay, reached: answered };
  const wait = answered === 1 ? (finalRecord(call)?.waitSeconds ?? null) : null;
  return {
    ...talked,
    incoming: 1,
    elsewhere: wasAnsweredElsewhere(call) ? 1 : 0,
    incomingUnderWay: underWay,
    answered,
    waits: wait === null ? 0 : 1,
    waitSeconds: wait ?? 0,
  };
}

export function addNumbers(one: CallNumbers, other: CallNumbers): CallNumbers {
  return {
    incoming: one.incoming + other.incoming,
    elsewhere: one.elsewhere + other.elsewhere,
    incomingUnderWay: one.incomingUnderWay + other.incomingUnderWay,
    answered: one.answered + other.answered,
    outgoing: one.outgoing + other.outgoing,
    outgoingUnderWay: one.outgoingUnderWay + other.outgoingUnderWay,
    reached: one.reached + other.reached,
    talkSeconds: one.talkSeconds + other.talkSeconds,
    waits: one.waits + other.waits,
    waitSeconds: one.waitSeconds + other.waitSeconds,
  };
}

/** Calls to the agent that it was for the agent to answer: those that are over, without those that a colleague took. */
export function answerable({ incoming, elsewhere, incomingUnderWay }: CallNumbers): number {
  return incoming - elsewhere - incomingUnderWay;
}

export interface Share {
  readonly part: number;
  readonly of: number;
}

/** Null: there is nothing to have a share of. */
export function answerRate(numbers: CallNumbers): Share | null {
  const of = answerable(numbers);
  return of <= 0 ? null : { part: numbers.answered, of };
}

export function reachRate({ outgoing, outgoingUnderWay, reached }: CallNumbers): Share | null {
  const of = outgoing - outgoingUnderWay;
  return of <= 0 ? null : { part: reached, of };
}

/** Null: of none it is known. */
export function averageWait({ waits, waitSeconds }: CallNumbers): number | null {
  return waits === 0 ? null : waitSeconds / waits;
}

/** Over the calls with a talk; null: there was none. */
export function averageTalk(numbers: CallNumbers): number | null {
  const talks = numbers.answered + numbers.reached;
  return talks === 0 ? null : numbers.talkSeconds / talks;
}
