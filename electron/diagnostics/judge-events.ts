import type { DialerError } from '../../shared/errors.ts';
import type { ListenerStatus, PingRoundTrip } from '../../shared/ipc/listener-contract.ts';
import type { Result } from '../../shared/result.ts';
import { broken, doubtful, failedBy, fine, type Judgement, notReached, unseen } from './finding.ts';

export function judgeListener({ state, address, port, problem }: ListenerStatus): Judgement {
  switch (state) {
    case 'listening':
      return fine('listener-on', address === null ? {} : { address });
    case 'off':
      return doubtful('listener-off');
    case 'starting':
      return unseen('listener-starting');
    case 'port-in-use':
      return broken('listener-port', port === null ? {} : { port });
    case 'address-missing':
      return broken('listener-address');
    case 'credentials-missing':
      return broken('listener-credentials');
    case 'failed':
      return broken('listener-failed', problem === null ? {} : { code: problem });
  }
}

/** Null: it was not tried, since the PBX or the account failed before. */
export function judgeRoundTrip(answer: Result<PingRoundTrip, DialerError> | null): Judgement {
  if (answer === null) return notReached;
  // Whoever may not ask for the event learns nothing of the way that it would take.
  if (!answer.ok)
    return answer.error.code === 'pbx-access-denied' ? unseen('round-trip-denied') : failedBy(answer.error);
  const found = answer.value;
  switch (found.outcome) {
    case 'arrived':
      return fine('round-trip-arrived', { answerMs: found.answerMs, eventMs: found.eventMs });
    case 'nothing-came':
      return broken('round-trip-nothing', { answerMs: found.answerMs });
    case 'turned-away':
      return broken('round-trip-turned-away', { answerMs: found.answerMs });
    case 'not-listening':
      return unseen('round-trip-not-listening');
    case 'pbx-left':
      return notReached;
  }
}

/** The kinds that a call is told by: the state of phones, who is dialled, who calls, and the record at its end. */
const states = 'NewState';
const record = 'Cdr';
const ofCalls = [states, 'OutgoingCall', 'IncomingCall', record] as const;

/**
 * Which kinds came since the listener began. One that did not come proves nothing where there was no such call; a call that
 * ended without any state of a phone does.
 */
export function judgeKinds(known: {
  readonly receivedByName: ListenerStatus['receivedByName'];
  /** When the last event of an earlier run came; null: none is known. */
  readonly earlierAtMs: number | null;
}): Judgement {
  const came = (name: string) => (known.receivedByName[name] ?? 0) > 0;
  const arrived = Object.keys(known.receivedByName).filter(came).sort();
  const missing = ofCalls.filter((name) => !came(name));
  if (arrived.length === 0) {
    return known.earlierAtMs === null ? unseen('kinds-none') : unseen('kinds-earlier', { atMs: known.earlierAtMs });
  }
  if (missing.length === 0) return fine('kinds-all', { arrived });
  return came(record) && !came(states)
    ? doubtful('kinds-without-states', { arrived, missing: [states] })
    : unseen('kinds-some', { arrived, missing });
}
