import type { Call } from '../../shared/domain/call.ts';
import { startCall } from '../../shared/domain/start-call.ts';
import { deskStartedAtMs, type EventFields } from './event-desk.ts';

/** What the PBX sends of one call of extension 557, in the usual order; five events at most, so that every order can be tried. */
export interface EventShape {
  readonly title: string;
  /** The call this program asked for, if it is one. */
  readonly call: Call | null;
  readonly events: readonly EventFields[];
}

const agent = '557';
const outside = '09121112233';
const caller = '09331112233';
const id = { unique_id: '1768.1' };
const originateId = { originated_call_id: 'orig.call.1.1' };

export const originatedCall = startCall(
  'originated',
  'main',
  {
    caller: agent,
    callee: outside,
    callerId: agent,
    dialplanContext: 'main_routing',
    trunkName: null,
    timeoutSeconds: 30,
    callLimitSeconds: null,
  },
  deskStartedAtMs,
);
const accepted: Call = { ...originatedCall, outcome: 'accepted', originatedCallId: 'orig.call.1.1' };

const state = (name: string, more: EventFields = {}): EventFields => ({
  event_name: 'NewState',
  exten: agent,
  state: name,
  ...more,
  ...id,
});
const dialledOut: EventFields = { event_name: 'OutgoingCall', number: outside, outgoing_point: 'MCI', ...id };
const cameIn: EventFields = { event_name: 'IncomingCall', number: caller, entry_point: 'MCI', ...id };

export const answeredRecord = {
  event_name: 'Cdr',
  starttime: '2026-01-16 08:00:00.100000',
  endtime: '2026-01-16 08:00:20.100000',
  duration: '20',
  billsec: 9,
  wait: 11,
  disposition: 'ANSWERED',
  unique_id: '1768.1',
} as const;
const record = (more: EventFields): EventFields => ({ ...answeredRecord, ...more });
const out = { src: agent, dst: outside, type: 'outgoing' };
const notTalked = { billsec: 0, wait: 20 };

export const eventShapes: readonly EventShape[] = [
  {
    title: 'an originated call whose events carry the originate id',
    call: accepted,
    events: [
      state('Ringing'),
      state('InUse', { direction: 'out' }),
      { ...dialledOut, ...originateId },
      state('Idle'),
      record({ ...out, ...originateId }),
    ],
  },
  {
    title: 'an originated call on a server too old to send the originate id',
    call: accepted,
    events: [
      { event_name: 'NewState', exten: agent, state: 'Ringing', cuid: '1768.1' },
      { event_name: 'NewState', exten: agent, state: 'InUse', participant: outside, cuid: '1768.1' },
      record(out),
      { event: 'Survey', ...id, src: agent, dst: outside, point: 5, label: 'MySurvey' },
    ],
  },
  {
    title: 'an originated call to a busy number',
    call: accepted,
    events: [
      state('Ringing'),
      state('InUse'),
      { ...dialledOut, ...originateId },
      state('Idle'),
      record({ ...out, ...originateId, ...notTalked, disposition: 'BUSY' }),
    ],
  },
  {
    title: 'an originated call that nobody answered',
    call: accepted,
    events: [
      state('Ringing'),
      state('InUse', { direction: 'out' }),
      dialledOut,
      state('Idle'),
      record({ ...out, ...originateId, ...notTalked, disposition: 'NO ANSWER' }),
    ],
  },
  {
    title: 'an originated call that failed, with its recording',
    call: accepted,
    events: [
      state('Ringing'),
      state('InUse'),
      record({ ...out, ...originateId, ...notTalked, disposition: 'FAILED', record: '20260116_1768.1.mp3' }),
    ],
  },
  {
    title: 'an originated call to a colleague',
    call: { ...accepted, callee: '601' },
    events: [
      state('Ringing'),
      { event_name: 'NewState', exten: '601', state: 'Ringing', participant: agent, direction: 'in', ...id },
      state('InUse', { participant: '601', direction: 'out' }),
      state('Idle'),
      record({ src: agent, dst: '601', type: 'local', ...originateId }),
    ],
  },
  {
    title: 'a call that came in, first heard of by whichever event comes first',
    call: null,
    events: [
      cameIn,
      state('Ringing', { participant: caller, direction: 'in' }),
      state('InUse', { participant: caller, direction: 'in' }),
      state('Idle'),
      record({ src: caller, dst: agent, type: 'incoming' }),
    ],
  },
  {
    title: 'a call that came in and was missed',
    call: null,
    events: [
      cameIn,
      state('Ringing', { participant: caller, direction: 'in' }),
      state('Idle'),
      record({ src: caller, dst: agent, type: 'incoming', ...notTalked, disposition: 'NO ANSWER' }),
    ],
  },
  {
    title: 'a call out of a queue, with a survey after it',
    call: null,
    events: [
      state('Ringing', { participant: caller, direction: 'in', queue: '902' }),
      state('InUse', { participant: caller, direction: 'in', queue: '902' }),
      record({ event_name: 'CdrQueue', src: caller, dst: agent, queue: '902' }),
      record({ src: caller, dst: agent, type: 'incoming', poll_point: '4', poll_lable: 'Service' }),
      { event: 'Survey', ...id, src: caller, dst: agent, queue: '902', point: 5, label: 'MySurvey' },
    ],
  },
  {
    title: 'a call of a colleague that was answered',
    call: null,
    events: [
      state('Ringing', { participant: '601', direction: 'in' }),
      state('InUse', { participant: '601', direction: 'in' }),
      { event_name: 'NewState', exten: '601', state: 'InUse', participant: agent, direction: 'out', ...id },
      state('Idle'),
      record({ src: '601', dst: agent, type: 'local' }),
    ],
  },
];
