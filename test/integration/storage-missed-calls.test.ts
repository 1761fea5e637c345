import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallStore, MissedCalls, OthersCalls } from '../../electron/calls/ports.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { migrations } from '../../electron/storage/migrations/index.ts';
import { createMissedCalls } from '../../electron/storage/missed/missed-calls.ts';
import { createMissedSigns, type MissedSigns } from '../../electron/storage/missed/missed-signs.ts';
import { noteRecentCalls } from '../../electron/storage/missed/note-recent-calls.ts';
import { createOthersCalls } from '../../electron/storage/missed/others-calls.ts';
import type { Call } from '../../shared/domain/call.ts';
import { nothingHeard } from '../../shared/domain/call-parties.ts';
import { callDisposition, isMissed } from '../../shared/domain/call-view.ts';
import { nobodyWaited } from '../../shared/domain/missed/missed-sign.ts';
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
