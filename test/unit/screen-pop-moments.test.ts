import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceCall } from '../../shared/domain/advance-call.ts';
import type { Call } from '../../shared/domain/call.ts';
import { dueMoments } from '../../shared/domain/screen-pop/due-moments.ts';
import { toE164 } from '../../shared/domain/screen-pop/e164.ts';
import { isWithColleague, popDirection, popValues } from '../../shared/domain/screen-pop/values.ts';
import { aMinimalCall, anOriginatedCall, aRecord, morningMs, own } from '../support/call-builders.ts';
import { assertAlways } from '../support/properties.ts';

const runningSinceMs = morningMs - 60_000;
const moments = (call: Call, nowMs = morningMs) => dueMoments(call, { nowMs, runningSinceMs });

const ringing = aMinimalCall({ caller: '09121234567', callee: '101', observed: { 'agent-ringing': morningMs } });
const idle = { ...ringing, observed: { ...ringing.observed, 'agent-idle': morningMs + 5000 } };
const answered = (call: Call) => ({
  ...call,
  observed: { ...call.observed, 'agent-was-called': morningMs, 'agent-in-use': morningMs + 3000 },
});

describe('the moments of a call', () => {
  it('are there when they are seen', () => {
    expect(moments(ringing)).toEqual(['ringing']);
    expect(moments(answered(ringing), morningMs + 3000)).toEqual(['ringing', 'answered']);
    expect(moments(answered(idle), morningMs + 5000)).toEqual(['ended']);
    expect(moments(idle, morningMs + 6500)).toEqual(['ended']);
  });

  it('have no end for a call that a colleague took, nor before that could be told', () => {
    const taken = aRecord({ caller: '09121234567', callee: '102', disposition: 'answered' });
    expect(moments(idle, morningMs + 5100)).toEqual([]);
    expect(moments({ ...idle, records: { cdr: taken } }, morningMs + 6500)).toEqual([]);
    const missed = { ...taken, callee: '101', disposition: 'no-answer' as const };
    expect(moments({ ...idle, records: { cdr: missed } }, morningMs + 5100)).toEqual(['ended']);
  });

  it('of an outgoing call begin with the other party, not with the own phone', () => {
    const call = anOriginatedCall({}, { outcome: 'accepted', observed: { 'agent-ringing': morningMs } });
    expect(moments(call)).toEqual([]);
    expect(moments({ ...call, observed: { ...call.observed, 'other-dialled-out': morningMs } })).toEqual(['ringing']);
  });

  it('are none for what was seen long ago, or by an earlier run', () => {
    expect(moments(ringing, morningMs + 31_000)).toEqual([]);
    expect(dueMoments(ringing, { nowMs: morningMs + 1000, runningSinceMs: morningMs + 500 })).toEqual([]);
    expect(dueMoments(idle, { nowMs: morningMs + 9000, runningSinceMs: morningMs + 8000 })).toEqual([]);
  });

  it('end with a record that the PBX sent for a call of this run, not with one that was looked up, nor with silence', () => {
    const record = aRecord({ disposition: 'answered', endedAtMs: morningMs + 9000, talkSeconds: 5 });
    expect(moments({ ...ringing, records: { cdr: record } })).toEqual(['ended']);
    expect(moments({ ...ringing, records: { 'queue-cdr': record } })).toEqual(['ended']);
    expect(moments({ ...ringing, records: { report: record } })).toEqual([]);
    expect(moments(aMinimalCall({ records: { cdr: record } }))).toEqual([]);
    expect(
      dueMoments({ ...ringing, records: { cdr: record } }, { nowMs: morningMs, runningSinceMs: morningMs + 1 }),
    ).toEqual([]);
    const settlement = { atMs: morningMs + 60_000, disposition: 'no-answer', reason: 'caller-silent' } as const;
    expect(moments({ ...ringing, settlement }, morningMs + 60_000)).toEqual([]);
    expect(moments({ ...ringing, settlement, records: { cdr: record } }, morningMs + 60_000)).toEqual([]);
  });

  it('are none for a request that was refused', () => {
    expect(moments(anOriginatedCall({}, { outcome: 'refused', outcomeAtMs: morningMs }))).toEqual([]);
  });

  it('do not come again by a repeated event, however late', () => {
    assertAlways(
      fc.property(fc.integer({ min: 31_000, max: 86_400_000 }), (laterMs) => {
        const again = advanceCall(
          ringing,
          {
            kind: 'extension-state',
            extension: own.agentNumber,
            state: 'ringing',
            participant: '09121234567',
            legDirection: null,
            queue: null,
            originatedCallId: null,
            pbxCallId: '1.1',
            receivedAtMs: morningMs + laterMs,
          },
          own,
        );
        expect(moments(again ?? ringing, morningMs + laterMs)).toEqual([]);
      }),
    );
  });
});

