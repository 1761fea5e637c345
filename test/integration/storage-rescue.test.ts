import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWatchedTime } from '../../electron/history-backfill/watched-time.ts';
import { createHistoryGaps } from '../../electron/storage/history-gaps.ts';
import { createKeepingThread, type KeepingThread } from '../../electron/storage/keeping/keeping-thread.ts';
import { keptFiles } from '../../electron/storage/keeping/kept-files.ts';
import { makeBackup } from '../../electron/storage/keeping/make-backup.ts';
import { type KeptDatabase, openKeptDatabase } from '../../electron/storage/keeping/open-kept.ts';
import { needsPreparing } from '../../electron/storage/keeping/prepare-history.ts';
import { rescueNoted } from '../../electron/storage/keeping/rescue.ts';
import { longestLostMs } from '../../shared/domain/history/history-gap.ts';
import { type Bundle, bundle } from '../support/bundle.ts';
import {
  asIfKilled,
  callsIn,
  contentsOf,
  firstPageOf,
  overwritePages,
  pagesOf,
  storeCalls,
  storedEvents,
  storeEvents,
} from '../support/kept-database.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const backupAt = Date.UTC(2026, 10, 22, 9);
const now = Date.UTC(2026, 10, 22, 12);

let built: Bundle;
let thread: KeepingThread;
let folder = '';
let file = '';
beforeAll(async () => {
  built = await bundle(new URL('../../electron/keeping-worker.ts', import.meta.url));
  thread = createKeepingThread(built.file);
});
afterAll(() => built.remove());
beforeEach(() => {
  folder = temporaryFolder('dialdesk-rescue');
  file = join(folder, 'dialdesk.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openKeptDatabase(file, thread, () => now);
async function opened(): Promise<KeptDatabase> {
  const result = await open();
  if (!result.ok) throw new Error(`${result.error.reason}: ${result.error.detail}`);
  return result.value;
}

/** Three hundred calls and events in a backup, as many again after it; made once. */
let dayOfWork: string | null = null;
async function aDayOfWork(): Promise<void> {
  if (dayOfWork === null) {
    const made = temporaryFolder('dialdesk-day');
    const madeFile = join(made, 'dialdesk.sqlite');
    const database = mustOpen(madeFile);
    storeCalls(database, 0, 300);
    await storeEvents(database, 0, 300);
    if (!makeBackup({ file: madeFile, kind: 'daily', nowMs: backupAt }).ok) throw new Error('No backup');
    storeCalls(database, 300, 600);
    await storeEvents(database, 300, 600);
    database.close();
    dayOfWork = made;
  }
  cpSync(dayOfWork, folder, { recursive: true });
}
afterAll(() => rmSync(dayOfWork ?? '', { recursive: true, force: true }));

const aside = () => readdirSync(folder).filter((name) => /^(corrupt|replaced)-/.test(name));
const numbers = (from: number, upTo: number) => Array.from({ length: upTo - from }, (_, at) => from + at);

describe('after a clean stop', () => {
  it('nothing is looked at, and the start is as any other', async () => {
    (await opened()).close();
    expect(needsPreparing(file)).toBe(false);
    expect(readdirSync(folder)).toEqual(['dialdesk.sqlite']);
    const again = await opened();
    expect(again.rescued).toBeNull();
    expect(needsPreparing(file)).toBe(true);
    again.close();
  });
});

describe('after an unclean stop', () => {
  it('a sound database is read through, and used as it is', async () => {
    const first = await opened();
    storeCalls(first, 0, 20);
    const other = temporaryFolder('dialdesk-killed');
    file = asIfKilled(file, other);
    first.close();
    writeFileSync(keptFiles(file).running, '');
    const second = await opened();
    expect([callsIn(second), second.rescued]).toEqual([20, null]);
    second.close();
    rmSync(other, { recursive: true });
  });

  it('a journal that somebody removed is told, with the time it may have held', async () => {
    await aDayOfWork();
    writeFileSync(keptFiles(file).running, '');
    const database = await opened();
    expect(callsIn(database)).toBe(600);
    expect(database.rescued).toMatchObject({
      cause: 'journal-gone',
      aside: null,
      missing: { fromMs: 10_000_599, toMs: now },
    });
    database.close();
    expect(aside()).toEqual([]);
  });

  it('damage is found, the backup takes the place, events are taken over, and the damaged files are kept as they were', async () => {
    await aDayOfWork();
    writeFileSync(keptFiles(file).running, '');
    overwritePages(file, [Math.floor(pagesOf(file) * 0.6)]);
    const damaged = readFileSync(file);
    const database = await opened();
    expect(callsIn(database)).toBe(300);
    const events = storedEvents(database);
    expect(events.slice(0, 300)).toEqual(numbers(0, 300));
    expect(events.length).toBeGreaterThan(500);
    expect(new Set(events).size).toBe(events.length);
    const { rescued } = database;
    expect(rescued).toMatchObject({ cause: 'damaged', backupAtMs: backupAt, missing: { fromMs: backupAt, toMs: now } });
    expect(rescued?.events).toBe(events.length - 300);
    expect(aside()).toEqual([rescued?.aside]);
    expect(readFileSync(join(folder, rescued?.aside ?? '', 'dialdesk.sqlite')).equals(damaged)).toBe(true);
    database.close();
    // Told until somebody took note of it, and no more after that.
    const again = await opened();
    expect(again.rescued).toEqual(rescued);
    rescueNoted(keptFiles(file));
    again.close();
    const last = await opened();
    expect(last.rescued).toBeNull();
    last.close();
  });

  it('damage that was met while the program ran is looked for also after a stop in order', async () => {
    await aDayOfWork();
    const database = await opened();
    database.cleanStop.suspect();
    database.close();
    overwritePages(file, [Math.floor(pagesOf(file) * 0.6)]);
    const after = await opened();
    expect(after.rescued).toMatchObject({ cause: 'damaged', backupAtMs: backupAt });
    after.close();
  });
});

describe('at any start', () => {
  it.each([
    ['is no database', () => writeFileSync(file, 'not a database. '.repeat(2000)), 'none', 300],
    ['was cut', () => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096), null, 300],
    ['has no byte', () => truncateSync(file, 0), null, 300],
    ['lost its first page', () => overwritePages(file, [0]), 'none', 300],
  ] as const)('a file that %s is kept, and the backup takes its place', async (_, harm, read, atLeast) => {
    await aDayOfWork();
    harm();
    const harmed = readFileSync(file);
    writeFileSync(keptFiles(file).running, '');
    const database = await opened();
    expect(callsIn(database)).toBe(300);
    expect(storedEvents(database).length).toBeGreaterThanOrEqual(atLeast);
    expect(database.rescued).toMatchObject({ cause: 'damaged', backupAtMs: backupAt });
    if (read !== null) expect(database.rescued?.eventsRead).toBe(read);
    expect(readFileSync(join(folder, aside()[0] ?? '', 'dialdesk.sqlite')).equals(harmed)).toBe(true);
    database.close();
  });

  it('a file that is gone comes out of the backup, and a journal without it is kept aside', async () => {
    await aDayOfWork();
    rmSync(file);
    writeFileSync(`${file}-wal`, 'what was left');
    const database = await opened();
    expect([callsIn(database), database.rescued?.cause]).toEqual([300, 'gone']);
    expect(readFileSync(join(folder, aside()[0] ?? '', 'dialdesk.sqlite-wal'), 'utf8')).toBe('what was left');
    database.close();
  });

  it('the journal goes with the file it belongs to, with what was committed in it', async () => {
    const first = await opened();
    storeCalls(first, 0, 300);
    first.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    if (!makeBackup({ file, kind: 'daily', nowMs: backupAt }).ok) throw new Error('No backup');
    await storeEvents(first, 0, 100);
    const other = temporaryFolder('dialdesk-killed');
    file = asIfKilled(file, other);
    first.close();
    overwritePages(file, [Math.floor(pagesOf(file) / 2)]);
    const journal = readFileSync(`${file}-wal`);
    writeFileSync(keptFiles(file).running, '');
    const database = await opened();
    expect(storedEvents(database)).toEqual(numbers(0, 100));
    const kept = join(other, database.rescued?.aside ?? '');
    expect(readFileSync(join(kept, 'dialdesk.sqlite-wal')).equals(journal)).toBe(true);
    database.close();
    rmSync(other, { recursive: true });
  });

  it.each(['calls', 'history_watch', 'call_kinds'])(
    'damage in the table %s after a clean stop is mended before the program is built on it',
    async (table) => {
      await aDayOfWork();
      overwritePages(file, [firstPageOf(file, table)]);
      const database = await opened();
      expect([callsIn(database), database.rescued?.cause]).toEqual([300, 'damaged']);
      database.close();
    },
  );

  it('a journal of another file is not written into this one: all of it is kept aside', async () => {
    const first = await opened();
    storeCalls(first, 0, 300);
    first.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    if (!makeBackup({ file, kind: 'daily', nowMs: backupAt }).ok) throw new Error('No backup');
    storeCalls(first, 300, 340);
    const other = temporaryFolder('dialdesk-other');
    const journal = readFileSync(`${file}-wal`);
    first.close();
    file = join(other, 'dialdesk.sqlite');
    (await opened()).close();
    const mine = readFileSync(file);
    cpSync(join(folder, 'backups'), join(other, 'backups'), { recursive: true });
    writeFileSync(`${file}-wal`, journal);
    const database = await opened();
    expect([callsIn(database), database.rescued?.cause]).toEqual([300, 'damaged']);
    const kept = join(other, database.rescued?.aside ?? '');
    expect(readFileSync(join(kept, 'dialdesk.sqlite')).equals(mine)).toBe(true);
    expect(readFileSync(join(kept, 'dialdesk.sqlite-wal')).equals(journal)).toBe(true);
    database.close();
    rmSync(other, { recursive: true });
  });

  it('without a backup a new database begins, with the events that can be read, and that is told', async () => {
    await aDayOfWork();
    rmSync(join(folder, 'backups'), { recursive: true });
    overwritePages(file, [Math.floor(pagesOf(file) * 0.6)]);
    writeFileSync(keptFiles(file).running, '');
    const database = await opened();
    expect(callsIn(database)).toBe(0);
    expect(storedEvents(database).length).toBeGreaterThan(500);
    expect(database.rescued).toMatchObject({ backupAtMs: null, missing: { fromMs: null, toMs: now } });
    database.close();
  });

  it('a backup that is damaged itself is passed over for an older one', async () => {
    await aDayOfWork();
    makeBackup({ file, kind: 'daily', nowMs: backupAt + 24 * 60 * 60 * 1000 });
    const newest = readdirSync(join(folder, 'backups')).find((name) => /^daily_2026-11-23.*sqlite$/.test(name));
    overwritePages(join(folder, 'backups', newest ?? ''), [3, 4, 5]);
    writeFileSync(file, 'not a database. '.repeat(2000));
    const database = await opened();
    expect([callsIn(database), database.rescued?.backupAtMs]).toEqual([300, backupAt]);
    database.close();
  });

  it('one of a later program is refused, and nothing is touched, whatever else lies there', async () => {
    await aDayOfWork();
    const later = mustOpen(file);
    later.connection.exec('PRAGMA user_version = 999');
    later.close();
    writeFileSync(keptFiles(file).running, '');
    writeFileSync(keptFiles(file).asked, readdirSync(join(folder, 'backups'))[0] ?? '');
    const before = contentsOf(folder);
    expect(await open()).toMatchObject({ ok: false, error: { reason: 'newer-version' } });
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('the calls that a rescue leaves out', () => {
  const gapsAfter = ({ connection, rescued }: KeptDatabase) => {
    const gaps = createHistoryGaps({ connection, reportUnreadableRow: () => undefined });
    const watched = createWatchedTime({ gaps, profile: () => 'main', hears: () => true, clock: () => now });
    if (rescued?.missing) watched.lost('main', rescued.missing);
    return watched.catchUp();
  };

  it('are a gap from the moment of the backup on, which the PBX is asked for', async () => {
    const first = await opened();
    const gaps = createHistoryGaps({ connection: first.connection, reportUnreadableRow: () => undefined });
    gaps.keep('main', [], { watchedUntilMs: backupAt, readUntilMs: backupAt });
    if (!makeBackup({ file, kind: 'daily', nowMs: backupAt }).ok) throw new Error('No backup');
    gaps.keep('main', [], { watchedUntilMs: now, readUntilMs: now });
    first.close();
    writeFileSync(file, 'not a database. '.repeat(2000));
    const database = await opened();
    expect(gapsAfter(database)).toEqual([{ fromMs: backupAt, toMs: now, reason: 'unasked' }]);
    database.close();
  });

  it('are a gap of the last months where there was no backup', async () => {
    await aDayOfWork();
    rmSync(join(folder, 'backups'), { recursive: true });
    writeFileSync(file, 'not a database. '.repeat(2000));
    const database = await opened();
    expect(gapsAfter(database)).toEqual([{ fromMs: now - longestLostMs, toMs: now, reason: 'unasked' }]);
    database.close();
  });
});

describe('a backup that was chosen', () => {
  it('takes the place of the database, which is kept, and the events since are taken over', async () => {
    await aDayOfWork();
    const name = readdirSync(join(folder, 'backups')).find((one) => one.endsWith('.sqlite')) ?? '';
    writeFileSync(keptFiles(file).asked, name);
    const replaced = readFileSync(file);
    const database = await opened();
    expect([callsIn(database), storedEvents(database)]).toEqual([300, numbers(0, 600)]);
    expect(database.rescued).toMatchObject({ cause: 'asked', events: 300, eventsRead: 'all', backupAtMs: backupAt });
    expect(aside()).toEqual([database.rescued?.aside]);
    expect(readFileSync(join(folder, aside()[0] ?? '', 'dialdesk.sqlite')).equals(replaced)).toBe(true);
    database.close();
    // It is done once.
    const again = await opened();
    expect(aside()).toHaveLength(1);
    again.close();
  });

  it('changes nothing when it is damaged or gone', async () => {
    await aDayOfWork();
    const name = readdirSync(join(folder, 'backups')).find((one) => one.endsWith('.sqlite')) ?? '';
    overwritePages(join(folder, 'backups', name), [3, 4, 5]);
    for (const chosen of [name, 'daily_2020-01-01T00-00-00-000Z.sqlite', '../../etc/passwd']) {
      writeFileSync(keptFiles(file).asked, chosen);
      const database = await opened();
      expect([callsIn(database), database.rescued, aside()]).toEqual([600, null, []]);
      database.close();
    }
  });
});

it('a rescue that fails for want of a place leaves everything as it was', async () => {
  await aDayOfWork();
  writeFileSync(file, 'not a database. '.repeat(2000));
  // Nothing can be written where the replacement is to be made.
  mkdirSync(join(keptFiles(file).replacement, 'in the way'), { recursive: true });
  const before = contentsOf(folder);
  expect(await open()).toMatchObject({ ok: false, error: { reason: 'cannot-be-mended' } });
  expect(contentsOf(folder)).toEqual(before);
});

it('a rescue that is killed at any moment is finished at the next start, with nothing lost', async () => {
  const program = await bundle(new URL('../support/rescue-runner.ts', import.meta.url));
  const random = seededRandom(11);
  let brokenOff = 0;
  for (let cycle = 0; cycle < 8; cycle += 1) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    await aDayOfWork();
    overwritePages(file, [Math.floor(pagesOf(file) * 0.6)]);
    const damaged = readFileSync(file);
    writeFileSync(keptFiles(file).running, '');
    if (await killedAfter(program.file, file, random() * 40)) brokenOff += 1;
    const database = await opened();
    expect(callsIn(database)).toBe(300);
    expect(storedEvents(database).slice(0, 300)).toEqual(numbers(0, 300));
    expect(storedEvents(database).length).toBeGreaterThan(500);
    expect(aside()).toHaveLength(1);
    expect(readFileSync(join(folder, aside()[0] ?? '', 'dialdesk.sqlite')).equals(damaged)).toBe(true);
    expect(existsSync(keptFiles(file).replacement)).toBe(false);
    database.close();
  }
  program.remove();
  expect(brokenOff).toBeGreaterThan(2);
}, 60_000);

/** Answers whether it was killed before it was done. */
function killedAfter(program: string, database: string, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, database, String(now)], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), ms));
    child.on('close', (_code, signal) => resolve(signal === 'SIGKILL'));
  });
}
