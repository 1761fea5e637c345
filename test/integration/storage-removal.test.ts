import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { listBackups } from '../../electron/storage/keeping/backup-list.ts';
import { lastEventBeyond } from '../../electron/storage/keeping/events-beyond.ts';
import { createKeeper } from '../../electron/storage/keeping/keeper.ts';
import { createKeepingMemory } from '../../electron/storage/keeping/keeping-memory.ts';
import { createKeepingThread } from '../../electron/storage/keeping/keeping-thread.ts';
import { planRemoval } from '../../electron/storage/keeping/removal-plan.ts';
import { removeOld } from '../../electron/storage/keeping/remove-old.ts';
import { createMissedSigns } from '../../electron/storage/missed/missed-signs.ts';
import type { RemovalRule } from '../../shared/ipc/keeping-contract.ts';
import { type Bundle, bundle } from '../support/bundle.ts';
import { callsIn, storeCalls, storedEvents, storeEvents } from '../support/kept-database.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { mustOpen, type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const now = new Date(2026, 10, 22, 12).getTime();
const old = new Date(2025, 1, 1).getTime();
const recent = new Date(2026, 10, 1).getTime();
const yearOld: RemovalRule = { months: 12, megabytes: null };

let worker: Bundle;
let database: TemporaryDatabase;
beforeAll(async () => {
  worker = await bundle(new URL('../../electron/keeping-worker.ts', import.meta.url));
});
afterAll(() => worker.remove());
beforeEach(() => {
  database = temporaryDatabase();
});
afterEach(() => database.remove());

const never = () => false;
const signs = () => createMissedSigns({ connection: database.connection, clock: () => now });
const count = (sql: string) => Number(Object.values(database.connection.prepare(sql).get() as object)[0]);

/** Of the calls with these numbers. */
function addWork(numbers: readonly number[], column: string, value: string): void {
  database.connection.exec(`
    INSERT INTO call_work (call_key, changed_at_ms, ${column})
    SELECT key, 0, ${value} FROM (SELECT key, row_number() OVER (ORDER BY started_at_ms) - 1 AS number FROM calls)
    WHERE number IN (${numbers.join()})`);
}

