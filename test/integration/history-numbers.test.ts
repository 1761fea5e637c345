import type { CalendarDate } from '@internationalized/date';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNumbers } from '../../electron/history-numbers/read-numbers.ts';
import { countPlainSql, createCountCalls, otherCallsSql } from '../../electron/storage/calls/call-numbers.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { counted } from '../../renderer/features/numbers/counted.ts';
import { hourEdges, periodOf } from '../../renderer/features/numbers/period.ts';
import { dateAt } from '../../renderer/text/date-span.ts';
import type { TimeStyle } from '../../renderer/text/format-time.ts';
import type { Call } from '../../shared/domain/call.ts';
import { addNumbers, noNumbers, numbersOf } from '../../shared/domain/call-numbers.ts';
import { callEnding } from '../../shared/domain/call-view.ts';
import { calls } from '../support/call-arbitraries.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';
import { workedDays } from '../support/worked-days.ts';

let database: TemporaryDatabase;

beforeEach(() => {
  database = temporaryDatabase();
});
afterEach(() => database.remove());

const hourMs = 3_600_000;
const zones = ['Europe/Berlin', 'Asia/Tehran', 'America/St_Johns', 'Australia/Lord_Howe'];
const styleIn = (timeZone: string, calendar: TimeStyle['calendar']): TimeStyle => ({
  language: 'en',
  calendar,
  digits: 'latin',
  timeZone,
});

interface Placed {
  readonly call: Call;
  readonly day: CalendarDate;
  /** On the wall, asked of the system itself. */
  readonly hour: number;
}

function placed(calls: readonly Call[], style: TimeStyle): readonly Placed[] {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: style.timeZone });
  return calls.map((call) => ({
    call,
    day: dateAt(call.startedAtMs, style),
    hour: Number(format.format(call.startedAtMs)),
  }));
}

const sum = (some: readonly Placed[]) => some.map(({ call }) => numbersOf(call)).reduce(addNumbers, noNumbers);

describe('numbers', () => {
  it('are those of plain counting, over the borders of days and months and where clocks change', async () => {
    const store = createCallRepository(database);
    const random = seededRandom(11);
    // Around both changes of the clock in Berlin, of Lord Howe, and around the Persian new year.
    const around = [
      Date.UTC(2026, 2, 29, 1),
      Date.UTC(2026, 9, 25, 1),
      Date.UTC(2026, 3, 4, 15),
      Date.UTC(2026, 2, 20, 20),
    ];
    const shapes = fc.sample(calls, { numRuns: 400, seed: 3 });
    const kept = shapes.map((shape, at): Call => {
      const near = around[at % around.length] ?? 0;
      const startedAtMs = Math.round(near + (random() - 0.5) * 60 * hourMs);
      return { ...shape, id: `call-${at}`, profile: at % 5 === 0 ? 'home' : 'office', startedAtMs };
    });
    store.saveAll(kept);
    const countCalls = createCountCalls(database.connection);
    for (const timeZone of zones) {
      for (const calendar of ['gregorian', 'persian'] as const) {
        const style = styleIn(timeZone, calendar);
        const all = placed(kept, style);
        for (const [at, near] of around.entries()) {
          const unit = at === 1 && calendar === 'persian' ? 'month' : at % 2 === 0 ? 'day' : 'week';
          const span = periodOf(unit, dateAt(near, style), style);
          const profiles = at % 2 === 0 ? ['office'] : ['office', 'home', 'nobody'];
          const read = await readNumbers(profiles, hourEdges(span, style), countCalls);
          const inside = all.filter(
            ({ call, day }) =>
              profiles.includes(call.profile) && day.compare(span.start) >= 0 && day.compare(span.end) <= 0,
          );
          expect(inside.length).toBeGreaterThan(0);
          const { total, hours, days } = counted(read, span.end.compare(span.start) + 1);
          expect(total).toEqual(sum(inside));
          expect(hours).toEqual(hours.map((_, hour) => sum(inside.filter((one) => one.hour === hour))));
          expect(days).toEqual(
            days.map((_, index) => sum(inside.filter(({ day }) => day.compare(span.start.add({ days: index })) === 0))),
          );
          const endings = new Map(read.endings.map(({ ending, calls: amount }) => [ending, amount]));
          for (const [ending, amount] of endings) {
            expect(amount).toBe(inside.filter(({ call }) => callEnding(call) === ending).length);
          }
          expect([...endings.values()].reduce((a, b) => a + b, 0)).toBe(inside.length);
        }
      }
    }
  });

  it('say by which outcomes the agent closed the calls', async () => {
    const store = createCallRepository(database);
    const [first, second, third] = workedDays(1, Date.now(), 'office');
    if (first === undefined || second === undefined || third === undefined) throw new Error('No calls');
    const some = [first, second, third].map((call, at) => ({ ...call, startedAtMs: 1000 + at }));
    store.saveAll(some);
    database.connection.exec(`INSERT INTO call_work (call_key, outcome, changed_at_ms)
      SELECT key, 'sold', 0 FROM calls ORDER BY key LIMIT 2`);
    const read = await readNumbers(['office'], [1000, 1001, 1003], createCountCalls(database.connection));
    const sold = read.endings.filter(({ outcome }) => outcome === 'sold');
    expect(sold.reduce((sum, { calls: amount }) => sum + amount, 0)).toBe(2);
    expect(read.endings.reduce((sum, { calls: amount }) => sum + amount, 0)).toBe(3);
    expect(read.slots.map(({ at }) => at)).toEqual([0, 1]);
  });

  it('read the calls of their time alone, however many others there are', () => {
    for (const sql of [countPlainSql, otherCallsSql]) {
      const plan = database.connection
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all({ profileKey: 1, fromMs: 0, toMs: 1, firstKey: 0, endKey: 16 })
        .map((step) => (step as { detail: string }).detail);
      expect(plan.filter((step) => /^SCAN (?!TEMP)/.test(step))).toEqual([]);
      expect(plan.join('\n')).toMatch(/SEARCH calls USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)/);
    }
  });
});
