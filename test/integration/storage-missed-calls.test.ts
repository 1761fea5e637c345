import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallStore, MissedCalls, OthersCalls } from '../../electron/calls/ports.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { type Connection, openDatabase } from '../../electron/storage/database.ts';
import { removeOld } from '../../electron/storage/keeping/remove-old.ts';
import { migrations } from '../../electron/storage/migrations/index.ts';
import { createMissedCalls } from '../../electron/storage/missed/missed-calls.ts';
import { createMissedSigns, type MissedSigns } from '../../electron/storage/missed/missed-signs.ts';
import { noteRecentCalls } from '../../electron/storage/missed/note-recent-calls.ts';
import { createOthersCalls } from '../../electron/storage/missed/others-calls.ts';
import { inTransaction } from '../../electron/storage/transaction.ts';
import type { Call } from '../../shared/domain/call.ts';
import { nothingHeard } from '../../shared/domain/call-parties.ts';
import { callDisposition, isMissed } from '../../shared/domain/call-view.ts';
import { sameNumber } from '../../shared/domain/destination.ts';
import { nobodyWaited } from '../../shared/domain/missed/missed-sign.ts';
import { missedInWords, mostMissed } from '../../shared/domain/missed/most-missed.ts';
import { aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';
import { mustOpen, type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let database: TemporaryDatabase;
let store: CallStore;
let signs: MissedSigns;
let missed: MissedCalls;
let others: OthersCalls;
let nowMs: number;

function start(): void {
  const { connection } = database;
  signs = createMissedSigns({ connection, clock: () => nowMs });
  store = createCallRepository({ ...database, noteCall: signs.noteCall });
  missed = createMissedCalls({ connection, clock: () => nowMs, signs });
  others = createOthersCalls({ connection, signs });
}

beforeEach(() => {
  database = temporaryDatabase();
  nowMs = morningMs + 60 * minuteMs;
  start();
});
afterEach(() => database.remove());

const minute = (count: number) => morningMs + count * minuteMs;

let count = 0;
/** A call that came in: rang here and went away, unless its record tells otherwise. */
function cameIn(caller: string, atMinute: number, record: Parameters<typeof aRecord>[0] = {}): Call {
  count += 1;
  const startedAtMs = minute(atMinute);
  const call = aMinimalCall({
    id: `office:${count}`,
    caller,
    callee: '101',
    startedAtMs,
    heard: nothingHeard(startedAtMs),
    observed: { 'came-in': startedAtMs, 'agent-ringing': startedAtMs },
    records: { cdr: aRecord({ caller, callee: '101', direction: 'inbound', disposition: 'no-answer', ...record }) },
  });
  store.save(call);
  return call;
}

type Ending = 'answered' | 'busy' | 'agent-no-answer' | null;
function dialled(callee: string, atMinute: number, disposition: Ending): void {
  count += 1;
  store.save(
    anOriginatedCall(
      { callee },
      {
        id: `out-${count}`,
        startedAtMs: minute(atMinute),
        outcome: 'accepted',
        records: disposition === null ? {} : { cdr: aRecord({ disposition }) },
      },
    ),
  );
}

const waiting = () => missed.list('office', false);
const handled = () => missed.list('office', true);
const numbers = () => waiting().map(({ number }) => number);
const unseen = () =>
  waiting()
    .filter(({ seen }) => !seen)
    .map(({ number }) => number);

describe('numbers that called in vain', () => {
  it('are one entry in whatever writing, the newest first', () => {
    cameIn('09121110001', 1);
    cameIn('09122220002', 2, { queue: '902', waitSeconds: 45 });
    cameIn('+989121110001', 3);
    cameIn('', 4);
    expect(missed.list('demo', false)).toEqual([]);
    expect(waiting()).toMatchObject([
      { number: '+989121110001', count: 2, lastAtMs: minute(3), seen: false, queue: null, handled: null },
      { number: '09122220002', count: 1, queue: '902', waitedSeconds: 45 },
    ]);
  });

  it('wait until somebody talked with them; what was tried in vain is told', () => {
    cameIn('09121110001', 1);
    cameIn('09122220002', 1);
    cameIn('09123330003', 1);
    dialled('09121110001', 2, 'busy');
    dialled('09121110001', 3, 'agent-no-answer');
    dialled('989122220002', 2, 'answered');
    cameIn('09123330003', 2, { disposition: 'answered', talkSeconds: 20 });
    expect(waiting()).toMatchObject([
      { number: '09121110001', attempts: 1, lastAttempt: { atMs: minute(2), by: null, outcome: 'busy' } },
    ]);
    expect(handled()).toMatchObject([
      { number: '09123330003', handled: { how: 'reached-us', by: null, atMs: minute(2) } },
      { number: '09122220002', handled: { how: 'called-back', by: null, atMs: minute(2) } },
    ]);
    cameIn('09122220002', 4);
    expect(waiting()[0]).toMatchObject({ number: '09122220002', count: 1, handled: null });
  });

  it('are not handled by a call before them, nor by one that never got out', () => {
    dialled('09121110001', 0, 'answered');
    cameIn('09121110001', 1);
    dialled('09121110001', 2, 'agent-no-answer');
    dialled('09129990001', 3, 'answered');
    dialled('09121110001', 4, null);
    expect(waiting()).toMatchObject([{ number: '09121110001', attempts: 0 }]);
  });

  it('are none when a colleague took the call, which ends the waiting of earlier ones', () => {
    cameIn('09121110001', 0);
    const taken = cameIn('09121110001', 1, { callee: '102', disposition: 'answered', talkSeconds: 60 });
    expect(callDisposition(taken)).toBe('no-answer');
    expect(isMissed(taken)).toBe(false);
    expect(numbers()).toEqual([]);
    expect(handled()).toMatchObject([{ count: 1, handled: { how: 'reached-us', by: '102' } }]);
  });

  it('are those of a queue in which nobody took the call', () => {
    cameIn('09121110001', 1, { callee: '902' });
    expect(numbers()).toEqual(['09121110001']);
  });

  it('are those of colleagues too, whatever the record says of the way; not those the agent dialled', () => {
    const internal = (caller: string, callee: string, atMinute: number, disposition: 'no-answer' | 'answered') => {
      const call = cameIn(caller, atMinute, { callee, direction: 'internal', disposition });
      const own = { ...call, direction: 'internal', callee, agentNumber: '101' } as const;
      store.save(own);
      return own;
    };
    const fromColleague = internal('102', '101', 1, 'no-answer');
    const byAgent = internal('101', '103', 1, 'no-answer');
    expect([fromColleague, byAgent].map(isMissed)).toEqual([true, false]);
    expect(numbers()).toEqual(['102']);
    missed.markSeen('office');
    expect(unseen()).toEqual([]);
    internal('102', '101', 2, 'no-answer');
    expect(unseen()).toEqual(['102']);
    internal('102', '101', 3, 'answered');
    expect(numbers()).toEqual([]);
  });

  it('are none while they still ring, nor after a week', () => {
    store.save(aMinimalCall({ caller: '09121110001', callee: '101', observed: { 'came-in': morningMs } }));
    expect(numbers()).toEqual([]);
    cameIn('09122220002', 1);
    expect(missed.unhandledCalls('office').size).toBe(1);
    nowMs = minute(2) + 7 * dayMs;
    expect(numbers()).toEqual([]);
    expect(missed.unhandledCalls('office').size).toBe(0);
  });

  it('stay seen when they change or the program starts anew, until the number calls in vain again', () => {
    const first = cameIn('09121110001', 1);
    missed.markSeen('demo');
    expect(unseen()).toEqual(['09121110001']);
    missed.markSeen('office');
    store.save({ ...first, survey: { score: 1, label: null } });
    start();
    expect(unseen()).toEqual([]);
    expect(numbers()).toEqual(['09121110001']);
    cameIn('09121110001', 2);
    expect(unseen()).toEqual(['09121110001']);
  });

  it('that end after the list was looked at are not seen, however early they began', () => {
    const ringing = aMinimalCall({ id: 'slow', caller: '09121110001', callee: '101' });
    store.save(ringing);
    cameIn('09122220002', 1);
    missed.markSeen('office');
    store.save({ ...ringing, records: { cdr: aRecord({ disposition: 'no-answer' }) } });
    expect(unseen()).toEqual(['09121110001']);
  });

  it('are handled by a word of the agent, which can be taken back, until they call again', () => {
    cameIn('09121110001', 1);
    missed.handle('office', '+989121110001');
    expect(numbers()).toEqual([]);
    expect(handled()).toMatchObject([{ count: 1, handled: { how: 'by-hand', atMs: nowMs } }]);
    missed.reopen('office', '09121110001');
    expect(waiting()).toMatchObject([{ count: 1, handled: null }]);
    missed.handle('office', '09121110001');
    start();
    cameIn('09121110001', 2);
    expect(waiting()).toMatchObject([{ count: 1, lastAtMs: minute(2) }]);
    nowMs += minuteMs;
    missed.handle('office', '09121110001');
    missed.reopen('office', '09121110001');
    expect(waiting()).toMatchObject([{ count: 1, lastAtMs: minute(2) }]);
  });
});

describe('calls of others', () => {
  const talk = { number: '989121110001', by: '104', cameIn: false, outcome: null, ...nobodyWaited } as const;

  it('end the waiting, also when they are told before the call that was missed', () => {
    others.note('office', '9.1', { ...talk, kind: 'talk', atMs: minute(5) });
    expect(handled()).toEqual([]);
    cameIn('09121110001', 1);
    cameIn('09121110001', 6);
    expect(waiting()).toMatchObject([{ count: 1, lastAtMs: minute(6) }]);
    others.note('office', '9.2', { ...talk, kind: 'talk', atMs: minute(7) });
    expect(numbers()).toEqual([]);
    expect(handled()).toMatchObject([{ count: 1, handled: { how: 'called-back', by: '104', atMs: minute(7) } }]);
    others.note('office', '9.2', null);
    expect(numbers()).toEqual(['09121110001']);
  });

  it('wait although they are in no history, and are one with the call if it comes to the agent after all', () => {
    const id = count + 1;
    others.note('office', String(id), { ...talk, kind: 'missed', atMs: minute(1), queue: '902', waitedSeconds: 40 });
    expect(waiting()).toMatchObject([{ number: '989121110001', queue: '902', count: 1 }]);
    cameIn('09121110001', 1);
    expect(waiting()).toMatchObject([{ number: '09121110001', count: 1 }]);
  });
});

it('knows calls that were saved past it, and forgets what is long ago', async () => {
  const past = createCallRepository(database);
  const kept = store;
  store = past;
  cameIn('09121110001', 1);
  for (let index = 0; index < 120; index += 1) cameIn(`0912333${1000 + index}`, -index);
  cameIn('09129990009', -8 * 24 * 60);
  store = kept;
  expect(numbers()).toEqual([]);
  const { connection } = database;
  await noteRecentCalls({ connection, calls: store, signs, clock: () => nowMs });
  expect(waiting()).toHaveLength(121);
  expect(numbers()).not.toContain('09129990009');
  nowMs += 30 * dayMs;
  await noteRecentCalls({ connection, calls: store, signs, clock: () => nowMs });
  expect(connection.prepare('SELECT count(*) AS left FROM missed_signs').get()).toEqual({ left: 0 });
});

it('forgets calls with their removal, and tells the rest anew', async () => {
  const { connection } = database;
  for (const [caller, day] of [
    ['09121110001', 2],
    ['09121110001', 0],
    ['09122220002', 2],
    ['09123330003', 2],
    ['09124440004', 2],
  ] as const)
    cameIn(caller, -day * 24 * 60);
  dialled('09124440004', 1 - 2 * 24 * 60, 'answered');
  connection.exec(`INSERT INTO call_work (call_key, awaits_outcome, changed_at_ms)
    SELECT key, 1, 0 FROM calls WHERE caller = '09123330003'`);
  const counts = () => Object.fromEntries(waiting().map(({ number, count: times }) => [number, times]));
  expect(counts()).toEqual({ '09121110001': 2, '09122220002': 1, '09123330003': 1 });
  expect(handled().map(({ number }) => number)).toEqual(['09124440004']);
  await removeOld(connection, signs, morningMs - dayMs, () => false);
  expect(counts()).toEqual({ '09121110001': 1, '09123330003': 1 });
  expect(handled()).toEqual([]);
  expect(connection.prepare('SELECT count(*) AS left FROM missed_signs').get()).toEqual({ left: 2 });
});

it('keeps what was seen before there were signs', () => {
  const file = join(database.folder, 'old.db');
  const old = openDatabase(file, migrations.slice(0, 7));
  if (!old.ok) throw new Error(old.error.detail);
  old.value.connection.exec(`
    INSERT INTO profiles (key, name) VALUES (1, 'office');
    INSERT INTO calls (id, profile_key, started_at_ms, caller, callee, direction, originated_here, ended, disposition, facts, missed_seen)
      SELECT id, 1, ${Date.now() - dayMs}, '09121110001', '101', 'inbound', 0, 1, 'no-answer', '{"a":1}', seen
      FROM (SELECT 'office:1' AS id, 1 AS seen UNION SELECT 'office:2', 0)`);
  old.value.close();
  const { connection, close } = mustOpen(file);
  expect(connection.prepare('SELECT call_id, seen, open FROM missed_signs').all()).toEqual([
    { call_id: 'office:1', seen: 1, open: 0 },
  ]);
  const now = Date.now();
  const kept = createMissedSigns({ connection, clock: () => now });
  const sign = { kind: 'missed', atMs: now - dayMs, by: null, cameIn: true, outcome: null, ...nobodyWaited } as const;
  kept.note('office:1', 1, { ...sign, number: '09121110001' });
  kept.note('office:2', 1, { ...sign, number: '09122220002' });
  const list = createMissedCalls({ connection, clock: () => now, signs: kept }).list('office', false);
  expect(Object.fromEntries(list.map(({ number, seen }) => [number, seen]))).toEqual({
    '09121110001': true,
    '09122220002': false,
  });
  close();
});

it('more numbers than anybody calls back are not counted, and told as more', () => {
  for (let at = 0; at < mostMissed + 20; at += 1) cameIn(`0912${1_000_000 + at}`, 0);
  const waiting = missed.list('office', false);
  expect(waiting).toHaveLength(mostMissed + 1);
  expect(missedInWords(waiting.length)).toBe('500+');
  missed.handle('office', waiting[0]?.number ?? '');
  expect(missedInWords(missed.list('office', false).length)).toBe('500+');
  expect(missedInWords(mostMissed)).toBe('500');
});

describe('which calls wait', () => {
  it('is told from one changed call as from all of them, whatever came, changed or went before', () => {
    const numbers = ['09123456789', '+989123456789', '3456789', '02123456789', '02133456789', '502', 'anonymous'];
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      profileKey: fc.constantFrom(1, 2),
      kind: fc.option(fc.constantFrom('missed', 'talk', 'attempt'), { freq: 6 }),
      number: fc.constantFrom(...numbers),
      atMs: fc.integer({ min: 0, max: 9 }).map(minute),
      act: fc.option(fc.constantFrom('handle', 'reopen', 'forget'), { freq: 3 }),
    });
    database.connection.exec(`PRAGMA synchronous = OFF;
      INSERT INTO profiles (key, name) VALUES (1, 'office'), (2, 'home')`);
    const runs = fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
      signs.forget(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
      for (const { id, profileKey, kind, number, atMs, act } of changes) {
        if (act === 'forget') signs.forget([id]);
        else if (act !== null) missed[act](profileKey === 1 ? 'office' : 'home', number);
        const known = { number, atMs, by: null, cameIn: true, outcome: null, ...nobodyWaited };
        signs.note(id, profileKey, kind === null ? null : { ...known, kind });
        const all = everySign();
        const talks = all.filter((sign) => sign.kind === 'talk');
        const waiting = all.filter(
          (sign) =>
            sign.kind === 'missed' &&
            sign.by_hand_at_ms === null &&
            !talks.some(
              (talk) =>
                talk.profile_key === sign.profile_key &&
                talk.at_ms > sign.at_ms &&
                sameNumber(talk.number, sign.number),
            ),
        );
        expect(all.filter(({ open }) => open === 1)).toEqual(waiting.map((sign) => ({ ...sign, open: 1 })));
      }
    });
    fc.assert(runs, { numRuns: 200 });
  });

  it('costs a call with a colleague no more after a thousand others than at the beginning', () => {
    const noted: string[] = [];
    const prepared: string[] = [];
    const { connection } = database;
    const listening = createMissedSigns({ connection: notingRows(connection, noted, prepared), clock: () => nowMs });
    const note = (at: number, kind: 'missed' | 'talk') =>
      listening.note(`${at}`, profileKey, {
        ...{ kind, number: '502', atMs: morningMs + at, by: null, cameIn: true, outcome: null },
        ...nobodyWaited,
      });
    store.save(cameIn('502', 0));
    const { key: profileKey } = connection.prepare('SELECT key FROM profiles').get() as { key: number };
    inTransaction(connection, () => {
      for (let at = 1; at <= 1000; at += 1) note(at, at % 2 === 0 ? 'missed' : 'talk');
    });
    noted.length = 0;
    note(1001, 'talk');
    note(1002, 'missed');
    expect(noted.length).toBeGreaterThan(0);
    expect(noted.length).toBeLessThan(10);
    const byTime = prepared.filter((sql) => /AND ending = \? AND kind = '\w+' AND at_ms/.test(sql));
    expect(byTime).toHaveLength(2);
    for (const sql of byTime) {
      const plan = JSON.stringify(connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
      expect(plan).toContain('missed_signs_ending (profile_key=? AND ending=? AND kind=? AND at_ms');
    }
  });
});

