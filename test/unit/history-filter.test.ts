import { describe, expect, it } from 'vitest';
import type { CallWork } from '../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../shared/domain/call.ts';
import { historyMatcher } from '../../shared/domain/history/fits-filter.ts';
import { type HistoryFilter, historyFilterSchema } from '../../shared/domain/history/history-filter.ts';
import { aFullCall, aMinimalCall, aRecord, morningMs } from '../support/call-builders.ts';

const nothing: CallWork = {
  note: '',
  outcome: null,
  tags: [],
  awaitsOutcome: false,
  followUpAtMs: null,
  followUpDoneAtMs: null,
};

function fits(filter: HistoryFilter, call: Call, work: CallWork | null = null, known = {}): boolean {
  return historyMatcher(historyFilterSchema.parse(filter), {
    nowMs: morningMs,
    profiles: ['office'],
    countryCode: '98',
    nameFits: () => false,
    isHandled: () => false,
    ...known,
  })(call, work);
}

const missed = aMinimalCall({
  caller: '02188776655',
  callee: '101',
  records: { cdr: aRecord({ disposition: 'no-answer', endedAtMs: morningMs, queue: '902' }) },
});

describe('A filter of the history', () => {
  it('asks for nothing with what is left out, or where none of several is chosen', () => {
    expect(fits({}, missed)).toBe(true);
    expect(fits({ directions: [], dispositions: [], text: ' ' }, missed)).toBe(true);
    expect(fits({}, { ...missed, profile: 'home' })).toBe(false);
  });

  it.each<[filter: HistoryFilter, yes: boolean]>([
    [{ directions: ['outbound', 'internal'] }, true],
    [{ directions: ['inbound'] }, false],
    [{ dispositions: ['answered'] }, true],
    [{ dispositions: ['busy', 'failed'] }, false],
    [{ trunk: 'to_simo_51_20' }, true],
    [{ trunk: 'to_simo' }, false],
    [{ queue: 'heard-queue' }, true],
    [{ queue: '902' }, false],
    [{ fromMs: morningMs, toMs: morningMs + 1 }, true],
    [{ fromMs: morningMs + 1 }, false],
    [{ toMs: morningMs }, false],
    [{ recorded: true }, true],
    [{ noted: true }, false],
    [{ awaitsOutcome: true }, false],
  ])('%j of a whole call: %s', (filter, yes) => {
    expect(fits(filter, aFullCall())).toBe(yes);
  });

  it.each([
    ['0912 345', true],
    ['۰۹۱۲۳۴۵', true],
    ['٣٤٥٦', true],
    ['+98 912 345 6789', true],
    ['(0912) 345-67-89', true],
    ['789', true],
    ['9091', true],
    ['0913', false],
    ['7891', false],
    ['پرداخت', true],
    ['پرداخت 6789', true],
    ['پرداخت 6780', false],
    ['مي‌خواهد', true],
    ['VIP فوری', true],
    ['vi', true],
  ])('finds in numbers, note and tags: %s %s', (text, yes) => {
    const work = { ...nothing, note: 'می‌خواهد پرداخت کند', tags: ['vip', 'فوري'] };
    expect(fits({ text }, aFullCall(), work)).toBe(yes);
  });

  it('finds by the name of the number of the other party', () => {
    const known = { nameFits: (number: string) => number === '02188776655' };
    expect(fits({ text: 'Sara' }, missed, null, known)).toBe(true);
    expect(fits({ text: 'Sara' }, aFullCall(), null, known)).toBe(false);
  });

  it('takes for unhandled what was missed and nobody dealt with since', () => {
    expect(fits({ unhandled: true }, missed)).toBe(true);
    expect(fits({ unhandled: true }, missed, null, { isHandled: () => true })).toBe(false);
    expect(fits({ unhandled: true }, aFullCall())).toBe(false);
  });

  it('asks for what the agent added', () => {
    const work = {
      ...nothing,
      note: 'x',
      outcome: 'sold',
      tags: ['vip'],
      awaitsOutcome: true,
      followUpAtMs: morningMs,
    };
    expect(fits({ noted: true, outcome: 'sold', tag: 'vip', awaitsOutcome: true, due: true }, missed, work)).toBe(true);
    expect(fits({ due: true }, missed, { ...work, followUpAtMs: morningMs + 1 })).toBe(false);
    expect(fits({ due: true }, missed, { ...work, followUpDoneAtMs: morningMs })).toBe(false);
    expect(fits({ tag: 'vi' }, missed, work)).toBe(false);
    expect(fits({ outcome: 'lost' }, missed, work)).toBe(false);
    expect(fits({ outcome: 'sold' }, missed)).toBe(false);
  });
});

describe('A number of this country', () => {
  const writings = ['09123945566', '9123945566', '989123945566', '+989123945566', '00989123945566'];
  const other = aMinimalCall({ caller: '02188776655', callee: '101' });
  const found = (text: string, countryCode = '98') =>
    writings.filter((caller) => fits({ text }, aMinimalCall({ caller, callee: '101' }), null, { countryCode }));

  it.each([
    ...['+98912', '0098912', '+98 912', '+98 (912) 39', '۰۰۹۸ ۹۱۲', '+98 0912', '+989123'],
    ...['912', '0912', '0912 394', '۹۱۲۳۹۴', '3945', '9123945566', '09123945566'],
    ...['989123945566', '+989123945566', '00989123945566', '۹۸۹۱۲۳۹۴۵۵۶۶', '98 912-394-55-66'],
  ])('is found in every writing: %s', (typed) => {
    expect(found(typed)).toEqual(writings);
    expect(fits({ text: typed }, other)).toBe(false);
  });

  it.each(['98912', '98 912 39', '98912394556', '۹۸۹۱۲'])(
    'is found by a beginning with the code alone, with its zero and with the code: %s',
    (typed) => {
      expect(found(typed)).toEqual(writings.filter((writing) => writing !== '9123945566'));
      expect(fits({ text: typed }, other)).toBe(false);
    },
  );

  it('has digits like the code anywhere', () => {
    expect(fits({ text: '98912' }, aMinimalCall({ caller: '02198912', callee: '101' }))).toBe(true);
    expect(fits({ text: '+9891' }, aMinimalCall({ caller: '02188910', callee: '101' }))).toBe(true);
  });

  it.each(['+98', '+989', '989', '9891', '+49 912', 'sara +98912', '#98'])('is no part of %j', (typed) => {
    expect(fits({ text: typed }, aMinimalCall({ caller: '09123', callee: '101' }))).toBe(false);
  });

  it('has no code that is known where none is set', () => {
    expect(found('98912', '')).toEqual(['989123945566', '+989123945566', '00989123945566']);
  });
});
