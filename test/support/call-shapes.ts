import type { CallChange } from '../../shared/domain/advance-call.ts';
import type { Call, CallState } from '../../shared/domain/call.ts';
import type { Direction, Disposition } from '../../shared/domain/disposition.ts';
import { anEvent, anOriginatedCall, callRecord, morningMs, extensionState as phone } from './call-builders.ts';

/** What becomes of one call: everything that changes it, in the usual order, and what must be known in the end. */
export interface CallShape {
  readonly name: string;
  /** Null: the call is first heard of from the PBX. */
  readonly initial: Call | null;
  readonly changes: readonly CallChange[];
  readonly end: {
    readonly state: CallState;
    readonly disposition: Disposition | null;
    readonly direction: Direction;
    readonly caller: string;
    readonly callee: string;
    readonly talked: boolean;
  };
}

const outside = '09123456789';
const ids = { pbxCallId: '1705824000.12', originatedCallId: null };
const withOriginateId = { ...ids, originatedCallId: 'orig.call.1' };

const accepted: CallChange = {
  kind: 'originate-outcome',
  outcome: 'accepted',
  originatedCallId: 'orig.call.1',
  message: null,
  atMs: morningMs + 120,
};
const unknown: CallChange = { ...accepted, outcome: 'unknown', originatedCallId: null, message: 'pbx-timeout' };
const refused: CallChange = { ...unknown, outcome: 'refused', message: 'context not found' };

const at = (afterMs: number, body: Parameters<typeof anEvent>[1]) => anEvent(afterMs, body, ids);
const cdr = (afterMs: number, record: Parameters<typeof callRecord>[1]) =>
  anEvent(
    afterMs,
    callRecord('cdr', { startedAtMs: morningMs, endedAtMs: morningMs + afterMs, ...record }),
    withOriginateId,
  );

const ownPhoneUp = [at(300, phone('101', 'ringing')), at(2000, phone('101', 'in-use', null, 'outbound'))];
const toOutside = [...ownPhoneUp, at(2500, { kind: 'outgoing-call', number: outside, trunkName: 'trunk-1' })];
const answeredOutside = [
  accepted,
  ...toOutside,
  at(5500, phone('101', 'in-use', outside, 'outbound')),
  at(13_500, phone('101', 'idle')),
  cdr(13_700, { caller: '101', callee: outside, direction: 'outbound', disposition: 'answered', talkSeconds: 8 }),
];
const answeredInside = [
  accepted,
  ...ownPhoneUp,
  at(2500, phone('102', 'ringing', '101', 'inbound')),
  at(5500, phone('101', 'in-use', '102', 'outbound')),
  at(5510, phone('102', 'in-use', '101', 'inbound')),
  at(9000, phone('101', 'idle')),
  at(9010, phone('102', 'idle')),
  cdr(9200, { caller: '101', callee: '102', direction: 'internal', disposition: 'answered', talkSeconds: 3 }),
];
const cameIn = at(0, { kind: 'incoming-call', number: outside, trunkName: 'trunk-1' });

const outbound = { direction: 'outbound', caller: '101', callee: outside } as const;
const inbound = { direction: 'inbound', caller: outside, callee: '101' } as const;

