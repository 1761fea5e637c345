import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallSearch, createCallSearch } from '../../electron/storage/calls/call-search.ts';
import type { Connection } from '../../electron/storage/database.ts';
import type { HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import { morningMs } from '../support/call-builders.ts';
import { seedHistory } from '../support/seed/seed-history.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const calls = 6000;
const profile = 'office';
let database: TemporaryDatabase;
let search: CallSearch;
const statements: string[] = [];

beforeAll(() => {
  database = temporaryDatabase();
  seedHistory(database.connection, { calls, seed: 1, profile, lastMs: morningMs });
  search = createCallSearch({
    ...database,
    connection: listening(database.connection),
    missed: { unhandledCalls: () => new Set() },
    clock: () => morningMs,
    countryCode: () => '98',
  });
}, 120_000);
afterAll(() => database.remove());

/** Notes what is prepared on it. */
function listening(connection: Connection): Connection {
  return new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]): unknown => {
        if (name === 'prepare') statements.push(String(args[0]));
        return Reflect.apply(value, target, args);
      };
    },
  });
}

const asked: readonly HistoryFilter[] = [
  {},
  { text: '0912' },
  { text: '12' },
  { text: '9' },
  { text: 'محمد' },
  { text: 'پرداخت', recorded: true },
  { directions: ['inbound'], dispositions: ['failed'] },
  { dispositions: ['failed'], trunk: 'backup', fromMs: morningMs - 864_000_000 },
  { queue: 'فروش', noted: true },
  { awaitsOutcome: true, text: '0912' },
  { due: true },
  { unhandled: true, text: '0912' },
  { outcome: 'sold' },
  { tag: 'vip' },
];

describe('a seeded history', () => {
  it('is the same for the same seed', () => {
    const again = temporaryDatabase();
    seedHistory(again.connection, { calls: 50, seed: 1, profile, lastMs: morningMs });
    const first = again.connection.prepare('SELECT key, caller, callee, hex(id) FROM calls').all();
    again.remove();
    const third = temporaryDatabase();
    seedHistory(third.connection, { calls: 50, seed: 1, profile, lastMs: morningMs });
    expect(third.connection.prepare('SELECT key, caller, callee, hex(id) FROM calls').all()).toEqual(first);
    third.remove();
  });

  it('takes less than 300 bytes a call, indexes included, the words of the agent apart', () => {
    const sql = `SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE 'call%' AND name NOT LIKE 'call_work%'`;
    const { bytes } = database.connection.prepare(sql).get() as { bytes: number };
    expect(bytes / calls).toBeLessThan(300);
  });

  it('is searched without a walk over all calls and without sorting them', () => {
    for (const filter of asked) search.page({ profiles: [profile], filter, before: null, limit: 50 });
    const plans = statements.filter((sql) => sql.trimStart().startsWith('SELECT')).map(planOf);
    expect(plans.flatMap((plan) => plan.filter((step) => /^SCAN calls\b/.test(step)))).toEqual([]);
    const ofIndex = plans.filter((plan) => plan.some((step) => step.includes('call_search VIRTUAL TABLE')));
    expect(ofIndex.length).toBeGreaterThan(3);
    expect(ofIndex.flatMap((plan) => plan.filter((step) => step.includes('TEMP B-TREE')))).toEqual([]);
  });
});

function planOf(sql: string): readonly string[] {
  const rows = database.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as readonly { detail: string }[];
  return rows.map(({ detail }) => detail);
}