function keeperOf(rule: RemovalRule, stored: Record<string, unknown> = {}, atMs = now, mostEventBytes?: number) {
  let kept = stored;
  const told: string[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const keeper = createKeeper({
    file: database.file,
    connection: database.connection,
    signs: signs(),
    thread: createKeepingThread(worker.file),
    clock: () => atMs,
    rule: () => rule,
    ...(mostEventBytes === undefined ? {} : { mostEventBytes }),
    memory: createKeepingMemory(
      {
        read: () => kept,
        write: (content) => {
          kept = content;
        },
        keepCopy: () => undefined,
      },
      log,
    ),
    log,
    onChange: () => undefined,
    onDamage: () => told.push('damage'),
    onRemoved: () => told.push('removed'),
  });
  return { keeper, told, stored: () => kept };
}

const kinds = () => listBackups(join(database.folder, 'backups')).map(({ kind }) => kind);

it('a plan counts what goes and what stays, and its removal does just that, with all that hangs on the calls', async () => {
  storeCalls(database, 0, 100, old);
  storeCalls(database, 100, 150, recent);
  addWork([1, 2, 3], 'note', "'remember'");
  addWork([4], 'awaits_outcome', '1');
  addWork([5, 6], 'follow_up_at_ms', '5');
  addWork([7], 'tags', '\'["a"]\'');
  addWork([120], 'awaits_outcome', '1');
  database.connection.exec(
    'UPDATE call_work SET follow_up_done_at_ms = 6 WHERE call_key = (SELECT max(call_key) FROM call_work WHERE follow_up_at_ms = 5)',
  );
  const plan = planRemoval(database.file, yearOld, now);
  expect(plan).toMatchObject({ calls: 98, oldestMs: old, newestMs: old + 99, noted: 4, kept: 2 });
  expect(await removeOld(database.connection, signs(), plan.beforeMs ?? 0, never)).toBe(98);
  expect(callsIn(database)).toBe(52);
  expect(count('SELECT count(*) FROM call_work')).toBe(3);
  expect(count('SELECT count(*) FROM call_work WHERE call_key NOT IN (SELECT key FROM calls)')).toBe(0);
  expect(database.connection.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  expect(database.connection.prepare('PRAGMA quick_check').get()).toMatchObject({ quick_check: 'ok' });
  expect(planRemoval(database.file, yearOld, now)).toMatchObject({ calls: 0, oldestMs: null, kept: 2 });
});

it('raw events as old go as well, but none that still waits to be worked on', async () => {
  await storeEvents(database, 0, 60);
  database.connection.exec("UPDATE inbox SET state = 'applied' WHERE id <= 50");
  expect(await removeOld(database.connection, signs(), 10_000_000 + 40, never)).toBe(0);
  expect(storedEvents(database)).toHaveLength(20);
  await removeOld(database.connection, signs(), now, never);
  expect(storedEvents(database)).toHaveLength(10);
});

it('of more events than are kept the oldest go, but none that still waits to be worked on', async () => {
  await storeEvents(database, 0, 60);
  database.connection.exec("UPDATE inbox SET state = 'applied' WHERE id <> 3");
  const each = count('SELECT sum(length(body) + 200) FROM inbox') / 60;
  expect(lastEventBeyond(database.file, each * 70)).toBeNull();
  const { keeper } = keeperOf({ months: null, megabytes: null }, {}, now, Math.round(each * 20.5));
  await keeper.work();
  expect(storedEvents(database)).toEqual([2, ...Array.from({ length: 20 }, (_, at) => at + 40)]);
});

it('without a rule nothing goes, and by size the oldest do until the rest fits', () => {
  storeCalls(database, 0, 1000, old);
  expect(planRemoval(database.file, { months: null, megabytes: null }, now)).toMatchObject({
    beforeMs: null,
    calls: 0,
  });
  expect(planRemoval(database.file, { months: null, megabytes: 50 }, now)).toMatchObject({ beforeMs: null, calls: 0 });
  // Sixty megabytes of something else: a sixth is beyond the limit, so a sixth of the calls goes, the oldest first.
  database.connection.exec(`INSERT INTO contact_undo (token, contacts) VALUES ('x', zeroblob(60 * 1024 * 1024))`);
  const plan = planRemoval(database.file, { months: null, megabytes: 50 }, now);
  expect(plan.calls).toBeGreaterThan(150);
  expect(plan.calls).toBeLessThan(250);
  expect(plan).toMatchObject({ oldestMs: old, newestMs: old + plan.calls - 1 });
});

it('a removal does not hold up the program, and is left off when it is to end', async () => {
  storeCalls(database, 0, 600, old);
  const waits: number[] = [];
  let before = performance.now();
  const timer = setInterval(() => {
    waits.push(performance.now() - before);
    before = performance.now();
  }, 2);
  let over = false;
  const removing = removeOld(database.connection, signs(), now, () => over);
  await expect.poll(() => callsIn(database), { timeout: 20_000 }).toBeLessThan(560);
  over = true;
  const removed = await removing;
  clearInterval(timer);
  expect(callsIn(database)).toBe(600 - removed);
  expect(removed).toBeLessThan(600);
  expect(waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.9)]).toBeLessThan(50);
});