export const callShapes: readonly CallShape[] = [
  {
    name: 'answered inside',
    initial: anOriginatedCall({ callee: '102' }),
    changes: answeredInside,
    end: { state: 'ended', disposition: 'answered', direction: 'internal', caller: '101', callee: '102', talked: true },
  },
  {
    name: 'answered outside',
    initial: anOriginatedCall(),
    changes: answeredOutside,
    end: { state: 'ended', disposition: 'answered', ...outbound, talked: true },
  },
  {
    name: 'still talking',
    initial: anOriginatedCall(),
    changes: answeredOutside.slice(0, -2),
    end: { state: 'talking', disposition: null, ...outbound, talked: true },
  },
  {
    name: 'busy',
    initial: anOriginatedCall(),
    changes: [
      accepted,
      ...toOutside,
      at(4000, phone('101', 'idle')),
      cdr(4200, { caller: '101', callee: outside, disposition: 'busy', talkSeconds: 0 }),
    ],
    end: { state: 'ended', disposition: 'busy', ...outbound, talked: false },
  },
  {
    name: 'no answer',
    initial: anOriginatedCall(),
    changes: [
      accepted,
      ...toOutside,
      at(32_500, phone('101', 'idle')),
      cdr(32_700, { caller: '101', callee: outside, disposition: 'no-answer', talkSeconds: 0 }),
    ],
    end: { state: 'ended', disposition: 'no-answer', ...outbound, talked: false },
  },
  {
    name: 'own phone never picked up, settled',
    initial: anOriginatedCall(),
    changes: [
      accepted,
      at(300, phone('101', 'ringing')),
      at(30_300, phone('101', 'idle')),
      {
        kind: 'settled',
        settlement: { atMs: morningMs + 40_000, disposition: 'agent-no-answer', reason: 'caller-silent' },
      },
    ],
    end: { state: 'ended', disposition: 'agent-no-answer', ...outbound, talked: false },
  },
  {
    name: 'refused',
    initial: anOriginatedCall(),
    changes: [refused],
    end: { state: 'ended', disposition: 'refused', ...outbound, talked: false },
  },
  {
    name: 'outcome unknown, then events',
    initial: anOriginatedCall(),
    changes: [unknown, ...answeredOutside.slice(1)],
    end: { state: 'ended', disposition: 'answered', ...outbound, talked: true },
  },
  {
    name: 'every event repeated later',
    initial: anOriginatedCall(),
    changes: [
      accepted,
      ...[...toOutside, at(4000, phone('101', 'idle'))].flatMap((event) => [
        event,
        { ...event, receivedAtMs: event.receivedAtMs + 700 },
      ]),
    ],
    end: { state: 'ended', disposition: 'unknown', ...outbound, talked: false },
  },
  {
    name: 'agent on an outside phone, masked call with an id per leg',
    initial: anOriginatedCall({ caller: '09350000001' }),
    changes: [
      accepted,
      at(300, { kind: 'outgoing-call', number: '09350000001', trunkName: 'trunk-1' }),
      anEvent(
        4000,
        { kind: 'outgoing-call', number: outside, trunkName: 'trunk-2' },
        { ...ids, pbxCallId: '1705824004.13' },
      ),
      cdr(20_000, { caller: '09350000001', callee: outside, disposition: 'answered', talkSeconds: 10 }),
    ],
    end: { state: 'ended', disposition: 'answered', ...outbound, caller: '09350000001', talked: true },
  },
  {
    name: 'inbound, answered',
    initial: null,
    changes: [
      cameIn,
      at(200, phone('101', 'ringing', outside, 'inbound')),
      at(6000, phone('101', 'in-use', outside, 'inbound')),
      at(20_000, phone('101', 'idle')),
      cdr(20_200, { caller: outside, callee: '101', direction: 'inbound', disposition: 'answered', talkSeconds: 14 }),
    ],
    end: { state: 'ended', disposition: 'answered', ...inbound, talked: true },
  },
  {
    name: 'inbound, talking now',
    initial: null,
    changes: [cameIn, at(200, phone('101', 'ringing', outside)), at(6000, phone('101', 'in-use', outside))],
    end: { state: 'talking', disposition: null, ...inbound, talked: true },
  },
  {
    name: 'inbound, missed, without a record',
    initial: null,
    changes: [cameIn, at(200, phone('101', 'ringing', outside, 'inbound')), at(15_000, phone('101', 'idle'))],
    end: { state: 'ended', disposition: 'no-answer', ...inbound, talked: false },
  },
  {
    name: 'a colleague called and was answered, the record being late',
    initial: null,
    changes: [
      at(200, phone('101', 'ringing', '102', 'inbound')),
      at(6000, phone('101', 'in-use', '102', 'inbound')),
      at(8000, phone('101', 'idle')),
    ],
    end: { state: 'ended', disposition: 'answered', direction: 'internal', caller: '102', callee: '101', talked: true },
  },
  {
    name: 'out of a queue, with an account per agent and one of the call',
    initial: null,
    changes: [
      cameIn,
      at(200, phone('101', 'ringing', outside, 'inbound')),
      at(6000, phone('101', 'in-use', outside, 'inbound')),
      at(
        20_000,
        callRecord('queue-cdr', {
          caller: outside,
          callee: '101',
          disposition: 'no-answer',
          talkSeconds: 0,
          queue: '902',
        }),
      ),
      at(
        20_100,
        callRecord('queue-cdr', {
          caller: outside,
          callee: '101',
          disposition: 'answered',
          talkSeconds: 14,
          queue: '902',
        }),
      ),
      at(20_200, callRecord('cdr', { caller: outside, callee: '101', talkSeconds: 14, endedAtMs: morningMs + 20_000 })),
    ],
    end: { state: 'ended', disposition: 'answered', ...inbound, talked: true },
  },
  {
    name: 'out of a queue, rung twice, talking now',
    initial: null,
    changes: [
      cameIn,
      at(200, phone('101', 'ringing', outside, 'inbound')),
      at(15_000, phone('101', 'idle')),
      at(20_000, phone('101', 'ringing', outside, 'inbound')),
      at(26_000, phone('101', 'in-use', outside, 'inbound')),
    ],
    end: { state: 'talking', disposition: null, ...inbound, talked: true },
  },
  {
    name: 'out of a queue, rung twice, then over',
    initial: null,
    changes: [
      cameIn,
      at(200, phone('101', 'ringing', outside, 'inbound')),
      at(15_000, phone('101', 'idle')),
      at(26_000, phone('101', 'in-use', outside, 'inbound')),
      at(40_000, phone('101', 'idle')),
    ],
    end: { state: 'ended', disposition: 'answered', ...inbound, talked: true },
  },
  {
    name: 'settled, but the phone rang after all and was picked up',
    initial: anOriginatedCall({ callee: '102' }),
    changes: [
      accepted,
      {
        kind: 'settled',
        settlement: { atMs: morningMs + 40_000, disposition: 'agent-no-answer', reason: 'caller-silent' },
      },
      at(41_000, phone('101', 'ringing')),
      at(43_000, phone('101', 'in-use')),
      at(46_000, phone('102', 'in-use', '101', 'inbound')),
    ],
    end: { state: 'talking', disposition: null, direction: 'internal', caller: '101', callee: '102', talked: true },
  },
  {
    name: 'with a survey afterwards',
    initial: anOriginatedCall(),
    changes: [
      accepted,
      ...toOutside,
      cdr(13_700, { caller: '101', callee: outside, disposition: 'answered', talkSeconds: 8 }),
      at(14_000, { kind: 'survey', caller: '101', callee: outside, score: 5, label: 'good' }),
    ],
    end: { state: 'ended', disposition: 'answered', ...outbound, talked: true },
  },
];
