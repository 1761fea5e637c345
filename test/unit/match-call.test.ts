import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../shared/domain/call.ts';
import type { CallEvent } from '../../shared/domain/call-event.ts';
import { matchCall } from '../../shared/domain/match-call.ts';
import { callEvents, calls } from '../support/call-arbitraries.ts';
import {
  aMinimalCall,
  anEvent,
  anOriginatedCall,
  callRecord,
  morningMs,
  extensionState as phone,
} from '../support/call-builders.ts';
import { assertAlways } from '../support/properties.ts';

const waiting = anOriginatedCall({}, { id: 'waiting', outcome: 'accepted' });
const found = (event: CallEvent, ...candidates: readonly Call[]) => matchCall(event, candidates)?.id ?? null;

describe('by id', () => {
  const one = anOriginatedCall({}, { id: 'one', originatedCallId: 'o-1', pbxCallIds: ['p-1'] });
  const two = anOriginatedCall({}, { id: 'two', originatedCallId: 'o-2', pbxCallIds: ['p-2', 'p-3'] });
  const inbound = aMinimalCall({ id: 'inbound', pbxCallIds: ['p-4'] });
  const event = (originatedCallId: string | null, pbxCallId: string | null) =>
    anEvent(
      0,
      { kind: 'transfer', transferer: null, transferredFrom: null, transferredTo: null },
      { originatedCallId, pbxCallId },
    );

  it.each([
    ['o-1', null, 'one'],
    [null, 'p-3', 'two'],
    ['o-1', 'p-2', 'one'],
    ['o-9', 'p-2', 'two'],
    [null, 'p-4', 'inbound'],
    ['o-9', 'p-9', null],
    [null, null, null],
  ])('%s and %s are %s', (originatedCallId, pbxCallId, id) => {
    expect(found(event(originatedCallId, pbxCallId), one, two, inbound)).toBe(id);
  });
});

describe('by time and parties, for a call whose id is not known yet', () => {
  it.each([
    ['the own phone rings', anEvent(300, phone('101', 'ringing'), { pbxCallId: 'p' })],
    ['the own phone rings and shows the callee', anEvent(300, phone('101', 'ringing', '+989123456789'))],
    ['the own phone rings and shows the caller id', anEvent(300, phone('101', 'ringing', '02188776655'))],
    ['the own phone rings, which is a leg going in', anEvent(300, phone('101', 'ringing', null, 'inbound'))],
    ['the own phone is picked up', anEvent(2000, phone('101', 'in-use'))],
    [
      'the callee is dialled',
      anEvent(2500, { kind: 'outgoing-call', number: '9123456789', trunkName: 't' }, { pbxCallId: 'p' }),
    ],
    [
      'a record names both',
      anEvent(9000, callRecord('cdr', { caller: '101', callee: '09123456789', totalSeconds: 9 })),
    ],
    [
      'a record names the caller id and the callee',
      anEvent(9000, callRecord('cdr', { caller: '02188776655', callee: '09123456789', startedAtMs: morningMs })),
    ],
    [
      'a record of unknown time comes while it is under way',
      anEvent(9e6, callRecord('cdr', { caller: '101', callee: '09123456789' })),
    ],
    [
      'a survey names both',
      anEvent(9000, { kind: 'survey', caller: '101', callee: '09123456789', score: 1, label: null }),
    ],
  ])('%s', (_, event) => {
    expect(found(event, waiting)).toBe('waiting');
  });

  it('the phone that calls itself rings, is in use and is free again', () => {
    const myself = anOriginatedCall({ callee: '101' }, { id: 'myself' });
    const ringing = anEvent(300, phone('101', 'ringing'));
    expect(matchCall(ringing, [myself])?.id).toBe('myself');
    expect(matchCall(anEvent(2000, phone('101', 'in-use')), [myself])?.id).toBe('myself');
    const rung = { ...myself, observed: { 'agent-ringing': morningMs + 300 } };
    expect(matchCall(anEvent(4000, phone('101', 'idle')), [rung])?.id).toBe('myself');
  });

  it('the callee’s own phone rings for us', () => {
    const inside = anOriginatedCall({ callee: '102' }, { id: 'inside', outcome: 'unknown' });
    expect(found(anEvent(2500, phone('102', 'ringing', '101')), inside)).toBe('inside');
    expect(found(anEvent(2500, phone('102', 'ringing', '103')), inside)).toBeNull();
    expect(found(anEvent(2500, phone('102', 'ringing')), inside)).toBeNull();
  });

  it('the own phone goes idle after it rang', () => {
    const idle = anEvent(30_000, phone('101', 'idle'));
    expect(found(idle, waiting)).toBeNull();
    expect(found(idle, { ...waiting, observed: { 'agent-ringing': morningMs } })).toBe('waiting');
  });

  it('the newest that fits', () => {
    const event = anEvent(5000, phone('101', 'ringing'));
    expect(found(event, waiting, { ...waiting, id: 'newer', startedAtMs: morningMs + 1000 })).toBe('newer');
    expect(found(event, waiting, { ...waiting, id: 'later', startedAtMs: morningMs + 5001 })).toBe('waiting');
  });
});

