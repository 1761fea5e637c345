import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalledNumbers, CallStore } from '../../electron/calls/ports.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { createCalledNumbers } from '../../electron/storage/calls/called-numbers.ts';
import type { Call } from '../../shared/domain/call.ts';
import type { Disposition } from '../../shared/domain/disposition.ts';
import { aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let database: TemporaryDatabase;
let store: CallStore;
let called: CalledNumbers;

beforeEach(() => {
  database = temporaryDatabase();
  store = createCallRepository(database);
  called = createCalledNumbers({ connection: database.connection, clock: () => morningMs + 60 * minuteMs });
});
afterEach(() => database.remove());

let count = 0;
function dialled(callee: string, afterMs: number, disposition: Disposition | null = 'answered'): Call {
  count += 1;
  const call = anOriginatedCall(
    { callee },
    {
      id: `dialled-${count}`,
      startedAtMs: morningMs + afterMs,
      outcome: 'accepted',
      records: disposition === null ? {} : { cdr: aRecord({ disposition }) },
    },
  );
  store.save(call);
  return call;
}

function cameIn(caller: string, afterMs: number, changes: Partial<Call> = {}): void {
  count += 1;
  const startedAtMs = morningMs + afterMs;
  store.save(aMinimalCall({ id: `in-${count}`, caller, callee: '101', startedAtMs, ...changes }));
}

const find = (digits: string, limit = 5) => called.find({ profile: 'office', digits, limit });
const numbers = (digits: string, limit?: number) => find(digits, limit).numbers.map(({ number }) => number);

describe('numbers of earlier calls', () => {
  it('that begin with the digits come first, then those that hold them, each once and the newest first', () => {
    dialled('09121110001', 1);
    dialled('09122220002', 2);
    dialled('02191291200', 5);
    dialled('09121110001', 3);
    dialled('558', 9);
    cameIn('09123330003', 4);
    expect(numbers('0912')).toEqual(['09123330003', '09121110001', '09122220002']);
    expect(numbers('912')).toEqual(['02191291200', '09123330003', '09121110001', '09122220002']);
    expect(numbers('912', 2)).toEqual(['02191291200', '09123330003']);
    expect(numbers('9999')).toEqual([]);
  });

  it('are the newest ones as long as nothing is typed', () => {
    dialled('09121110001', 1);
    cameIn('09123330003', 4);
    cameIn('', 5);
    expect(numbers('')).toEqual(['09123330003', '09121110001']);
  });

  it('tell of the last call, how many there were and how often the number was tried today', () => {
    dialled('09121110001', -dayMs);
    dialled('09121110001', 1, 'no-answer');
    dialled('09121110001', 3, 'busy');
    cameIn('09121110001', 2, { records: { cdr: aRecord({ disposition: 'no-answer' }) } });
    expect(find('0912111').numbers).toEqual([
      {
        number: '09121110001',
        lastAtMs: morningMs + 3,
        ending: 'busy',
        disposition: 'busy',
        calls: 4,
        triesToday: 2,
      },
    ]);
  });

  it('tell a call that a colleague took from one that was missed', () => {
    const rang = { 'agent-ringing': morningMs, 'agent-idle': morningMs + 9 };
    const taken = aRecord({ caller: '09121110001', callee: '102', disposition: 'answered' });
    cameIn('09121110001', 1, { observed: rang, records: { cdr: taken } });
    cameIn('09122220002', 2, { observed: rang });
    expect(find('0912').numbers).toMatchObject([
      { number: '09122220002', ending: 'missed' },
      { number: '09121110001', ending: 'elsewhere' },
    ]);
    expect(find('09121110001').exact).toMatchObject({ ending: 'elsewhere' });
  });

  it('were not tried by a call that was refused, never sent or not picked up here', () => {
    dialled('09121110001', 1, 'agent-no-answer');
    store.save(anOriginatedCall({ callee: '09121110001' }, { id: 'refused', outcome: 'refused' }));
    store.save(
      anOriginatedCall(
        { callee: '09121110001' },
        { id: 'not-sent', outcome: 'refused', outcomeMessage: 'pbx-unreachable' },
      ),
    );
    expect(find('09121110001').exact).toMatchObject({ calls: 3, triesToday: 0 });
    dialled('09121110001', 9, null);
    expect(find('09121110001').exact).toMatchObject({ calls: 4, triesToday: 1, disposition: null });
  });

  it('know the typed number itself in whatever writing it was stored, and do not offer it', () => {
    dialled('09121110001', 1, 'busy');
    cameIn('+989121110001', 2);
    cameIn('9121110001', 3);
    const answer = find('09121110001');
    expect(answer.exact).toMatchObject({ number: '09121110001', calls: 3, triesToday: 1, lastAtMs: morningMs + 3 });
    expect(answer.numbers).toEqual([]);
    expect(find('+989121110001').exact).toMatchObject({ calls: 3 });
    expect(find('0912111').numbers).toHaveLength(1);
  });

  it('of another profile stay there', () => {
    store.save(anOriginatedCall({ callee: '09121110001' }, { id: 'demo', profile: 'demo' }));
    dialled('09122220002', 1);
    expect(numbers('0912')).toEqual(['09122220002']);
    expect(called.find({ profile: 'nobody', digits: '0912', limit: 5 })).toEqual({ exact: null, numbers: [] });
  });

  it('take what has a meaning in SQL for itself', () => {
    dialled('*21#', 1);
    dialled('09122220002', 2);
    cameIn("o'brien%_", 3);
    expect(numbers('*2')).toEqual(['*21#']);
    expect(numbers('%')).toEqual(["o'brien%_"]);
    expect(numbers('_')).toEqual(["o'brien%_"]);
    expect(numbers('0_1')).toEqual([]);
    expect(numbers("'")).toEqual(["o'brien%_"]);
  });

  it('pass over what cannot be read', () => {
    const call = dialled('09121110001', 1);
    dialled('09122220002', 2);
    database.connection.exec(`
      INSERT INTO call_kinds (profile_key, direction, originated_here) SELECT key, 'sideways', 1 FROM profiles;
      UPDATE calls SET kind_key = last_insert_rowid() WHERE id = '${call.id}'`);
    expect(numbers('0912')).toEqual(['09122220002']);
  });
});

describe('with a long history', () => {
  const many = (from: number, to: number) =>
    database.connection.exec(`
      WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})
      INSERT INTO calls (id, key, kind_key, ended, caller, callee, facts)
      SELECT 'many-' || i, key + i * 1000, kind_key, 1, caller, '0912' || printf('%07d', (i * 7919) % 9000000),
        CAST(facts || printf('%100s', '') AS BLOB)
      FROM n, calls WHERE calls.id LIKE 'dialled-%'`);
  const typed = ['0', '09', '091', '0912', '09123', '091234567', '912'];
  /** The quickest of some rounds: what the machine does besides is not in it. */
  const quickestMs = () =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const startMs = performance.now();
        for (const digits of typed) expect(numbers(digits)).toHaveLength(digits.length > 6 ? 0 : 5);
        return performance.now() - startMs;
      }),
    );

  it('walks the newest ten thousand calls only, so it takes no longer with ten times as many', () => {
    store.save(dialled('09120000001', 0));
    many(1, 10_000);
    const shortMs = quickestMs();
    many(10_001, 100_000);
    expect(quickestMs()).toBeLessThan(shortMs * 4);
    expect(find('09120000001').exact).toBeNull();
  });
});