interface SignRow {
  readonly call_id: string;
  readonly profile_key: number;
  readonly kind: string;
  readonly number: string;
  readonly at_ms: number;
  readonly by_hand_at_ms: number | null;
  readonly open: number;
}

function everySign(): readonly SignRow[] {
  return database.connection
    .prepare('SELECT call_id, profile_key, kind, number, at_ms, by_hand_at_ms, open FROM missed_signs ORDER BY call_id')
    .all() as unknown as readonly SignRow[];
}

/** Notes what is prepared on it, and each row that it gives. */
function notingRows(connection: Connection, noted: string[], prepared: string[]): Connection {
  const noting = (statement: ReturnType<Connection['prepare']>) =>
    new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...args: readonly unknown[]): unknown => {
          const given: unknown = Reflect.apply(value, target, args);
          if (name === 'all') noted.push(...(given as readonly unknown[]).map((row) => JSON.stringify(row)));
          if (name === 'get' && given !== undefined) noted.push(JSON.stringify(given));
          return given;
        };
      },
    });
  return new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]): unknown => {
        const given: unknown = Reflect.apply(value, target, args);
        if (name !== 'prepare') return given;
        prepared.push(String(args[0]));
        return noting(given as ReturnType<Connection['prepare']>);
      };
    },
  });
}