describe('not', () => {
  const ringing = anEvent(300, phone('101', 'ringing'), { pbxCallId: 'p-9' });
  const record = (afterMs: number, more: Parameters<typeof callRecord>[1]) =>
    anEvent(afterMs, callRecord('cdr', { caller: '101', callee: '09123456789', ...more }), { pbxCallId: 'p-9' });

  it.each([
    ['a call that has another id of the PBX', ringing, { pbxCallIds: ['p-1'] }],
    ['a call of another originate id', { ...ringing, originatedCallId: 'o-9' }, { originatedCallId: 'o-1' }],
    ['a call that was refused', ringing, { outcome: 'refused' }],
    ['a call that was not requested here', ringing, { outcome: 'none' }],
    ['a call that ended', ringing, { observed: { 'agent-idle': morningMs } }],
    ['another phone', anEvent(300, phone('103', 'ringing')), {}],
    ['the own phone ringing for a stranger', anEvent(300, phone('101', 'ringing', '02144556677')), {}],
    ['the own phone ringing for a queue', anEvent(300, { ...phone('101', 'ringing'), queue: '902' }), {}],
    ['the own phone in use for a queue', anEvent(300, { ...phone('101', 'in-use'), queue: '902' }), {}],
    ['a stranger’s leg going in', anEvent(300, phone('101', 'ringing', '02144556677', 'inbound')), {}],
    ['the own phone unavailable', anEvent(300, phone('101', 'unavailable')), {}],
    ['the own phone long after both time-outs', anEvent(71_000, phone('101', 'ringing')), {}],
    ['another number dialled', anEvent(300, { kind: 'outgoing-call', number: '0912', trunkName: null }), {}],
    ['a call that came in', anEvent(300, { kind: 'incoming-call', number: '09123456789', trunkName: null }), {}],
    [
      'a record of other parties',
      anEvent(9000, callRecord('cdr', { caller: '103', callee: '09123456789', totalSeconds: 9 })),
      {},
    ],
    [
      'a record of a later call to the same number',
      record(3_600_000, { startedAtMs: morningMs + 3_590_000, totalSeconds: 10 }),
      {},
    ],
    ['a record of an earlier call to the same number', record(1000, { startedAtMs: morningMs - 3_600_000 }), {}],
    ['a record of unknown time after the end', record(9000, {}), { observed: { 'agent-idle': morningMs + 8000 } }],
  ] as const)('%s', (_, event, changes) => {
    expect(found(event, { ...waiting, ...(changes as Partial<Call>) })).toBeNull();
  });
});

it('a record that was hours under way belongs to the call that began then', () => {
  const hours = 3 * 3600;
  const event = anEvent(
    hours * 1000,
    callRecord('cdr', { caller: '101', callee: '09123456789', waitSeconds: 9, talkSeconds: hours - 9 }),
  );
  expect(found(event, waiting)).toBe('waiting');
});

it('finds one of the candidates or none, for any event and any calls', () => {
  assertAlways(
    fc.property(callEvents, fc.array(calls, { maxLength: 5 }), (event, candidates) => {
      const call = matchCall(event, candidates);
      if (call !== null) expect(candidates).toContain(call);
    }),
    { numRuns: 2000 },
  );
});

describe('a call whose number a dial rule changed', () => {
  const changed = { callee: '0912345', dialled: '9912345', ruleName: 'Local' };
  const ruled = anOriginatedCall({}, { ...changed, id: 'ruled', outcome: 'accepted' });

  it.each([
    [
      'the callee is dialled as the rule has it',
      anEvent(2500, { kind: 'outgoing-call', number: '9912345', trunkName: 't' }),
    ],
    ['or as it was asked for', anEvent(2500, { kind: 'outgoing-call', number: '0912345', trunkName: 't' })],
    ['the own phone shows what was dialled', anEvent(300, phone('101', 'ringing', '9912345'))],
    [
      'a record names what was dialled',
      anEvent(9000, callRecord('cdr', { caller: '101', callee: '9912345', totalSeconds: 9 })),
    ],
    ['a survey does', anEvent(9000, { kind: 'survey', caller: '101', callee: '9912345', score: 1, label: null })],
  ])('%s', (_what, event) => {
    expect(found(event, ruled)).toBe('ruled');
  });

  it('is found by its own extension, where the rule leads inside', () => {
    const inside = anOriginatedCall({}, { callee: '0800', dialled: '558', id: 'inside', outcome: 'accepted' });
    expect(found(anEvent(2500, phone('558', 'ringing', '101')), inside)).toBe('inside');
  });

  it('is none of another number', () => {
    expect(found(anEvent(2500, { kind: 'outgoing-call', number: '9912346', trunkName: 't' }), ruled)).toBe(null);
  });
});
