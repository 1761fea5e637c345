import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../electron/storage/database.ts';
import { listBackups } from '../../electron/storage/keeping/backup-list.ts';
import type { KeepingJob } from '../../electron/storage/keeping/keeping-jobs.ts';
import { createKeepingThread, type KeepingThread } from '../../electron/storage/keeping/keeping-thread.ts';
import { keptFiles } from '../../electron/storage/keeping/kept-files.ts';
import { openKeptDatabase } from '../../electron/storage/keeping/open-kept.ts';
import { latestVersion, migrations } from '../../electron/storage/migrations/index.ts';
import { type Bundle, bundle } from '../support/bundle.ts';
import { firstPageOf, overwritePages, storeCalls } from '../support/kept-database.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const latest = latestVersion(migrations);
let built: Bundle;
let thread: KeepingThread;
let folder = '';
let file = '';
let jobs: KeepingJob['job'][] = [];
let works = 0;
beforeAll(async () => {
  built = await bundle(new URL('../../electron/keeping-worker.ts', import.meta.url));
  const real = createKeepingThread(built.file);
  thread = (job) => {
    jobs.push(job.job);
    return real(job);
  };
});
afterAll(() => built.remove());
beforeEach(() => {
  folder = temporaryFolder('dialdesk-update');
  file = join(folder, 'dialdesk.sqlite');
  jobs = [];
  works = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () =>
  openKeptDatabase(file, thread, Date.now, () => {
    works += 1;
  });
async function opened() {
  const result = await open();
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

/** As the program before the last steps left it. */
function earlier(): void {
  const old = openDatabase(file, migrations.slice(0, 8));
  if (!old.ok) throw new Error(old.error.detail);
  const { connection, close } = old.value;
  connection.exec(`
    INSERT INTO profiles (key, name) VALUES (1, 'main');
    WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000)
    INSERT INTO calls (id, profile_key, started_at_ms, caller, callee, direction, originated_here, ended, disposition, facts)
      SELECT 'main:' || x, 1, 1700000000000 + x * 1000, '557', '0912' || (1000000 + x), 'outbound', 1, 1, 'no-answer', '{}' FROM n`);
  close();
}

const number = (connection: Awaited<ReturnType<typeof opened>>['connection'], sql: string) =>
  Number(Object.values(connection.prepare(sql).get() as object)[0]);

it('an earlier database is copied and brought to its new shape by the thread, search included; the main thread opens it', async () => {
  earlier();
  const turns: number[] = [];
  let before = performance.now();
  const timer = setInterval(() => {
    turns.push(performance.now() - before);
    before = performance.now();
  }, 5);
  const database = await opened();
  clearInterval(timer);
  expect([jobs, works, database.notCopied]).toEqual([['update'], 1, null]);
  // The thread of the window and of events went on while it was at work.
  expect(turns.length).toBeGreaterThan(5);
  const { connection } = database;
  expect(number(connection, 'PRAGMA user_version')).toBe(latest);
  expect(number(connection, 'SELECT count(*) FROM calls')).toBe(2000);
  expect(number(connection, 'SELECT version FROM call_search_state')).toBeGreaterThan(0);
  // Nothing of the former shape takes room.
  expect(number(connection, 'PRAGMA freelist_count')).toBe(0);
  expect(listBackups(join(folder, 'backups'))).toMatchObject([{ kind: 'before-update', verified: true, calls: 2000 }]);
  database.close();
  jobs = [];
  (await opened()).close();
  expect([jobs, works]).toEqual([[], 1]);
});

it('what other rules made of calls is made anew by the thread; what was broken off goes on behind the last call that was written', async () => {
  const before = mustOpen(file);
  storeCalls(before, 0, 1500);
  before.connection.exec(`
    UPDATE calls SET waited = 77;
    UPDATE call_search_state SET version = 1;
    CREATE TRIGGER stop BEFORE UPDATE ON call_facets WHEN new.documents > 1200 BEGIN SELECT RAISE(ABORT, 'killed'); END`);
  before.close();
  expect(await open()).toMatchObject({ ok: false });
  const broken = mustOpen(file);
  // It was written, so it is not read again.
  broken.connection.exec("DROP TRIGGER stop; UPDATE calls SET facts = x'00' WHERE key = (SELECT min(key) FROM calls)");
  expect(number(broken.connection, 'SELECT count(*) FROM calls WHERE waited = 77')).toBe(500);
  broken.close();
  jobs = [];
  const { connection, close } = await opened();
  expect(jobs).toEqual(['update']);
  expect(number(connection, 'SELECT count(*) FROM calls WHERE waited = 77')).toBe(0);
  expect(number(connection, 'SELECT count(*) FROM call_search_docsize')).toBe(1500);
  expect(number(connection, 'SELECT total(documents) FROM call_facets')).toBe(1500);
  close();
  jobs = [];
  (await opened()).close();
  expect(jobs).toEqual([]);
});

it('why there is no copy is told, as when it was made by the main thread', async () => {
  earlier();
  // A file in the place of the folder.
  writeFileSync(keptFiles(file).backups, '');
  const before = await open();
  expect(before).toMatchObject({ ok: false, error: { reason: 'cannot-open' } });
  expect(existsSync(`${file}-wal`)).toBe(false);
});

it('an earlier database that is damaged is mended first', async () => {
  earlier();
  overwritePages(file, [firstPageOf(file, 'calls')]);
  const database = await opened();
  expect([jobs, database.rescued?.cause]).toEqual([['update', 'rescue'], 'damaged']);
  expect(number(database.connection, 'PRAGMA user_version')).toBe(latest);
  database.close();
});
