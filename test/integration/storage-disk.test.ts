import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../electron/files/write-whole.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { createInbox } from '../../electron/storage/inbox.ts';
import { makeBackup } from '../../electron/storage/keeping/make-backup.ts';
import { rewriteVersion } from '../../electron/storage/keeping/rewrite-version.ts';
import { storageProblem } from '../../electron/storage/storage-problem.ts';
import { eventNumbered, storedEvents } from '../support/kept-database.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const diskMegabytes = 4;
const mount = (...args: readonly string[]) => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
const unmount = (folder: string) => spawnSync('umount', ['-l', folder], { stdio: 'ignore' });
const tiny = (folder: string) => mount('-t', 'tmpfs', '-o', `size=${diskMegabytes}m`, 'tmpfs', folder);

/** Only root may have disks of its own; the test without one is below. */
const mayMount = (() => {
  const folder = temporaryFolder('dialdesk-disk');
  const mounted = process.platform === 'linux' && tiny(folder);
  if (mounted) unmount(folder);
  rmSync(folder, { recursive: true, force: true });
  return mounted;
})();

let folder = '';
beforeEach(() => {
  folder = temporaryFolder('dialdesk-disk');
});
afterEach(() => {
  if (mayMount) unmount(folder);
  rmSync(folder, { recursive: true, force: true });
});

/** Appends events until one is refused; answers with what was acknowledged and why it ended. */
async function appendUntilRefused(database: ReturnType<typeof mustOpen>) {
  const inbox = createInbox({ connection: database.connection, reportUnreadableRow: () => undefined });
  const acknowledged: number[] = [];
  for (let number = 1; number < 20_000; number += 1) {
    try {
      await inbox.append(eventNumbered(number, number));
      acknowledged.push(number);
    } catch (problem) {
      return { acknowledged, problem: storageProblem(problem), refused: number };
    }
  }
  throw new Error('Nothing was refused');
}

it('a database that may not grow refuses, keeps what it acknowledged, and takes data again by itself', async () => {
  const database = mustOpen(join(folder, 'dialdesk.sqlite'));
  database.connection.exec('PRAGMA max_page_count = 150');
  const { acknowledged, problem, refused } = await appendUntilRefused(database);
  expect(problem).toBe('full');
  expect(storedEvents(database)).toEqual(acknowledged);
  database.connection.exec('PRAGMA max_page_count = 100000');
  rewriteVersion(database.connection);
  const inbox = createInbox({ connection: database.connection, reportUnreadableRow: () => undefined });
  await inbox.append(eventNumbered(refused, refused));
  expect(storedEvents(database)).toEqual([...acknowledged, refused]);
  database.close();
});

// Only who may mount has one; without that right a file of a fixed number of pages stands for it above.
describe.skipIf(!mayMount)('on a disk of its own', () => {
  it('that is full, nothing is acknowledged that is not there, a backup is not begun, and all goes on when there is room', async () => {
    expect(tiny(folder)).toBe(true);
    const file = join(folder, 'dialdesk.sqlite');
    const database = mustOpen(file);
    const filler = join(folder, 'filler');
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 1024 * 1024));
    const { acknowledged, problem, refused } = await appendUntilRefused(database);
    expect(problem).toBe('full');
    expect(makeBackup({ file, kind: 'daily', nowMs: 1 })).toMatchObject({ ok: false, error: { problem: 'no-room' } });
    truncateSync(filler, 0);
    rewriteVersion(database.connection);
    const inbox = createInbox({ connection: database.connection, reportUnreadableRow: () => undefined });
    await inbox.append(eventNumbered(refused, refused));
    expect(storedEvents(database)).toEqual([...acknowledged, refused]);
    expect(database.connection.prepare('PRAGMA quick_check').get()).toMatchObject({ quick_check: 'ok' });
    database.close();
  });

  it('that has room for a part of a file only, no part of one takes the place of another', async () => {
    expect(tiny(folder)).toBe(true);
    const file = join(folder, 'calls.csv');
    writeFileSync(file, 'before');
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(join(folder, 'filler'), Buffer.alloc((bavail - 4) * bsize));
    const pieces = async function* () {
      yield 'x'.repeat(8 * bsize);
    };
    await expect(writeWhole(file, pieces(), () => false)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readFileSync(file, 'utf8')).toBe('before');
  });

  it('that takes no changes, the database is told as one that cannot be opened, and is as it was afterwards', async () => {
    expect(tiny(folder)).toBe(true);
    const file = join(folder, 'dialdesk.sqlite');
    const first = mustOpen(file);
    const inbox = createInbox({ connection: first.connection, reportUnreadableRow: () => undefined });
    await inbox.append(eventNumbered(1, 1));
    first.close();
    expect(mount('-o', 'remount,ro', folder)).toBe(true);
    expect(openDatabase(file)).toMatchObject({ ok: false, error: { reason: 'cannot-open' } });
    expect(mount('-o', 'remount,rw', folder)).toBe(true);
    const again = mustOpen(file);
    expect(storedEvents(again)).toEqual([1]);
    again.close();
  });
});
