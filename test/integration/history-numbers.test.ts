import type { CalendarDate } from '@internationalized/date';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNumbers } from '../../electron/history-numbers/read-numbers.ts';
import { countCallsSql, createCountCalls } from '../../electron/storage/calls/call-numbers.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { fillIndex } from '../../electron/storage/calls/fill-index.ts';
import { counted } from '../../renderer/features/numbers/counted.ts';
import { hourEdges, periodOf } from '../../renderer/features/numbers/period.ts';
import { dateAt } from '../../renderer/text/date-span.ts';
import type { TimeStyle } from '../../renderer/text/format-time.ts';
import type { Call } from '../../shared/domain/call.ts';
import { addNumbers, noNumbers, numbersOf } from '../../shared/domain/call-numbers.ts';
import { callEnding } from '../../shared/domain/call-view.ts';
import { calls } from '../support/call-arbitraries.ts';
import { morningMs } from '../support/call-builders.ts';
import { seededCalls } from '../support/seed/seeded-calls.ts';
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

/** In the seeded history all others were asked for here. */
const cameIn = ({ outcome }: Call) => outcome === 'none';

function byEnding(endings: readonly { readonly ending: string | null; readonly calls: number }[]) {
  const counts: Record<string, number> = {};
  for (const { ending, calls: amount } of endings) counts[String(ending)] = (counts[String(ending)] ?? 0) + amount;
  return counts;
}

/** Counted from what the one record of each of these calls says, without what the program makes of calls. */
function plainly(some: readonly Call[]) {
  const of = (...kinds: readonly ((call: Call) => boolean)[]) => some.filter((call) => kinds.every((is) => is(call)));
  const ended = (call: Call) => call.records.cdr?.disposition ?? 'refused';
  const isAnswered = (call: Call) => ended(call) === 'answered';
  const goesOut = (call: Call) => !cameIn(call);
  const seconds = (calls: readonly Call[], field: 'talkSeconds' | 'waitSeconds') =>
    calls.reduce((all, call) => all + (call.records.cdr?.[field] ?? 0), 0);
  const isLost = (call: Call) => cameIn(call) && ['no-answer', 'cancelled'].includes(ended(call));
  return {
    incoming: of(cameIn).length,
    elsewhere: 0,
    incomingUnderWay: 0,
    answered: of(cameIn, isAnswered).length,
    outgoing: of(goesOut).length,
    outgoingUnderWay: 0,
    reached: of(goesOut, isAnswered).length,
    talkSeconds: seconds(some, 'talkSeconds'),
    waits: of(cameIn, isAnswered).length,
    waitSeconds: seconds(of(cameIn, isAnswered), 'waitSeconds'),
    endings: byEnding(some.map((call) => ({ ending: isLost(call) ? 'missed' : ended(call), calls: 1 }))),
  };
}

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
    const [first, second, third] = workedDays(1, new Date(2026, 2, 1, 20).getTime(), 'office');
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
    const plan = database.connection
      .prepare(`EXPLAIN QUERY PLAN ${countCallsSql}`)
      .all({ fromMs: 0, toMs: 1, firstKey: 0, endKey: 16 })
      .map((step) => (step as { detail: string }).detail);
    expect(plan.filter((step) => /^SCAN (?!TEMP)/.test(step))).toEqual([]);
    expect(plan.join('\n')).toMatch(/SEARCH calls USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)/);
  });

  it('follow each call from its start to a late record and a survey, and say the same of calls that came before', async () => {
    const store = createCallRepository(database);
    const seeded = { calls: 600, seed: 9, lastMs: morningMs, contacts: [] };
    const office = [...seededCalls({ ...seeded, profile: 'office' })];
    const home = [...seededCalls({ ...seeded, seed: 10, calls: 200, profile: 'home' })];
    const count = createCountCalls(database.connection);
    const edges = Array.from({ length: 73 }, (_, hour) => morningMs - (72 - hour) * hourMs + 1);
    const total = async (...profiles: string[]) => {
      const { slots, endings } = await readNumbers(profiles, edges, count);
      return { ...slots.map(({ numbers }) => numbers).reduce(addNumbers, noNumbers), endings: byEnding(endings) };
    };
    store.saveAll(office.map((call) => ({ ...call, records: {}, observed: {} })));
    const live = await total('office');
    expect(live).toMatchObject({ answered: 0, reached: 0, talkSeconds: 0, waits: 0 });
    expect(live.incomingUnderWay).toBe(office.filter(cameIn).length);
    expect(live.outgoingUnderWay).toBe(office.filter((call) => !cameIn(call) && call.outcome !== 'refused').length);
    store.saveAll(home);
    store.saveAll(office);
    store.saveAll(office.map((call) => ({ ...call, survey: { score: 3, label: 'c' } })));
    const told = plainly(office);
    expect(await total('office')).toEqual(told);
    expect(told.waits).toBeGreaterThan(50);
    expect(await total('home')).toEqual(plainly(home));
    expect(await total('home', 'office')).toEqual(plainly([...office, ...home]));
    database.connection.exec('UPDATE calls SET waited = NULL; UPDATE call_search_state SET version = 0');
    fillIndex(database.connection);
    expect(await total('office')).toEqual(told);
    // No call is read whole.
    database.connection.exec("UPDATE calls SET facts = x'00'");
    expect(await total('office')).toEqual(told);
  });
});
