import { CalendarDate, PersianCalendar } from '@internationalized/date';
import { describe, expect, it } from 'vitest';
import { counted, shownHours } from '../../renderer/features/numbers/counted.ts';
import { endingRows } from '../../renderer/features/numbers/ending-rows.ts';
import { daysOf, hourEdges, isInPeriod, periodOf, stepPeriod } from '../../renderer/features/numbers/period.ts';
import type { TimeStyle } from '../../renderer/text/format-time.ts';
import {
  answerRate,
  averageTalk,
  averageWait,
  noNumbers,
  numbersOf,
  reachRate,
} from '../../shared/domain/call-numbers.ts';
import { aFullCall, aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';

const gregorian: TimeStyle = { language: 'en', calendar: 'gregorian', digits: 'latin', timeZone: 'Europe/Berlin' };
const persian: TimeStyle = { language: 'fa', calendar: 'persian', digits: 'persian', timeZone: 'Asia/Tehran' };
const jalali = (year: number, month: number, day: number) => new CalendarDate(new PersianCalendar(), year, month, day);
const told = ({ start, end }: { start: CalendarDate; end: CalendarDate }) => `${start} ${end}`;
const hourMs = 3_600_000;

describe('a period', () => {
  it('is a week from Saturday in the Jalali calendar, from Monday in the Gregorian one', () => {
    const week = periodOf('week', jalali(1405, 9, 1), persian);
    expect([week.start.day, week.start.month, week.end.day]).toEqual([30, 8, 6]);
    expect(week.start.toDate('UTC').getUTCDay()).toBe(6);
    expect(told(periodOf('week', new CalendarDate(2026, 11, 22), gregorian))).toBe('2026-11-16 2026-11-22');
  });

  it.each([
    [jalali(1405, 1, 15), 31],
    [jalali(1405, 8, 1), 30],
    [jalali(1404, 12, 3), 29],
    [jalali(1403, 12, 30), 30],
  ])('is a month of as many days as it has: %s', (day, days) => {
    const month = periodOf('month', day, persian);
    expect(month.start.day).toBe(1);
    expect(daysOf(month)).toHaveLength(days);
    expect(hourEdges(month, persian)).toHaveLength(days * 24 + 1);
  });

  it('steps to the one before and comes back, at the end of months and years too', () => {
    for (const unit of ['day', 'week', 'month'] as const) {
      let span = periodOf(unit, jalali(1405, 1, 31), persian);
      const first = told(span);
      for (let step = 0; step < 14; step += 1) {
        const before = stepPeriod(unit, span, -1, persian);
        expect(told({ start: before.end.add({ days: 1 }), end: span.end })).toBe(told(span));
        span = before;
      }
      expect(told(stepPeriod(unit, span, 14, persian))).toBe(first);
    }
  });

  it('has an hour without time where clocks are put forward, and one of two hours where they are put back', () => {
    const lengths = (day: CalendarDate) => {
      const edges = hourEdges(periodOf('day', day, gregorian), gregorian);
      return edges.slice(1).map((edge, at) => (edge - (edges[at] ?? 0)) / hourMs);
    };
    const spring = lengths(new CalendarDate(2026, 3, 29));
    expect(spring.filter((length) => length !== 1)).toEqual([0]);
    expect(spring[2]).toBe(0);
    const autumn = lengths(new CalendarDate(2026, 10, 25));
    expect(autumn[2]).toBe(2);
    expect(autumn.reduce((a, b) => a + b)).toBe(25);
  });

  it('has a first hour also where midnight itself is left out', () => {
    const tehran2022 = hourEdges(periodOf('day', jalali(1401, 1, 2), persian), persian);
    expect(tehran2022).toHaveLength(25);
    expect((tehran2022.at(-1) ?? 0) - (tehran2022[0] ?? 0)).toBe(23 * hourMs);
  });

  it('knows which moments are in it', () => {
    const day = periodOf('day', new CalendarDate(2024, 1, 21), gregorian);
    expect(isInPeriod(morningMs, day, gregorian)).toBe(true);
    expect(isInPeriod(morningMs + 16 * hourMs, day, gregorian)).toBe(false);
  });
});

describe('numbers', () => {
  const answered = aRecord({ disposition: 'answered', waitSeconds: 8, talkSeconds: 60, endedAtMs: morningMs });
  const missed = aRecord({ disposition: 'no-answer', endedAtMs: morningMs });

  it('of a call say whether it came to the agent, how it ended, and nothing that nobody told', () => {
    expect(numbersOf(aMinimalCall({ records: { cdr: answered } }))).toEqual({
      ...noNumbers,
      incoming: 1,
      answered: 1,
      talkSeconds: 60,
      waits: 1,
      waitSeconds: 8,
    });
    expect(numbersOf(aMinimalCall({ records: { cdr: missed } }))).toEqual({ ...noNumbers, incoming: 1 });
    expect(numbersOf(aMinimalCall())).toEqual({ ...noNumbers, incoming: 1, incomingUnderWay: 1 });
    expect(numbersOf(aFullCall())).toEqual({ ...noNumbers, outgoing: 1, reached: 1, talkSeconds: 31 });
    expect(numbersOf(anOriginatedCall())).toEqual({ ...noNumbers, outgoing: 1, outgoingUnderWay: 1 });
    const colleague = { direction: 'internal' as const, caller: '102', callee: '101' };
    expect(numbersOf(aMinimalCall({ ...colleague, records: { cdr: missed } })).incoming).toBe(1);
    const elsewhere = { ...answered, callee: '102' };
    const rang = { 'agent-ringing': morningMs };
    expect(numbersOf(aMinimalCall({ callee: '101', observed: rang, records: { cdr: elsewhere } }))).toEqual({
      ...noNumbers,
      incoming: 1,
      elsewhere: 1,
    });
  });

  it('have shares and averages of what was there for the agent to answer, or none', () => {
    const some = {
      ...noNumbers,
      incoming: 10,
      elsewhere: 3,
      incomingUnderWay: 1,
      answered: 4,
      outgoing: 5,
      reached: 1,
    };
    expect(answerRate(some)).toEqual({ part: 4, of: 6 });
    expect(reachRate({ ...some, outgoingUnderWay: 1 })).toEqual({ part: 1, of: 4 });
    expect(averageTalk({ ...some, talkSeconds: 100 })).toBe(20);
    expect(averageWait({ ...some, waits: 4, waitSeconds: 30 })).toBe(7.5);
    expect([answerRate, reachRate, averageTalk, averageWait].map((of) => of(noNumbers))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('are put together by hour and by day', () => {
    const at = (slot: number, outgoing: number) => ({ at: slot, numbers: { ...noNumbers, outgoing } });
    const { total, hours, days } = counted({ slots: [at(9, 1), at(33, 2), at(47, 4)] }, 2);
    expect(total.outgoing).toBe(7);
    expect([hours[9]?.outgoing, hours[23]?.outgoing, hours[0]?.outgoing]).toEqual([3, 4, 0]);
    expect(days.map(({ outgoing }) => outgoing)).toEqual([1, 6]);
    expect(shownHours(hours)).toEqual({ from: 8, to: 23 });
    expect(shownHours([])).toEqual({ from: 8, to: 17 });
  });

  it('tell how calls ended by the outcomes of the agent, where there are any', () => {
    const endings = [
      { ending: 'answered' as const, outcome: null, calls: 2 },
      { ending: 'missed' as const, outcome: null, calls: 3 },
      { ending: 'answered' as const, outcome: 'sold', calls: 4 },
      { ending: null, outcome: null, calls: 1 },
    ];
    const plain = endings.filter(({ outcome }) => outcome === null);
    expect(endingRows(plain, false)).toEqual({
      by: 'ending',
      rows: [
        { name: 'missed', calls: 3 },
        { name: 'answered', calls: 2 },
        { name: null, calls: 1 },
      ],
    });
    expect(endingRows(plain, true)).toEqual({ by: 'outcome', rows: [{ name: null, calls: 6 }] });
    expect(endingRows(endings, false)).toEqual({
      by: 'outcome',
      rows: [
        { name: null, calls: 6 },
        { name: 'sold', calls: 4 },
      ],
    });
  });
});
