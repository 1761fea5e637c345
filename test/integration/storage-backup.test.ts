import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listBackups } from '../../electron/storage/keeping/backup-list.ts';
import { createKeepingThread } from '../../electron/storage/keeping/keeping-thread.ts';
import { copyFrom, makeBackup, readThrough } from '../../electron/storage/keeping/make-backup.ts';
import { type Bundle, bundle } from '../support/bundle.ts';
import { callsIn, overwritePages, pagesOf, storeCalls, storeEvents } from '../support/kept-database.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { mustOpen, type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 22, 12);

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

const backups = () => join(database.folder, 'backups');
const daily = (nowMs = now) => makeBackup({ file: database.file, kind: 'daily', nowMs });

describe('a backup', () => {
  it('holds what was committed when it was made, is listed as read through, and can be opened', () => {
    storeCalls(database, 0, 50);
    const made = daily();
    storeCalls(database, 50, 60);
    expect(made).toMatchObject({ ok: true, value: { kind: 'daily', madeAtMs: now, calls: 50, verified: true } });
    const [listed] = listBackups(backups());
    expect(made.ok && made.value).toEqual(listed);
    const copy = mustOpen(join(backups(), listed?.name ?? ''));
    expect(callsIn(copy)).toBe(50);
    copy.close();
  });

  it('counts as not read through when its file was changed since, or what was found in it is gone', () => {
    storeCalls(database, 0, 50);
    daily();
    const path = join(backups(), listBackups(backups())[0]?.name ?? '');
    utimesSync(path, 1, 1);
    expect(listBackups(backups())).toMatchObject([{ verified: false, calls: 50 }]);
    rmSync(`${path}.json`);
    expect(listBackups(backups())).toMatchObject([{ verified: false, calls: null }]);
  });

  it('is kept for three days, and beside those the newest of the other kinds', () => {
    for (const [at, kind] of ['before-update', 'before-update', 'before-removal', 'asked'].entries()) {
      makeBackup({ file: database.file, kind: kind as 'asked', nowMs: now - 20 * day + at });
    }
    for (let at = 6; at >= 0; at -= 1) daily(now - at * day);
    expect(listBackups(backups()).map(({ kind, madeAtMs }) => [kind, madeAtMs - now])).toEqual([
      ['daily', 0],
      ['daily', -day],
      ['daily', -2 * day],
      ['asked', 3 - 20 * day],
      ['before-removal', 2 - 20 * day],
      ['before-update', 1 - 20 * day],
    ]);
    // Nor is anything left of those that went.
    expect(readdirSync(backups())).toHaveLength(12);
  });

  it('is not begun without room for twice the database, and says how much is missing', () => {
    storeCalls(database, 0, 50);
    const order = { file: database.file, kind: 'daily', nowMs: now } as const;
    const made = copyFrom(database.connection, order, () => 4096);
    expect(made).toMatchObject({ ok: false, error: { problem: 'no-room', freeBytes: 4096 } });
    expect(readdirSync(backups())).toEqual([]);
  });

  it('is not made of a damaged database, and leaves the earlier ones', async () => {
    storeCalls(database, 0, 2000);
    daily(now - day);
    database.close();
    overwritePages(database.file, [Math.floor(pagesOf(database.file) / 2)]);
    expect(daily()).toEqual({ ok: false, error: { problem: 'damaged' } });
    expect(listBackups(backups())).toMatchObject([{ madeAtMs: now - day, verified: true }]);
  });

  it('does not take what others left in the folder for a backup', () => {
    mkdirSync(backups());
    for (const name of ['notes.txt', 'daily_today.sqlite', 'daily_2026-11-22T12-00-00-000Z.sqlite.unfinished']) {
      writeFileSync(join(backups(), name), '');
    }
    expect(listBackups(backups())).toEqual([]);
  });

  it('that is damaged is told apart from a good one', () => {
    storeCalls(database, 0, 2000);
    daily();
    const path = join(backups(), listBackups(backups())[0]?.name ?? '');
    expect(readThrough(path)).toMatchObject({ calls: 2000 });
    overwritePages(path, [20]);
    expect(readThrough(path)).toBeNull();
    writeFileSync(path, 'not a database. '.repeat(1000));
    expect(readThrough(path)).toBeNull();
  });
});

describe('the thread', () => {
  it('makes a backup while the program goes on writing, and does not keep it waiting for 50 ms', async () => {
    const insert = database.connection.prepare('INSERT INTO contact_undo (token, contacts) VALUES (?, ?)');
    database.connection.exec('BEGIN');
    for (let at = 0; at < 60_000; at += 1) insert.run(`${at}`, 'x'.repeat(300));
    database.connection.exec('COMMIT');
    storeCalls(database, 0, 100);
    const waits: number[] = [];
    let before = performance.now();
    const timer = setInterval(() => {
      waits.push(performance.now() - before);
      before = performance.now();
    }, 2);
    const making = createKeepingThread(worker.file)({ job: 'back-up', file: database.file, kind: 'asked', nowMs: now });
    storeCalls(database, 100, 105);
    const made = await making;
    clearInterval(timer);
    expect(made).toMatchObject({ ok: true, value: { verified: true } });
    expect(waits.length).toBeGreaterThan(5);
    // The middle, since other programs of this computer hold it up as well.
    expect(waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(50);
    expect(callsIn(database)).toBe(105);
  });

  it('passes on why a job failed', async () => {
    const thread = createKeepingThread(worker.file);
    const file = join(database.folder, 'none', 'dialdesk.sqlite');
    expect(await thread({ job: 'back-up', file, kind: 'asked', nowMs: now })).toMatchObject({
      ok: false,
      error: { problem: 'failed' },
    });
    await expect(
      createKeepingThread(join(database.folder, 'none.cjs'))({ job: 'prepare', file, nowMs: now }),
    ).rejects.toThrow();
  });
});

it('killed at any moment, leaves only backups that are whole', async () => {
  storeCalls(database, 0, 300);
  await storeEvents(database, 0, 3000);
  const program = await bundle(new URL('../support/backup-writer.ts', import.meta.url));
  const random = seededRandom(6);
  let finished = 0;
  for (let cycle = 0; cycle < 8; cycle += 1) {
    await killedAfter(program.file, database.file, random() * 60);
    for (const { name, verified } of listBackups(backups())) {
      expect(readThrough(join(backups(), name))).toMatchObject({ calls: 300 });
      if (verified) finished += 1;
    }
  }
  program.remove();
  expect(finished).toBeGreaterThan(0);
  // What was left unfinished goes with the next.
  daily();
  expect(readdirSync(backups()).filter((name) => name.includes('unfinished'))).toEqual([]);
  expect(existsSync(database.file)).toBe(true);
});

/** Makes one backup after the other until it is killed, so long after the first. */
function killedAfter(program: string, file: string, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`It ended by itself with ${code}`));
    });
  });
}
