import { type CallOrder, isExtension } from './call-order.ts';
import { type CallScript, newState, timing } from './call-script.ts';
import { defaultTrunkName } from './directory-trunks.ts';
import { specialOutcomeOf } from './special-callees.ts';

const callBackQueue = '902';
/** Since the request. */
const callBackTiming = { comesAfterMs: 8000, isAnsweredAfterMs: 5000, ringsForMs: 12_000 } as const;

/** The other party calls back, out of a queue, once the first call is over. */
export function scriptCallBack(order: CallOrder): CallScript | null {
  const special = specialOutcomeOf(order.callee);
  if (!isExtension(order.caller) || (special !== 'calls-back' && special !== 'calls-back-in-vain')) return null;
  const answered = special === 'calls-back';
  const { comesAfterMs, ringsForMs, isAnsweredAfterMs } = callBackTiming;
  const answeredAtMs = comesAfterMs + isAnsweredAfterMs;
  const endsAtMs = answered ? answeredAtMs + timing.talkSeconds * 1000 : comesAfterMs + ringsForMs;
  const phone = { exten: order.caller, participant: order.callee, direction: 'in', queue: callBackQueue };
  return {
    steps: [
      {
        atMs: comesAfterMs,
        what: 'event',
        name: 'IncomingCall',
        fields: { number: order.callee, entry_point: defaultTrunkName },
      },
      newState(comesAfterMs, { ...phone, state: 'Ringing' }),
      ...(answered
        ? [{ atMs: answeredAtMs, what: 'answered' } as const, newState(answeredAtMs, { ...phone, state: 'InUse' })]
        : []),
      newState(endsAtMs, { ...phone, state: 'Idle' }),
      { atMs: endsAtMs, what: 'ended' },
      { atMs: endsAtMs + timing.cdrDelayMs, what: 'cdr-event' },
    ],
    ending: {
      disposition: answered ? 'ANSWERED' : 'NO ANSWER',
      waitSeconds: (answered ? isAnsweredAfterMs : ringsForMs) / 1000,
      talkSeconds: answered ? timing.talkSeconds : 0,
      entryPoint: defaultTrunkName,
      outgoingPoint: '',
      recorded: false,
      survey: null,
      cdrSpelling: 'usual',
    },
    disordered: false,
  };
}
