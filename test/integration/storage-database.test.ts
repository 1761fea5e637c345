import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { listBackups } from '../../electron/storage/keeping/backup-list.ts';
import { latestVersion, migrations } from '../../electron/storage/migrations/index.ts';
import { aFullCall } from '../support/call-builders.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = temporaryFolder('dialdesk-storage');
  file = join(folder, 'dialdesk.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const latest = migrations.length;
const addNotes = { version: latest + 1, sql: 'CREATE TABLE notes (id INTEGER PRIMARY KEY, note TEXT)' };
const broken = { version: latest + 1, sql: 'CREATE TABLE half (id INTEGER); INSERT INTO missing VALUES (1)' };
const store = (opened: ReturnType<typeof mustOpen>) =>
  createCallRepository({ connection: opened.connection, reportUnreadableRow: () => {} });

describe('the connection', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['user_version', latest],
  ])('has %s at %s', (pragma, value) => {
    const database = mustOpen(file);
    expect(Object.values(database.connection.prepare(`PRAGMA ${pragma}`).get())).toEqual([value]);
    database.close();
  });

  it('does not stand still for another writer', () => {
    const database = mustOpen(file);
    expect(database.connection.prepare('PRAGMA busy_timeout').get()).toMatchObject({ timeout: 100 });
    database.close();
  });

  it('creates the folders on the way', () => {
    const database = mustOpen(join(folder, 'a', 'b', 'dialdesk.db'));
    database.close();
    expect(existsSync(join(folder, 'a', 'b', 'dialdesk.db'))).toBe(true);
  });

  it('leaves one file behind when closed, twice if need be', () => {
    const database = mustOpen(file);
    store(database).save(aFullCall());
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    database.close();
    database.close();
    expect(readdirSync(folder)).toEqual(['dialdesk.db']);
  });

  it('gives back what was stored before it was closed', () => {
    const first = mustOpen(file);
    store(first).save(aFullCall());
    first.close();
    const second = mustOpen(file);
    expect(store(second).get(aFullCall().id)).toEqual(aFullCall());
    second.close();
  });
});

describe('a file that cannot be used', () => {
  it('is refused and left untouched when a newer program wrote it', () => {
    const newer = new DatabaseSync(file);
    newer.exec('CREATE TABLE later (word TEXT); INSERT INTO later VALUES (1); PRAGMA user_version = 99');
    newer.close();
    const before = readFileSync(file);
    expect(openDatabase(file)).toMatchObject({ ok: false, error: { code: 'storage-failed', reason: 'newer-version' } });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['dialdesk.db']);
  });

  it('is refused before it is opened when it is clean, so that not even its journal is touched', () => {
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA journal_mode = WAL; CREATE TABLE later (word TEXT); PRAGMA user_version = 99');
    newer.close();
    writeFileSync(`${file}-wal`, 'of another program');
    expect(openDatabase(file)).toMatchObject({ ok: false, error: { reason: 'newer-version' } });
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('of another program');
  });

  it('is refused and left untouched when it is no database', () => {
    writeFileSync(file, 'not a database, but long enough to be read as one. '.repeat(100));
    const before = readFileSync(file);
    expect(openDatabase(file)).toMatchObject({ ok: false, error: { reason: 'not-a-database' } });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is an error value when it is a folder', () => {
    expect(openDatabase(folder)).toMatchObject({ ok: false, error: { reason: 'cannot-open' } });
  });

  it('is an error value when its folder is a file', () => {
    writeFileSync(file, '');
    expect(openDatabase(join(file, 'dialdesk.db'))).toMatchObject({ ok: false, error: { reason: 'cannot-open' } });
  });

  it('does not include an empty one', () => {
    writeFileSync(file, '');
    mustOpen(file).close();
    expect(statSync(file).size).toBeGreaterThan(0);
  });
});

describe('migrations', () => {
  it('keep a copy of an existing database as it was before', () => {
    const before = mustOpen(file);
    store(before).save(aFullCall());
    before.close();
    const migrated = openDatabase(file, [...migrations, addNotes]);
    if (!migrated.ok) throw new Error(migrated.error.detail);
    expect(migrated.value.connection.prepare('PRAGMA user_version').get()).toMatchObject({
      user_version: latest + 1,
    });
    migrated.value.connection.exec("INSERT INTO notes (note) VALUES ('new')");
    migrated.value.close();

    const [backup] = listBackups(join(folder, 'backups'));
    expect(backup).toMatchObject({ kind: 'before-update', calls: 1, verified: true });
    const copy = mustOpen(join(folder, 'backups', backup?.name ?? ''));
    expect(store(copy).get(aFullCall().id)).toEqual(aFullCall());
    expect(copy.connection.prepare('PRAGMA quick_check').get()).toMatchObject({ quick_check: 'ok' });
    copy.close();
  });

  it('keep no copy of a database that is being created', () => {
    mustOpen(file).close();
    expect(readdirSync(folder)).toEqual(['dialdesk.db']);
  });

  it('that fail half way leave the database at the version before, with its data', () => {
    const before = mustOpen(file);
    store(before).save(aFullCall());
    before.close();
    expect(openDatabase(file, [...migrations, broken])).toMatchObject({ ok: false, error: { reason: 'cannot-open' } });
    // A second try meets the copy of the first one.
    expect(openDatabase(file, [...migrations, broken])).toMatchObject({ ok: false });
    const after = mustOpen(file);
    expect(store(after).get(aFullCall().id)).toEqual(aFullCall());
    expect(after.connection.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'").get()).toMatchObject(
      { n: 0 },
    );
    after.close();
  });

  it('must be numbered without gap or repetition', () => {
    expect(latestVersion(migrations)).toBe(migrations.length);
    expect(() => latestVersion([addNotes])).toThrow();
    expect(() => latestVersion([...migrations, ...migrations])).toThrow();
  });
});