describe('what is known of a call', () => {
  const known = { countryCode: '98', nameOf: (number: string) => (number === '09121234567' ? 'Ali' : '') };
  it('goes into the address as far as it was told', () => {
    const call = answered({ ...idle, startedAtMs: morningMs, pbxCallIds: ['1.1', '1.2'], trunkName: 'mci' });
    expect(popValues(call, 'ended', known)).toEqual({
      number: '09121234567',
      numberE164: '+989121234567',
      name: 'Ali',
      direction: 'incoming',
      moment: 'ended',
      queue: '',
      trunk: 'mci',
      callId: '1.1',
      agent: '101',
      startedAt: '2024-01-21T08:00:00.000Z',
      durationSeconds: '2',
    });
    expect(popValues(ringing, 'ringing', known).durationSeconds).toBe('');
    const heard = { ...ringing.heard, queue: '903', trunkName: 'irancell' };
    expect(popValues({ ...ringing, heard }, 'ringing', known)).toMatchObject({ queue: '903', trunk: 'irancell' });
    const told = {
      ...call,
      records: { cdr: aRecord({ queue: '902', talkSeconds: 7, disposition: 'answered' as const }) },
    };
    expect(popValues(told, 'ended', known)).toMatchObject({ queue: '902', durationSeconds: '7' });
  });

  it('tells colleagues from others, and which way a call between colleagues went', () => {
    const within = { direction: 'internal', caller: '551', callee: own.agentNumber } as const;
    expect(popDirection(aMinimalCall(within))).toBe('incoming');
    expect(popValues(aMinimalCall(within), 'ringing', known).number).toBe('551');
    expect(popDirection(anOriginatedCall({ callee: '551' }))).toBe('outgoing');
    expect(
      [aMinimalCall(within), anOriginatedCall({ callee: '551' }), aMinimalCall({ caller: '551' })].map(isWithColleague),
    ).toEqual([true, true, true]);
    expect([ringing, anOriginatedCall()].map(isWithColleague)).toEqual([false, false]);
  });

  it.each([
    ['09121234567', '98', '+989121234567'],
    ['02188776655', '98', '+982188776655'],
    ['+49 30 1234567', '98', '+49301234567'],
    ['0049301234567', '98', '+49301234567'],
    ['۰۹۱۲۱۲۳۴۵۶۷', '98', '+989121234567'],
    ['00982188776655', '98', '+982188776655'],
    ['9121234567', '98', ''],
    ['09121234567', '', ''],
    ['110', '98', ''],
    ['0110', '98', ''],
    ['557', '98', ''],
    ['*21#', '98', ''],
    ['anonymous', '98', ''],
    ['', '98', ''],
    ['2125551234', '1', ''],
    ['12125551234', '1', '+12125551234'],
    ['0612345678', '39', ''],
  ])('makes of %j with country code %j %j', (number, countryCode, expected) => {
    expect(toE164(number, countryCode)).toBe(expected);
  });

  it('never makes an international number of anything else', () => {
    assertAlways(
      fc.property(fc.string({ maxLength: 20 }), fc.constantFrom('', '1', '98', '39', '7'), (text, countryCode) => {
        expect(toE164(text, countryCode)).toMatch(/^$|^\+[1-9]\d{6,14}$/);
      }),
    );
  });
});