it('once a day what is due is done: a backup, and a removal with a backup before the first of a rule', async () => {
  storeCalls(database, 0, 20, old);
  const off = keeperOf({ months: null, megabytes: null });
  await off.keeper.work();
  expect([kinds(), callsIn(database), off.told]).toEqual([['daily'], 20, []]);
  await off.keeper.work();
  expect(kinds()).toEqual(['daily']);

  const on = keeperOf(yearOld);
  await on.keeper.work();
  expect([kinds().sort(), callsIn(database), on.told]).toEqual([['before-removal', 'daily'], 0, ['removed']]);
  expect(on.keeper.read().lastRemoval).toEqual({ atMs: now, calls: 20 });
  // Not again on that day, also by the next run of the program.
  storeCalls(database, 20, 25, old);
  await keeperOf(yearOld, on.stored()).keeper.work();
  expect(callsIn(database)).toBe(5);
});

it('once a week the whole database is read through, and damage that only such a reading finds is told', async () => {
  const rule = { months: null, megabytes: null };
  storeCalls(database, 0, 20, recent);
  const first = keeperOf(rule);
  expect(first.keeper.read().lastCheck).toBeNull();
  await first.keeper.work();
  expect(first.keeper.read().lastCheck).toEqual({ atMs: now, sound: true });
  // An index of something else than it says.
  database.connection.exec('DROP INDEX calls_id; CREATE INDEX calls_id ON calls (substr(id, -3))');
  database.connection.enableDefensive(false);
  database.connection.exec(`PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = 'CREATE INDEX calls_id ON calls (substr(id, -6))' WHERE name = 'calls_id'`);
  const dayMs = 24 * 60 * 60 * 1000;
  const sixDays = keeperOf(rule, first.stored(), now + 6 * dayMs);
  await sixDays.keeper.work();
  expect([sixDays.keeper.read().lastCheck, sixDays.told]).toEqual([{ atMs: now, sound: true }, []]);
  const week = keeperOf(rule, first.stored(), now + 7 * dayMs);
  await week.keeper.work();
  expect(week.keeper.read().lastCheck).toEqual({ atMs: now + 7 * dayMs, sound: false });
  expect(week.told).toEqual(['damage']);
  // Mended since, it is looked at again without waiting for another week.
  database.connection.exec('PRAGMA writable_schema = RESET; REINDEX');
  const mended = keeperOf(rule, week.stored(), now + 8 * dayMs);
  await mended.keeper.work();
  expect(mended.keeper.read().lastCheck).toEqual({ atMs: now + 8 * dayMs, sound: true });
  // What was removed last is remembered beside it.
  expect(week.stored()).toMatchObject({ last: null, check: { sound: false } });
});

it('without the backup nothing is removed', async () => {
  storeCalls(database, 0, 20, old);
  await keeperOf({ months: null, megabytes: null }).keeper.work();
  rmSync(join(database.folder, 'backups'), { recursive: true });
  // A file in the place of the folder: no backup can be made.
  writeFileSync(join(database.folder, 'backups'), '');
  const { keeper } = keeperOf(yearOld);
  await keeper.work().catch(() => undefined);
  expect(callsIn(database)).toBe(20);
});

it('killed at any moment, leaves whole calls and a sound database', async () => {
  storeCalls(database, 0, 2000, old);
  addWork(
    Array.from({ length: 600 }, (_, at) => at * 3),
    'note',
    "'kept with its call'",
  );
  database.close();
  const program = await bundle(new URL('../support/removal-runner.ts', import.meta.url));
  const random = seededRandom(9);
  for (let cycle = 0; cycle < 6; cycle += 1) {
    await killedAfter(program.file, database.file, 150 + random() * 400);
    const after = mustOpen(database.file);
    expect(after.connection.prepare('PRAGMA quick_check').get()).toMatchObject({ quick_check: 'ok' });
    expect(after.connection.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    after.connection.close();
  }
  program.remove();
  const last = mustOpen(database.file);
  expect(callsIn(last)).toBeGreaterThan(0);
  expect(callsIn(last)).toBeLessThan(2000);
  last.close();
});

function killedAfter(program: string, file: string, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, file, String(now)], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`It ended by itself with ${code}`));
    });
  });
}
