import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { latestVersion, migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { inTransaction } from './transaction.ts';

export type Connection = DatabaseSyncInstance;

export interface OpenedDatabase {
  readonly connection: Connection;
  /** Writes everything into the one file, so that what is left on disk can be copied; harmless when repeated. */
  close(): void;
}

/** Why the database cannot be used. `newer-version`: a later Dialdesk wrote it, it is left as it is. */
export interface DatabaseError {
  readonly code: 'storage-failed';
  readonly reason: 'newer-version' | 'not-a-database' | 'no-wal' | 'cannot-open';
  readonly detail: string;
}

const notADatabase = 26;

/** Opens or creates the database and brings it to today's shape. Source of the settings: sqlite.org/pragma.html. */
export function openDatabase(
  file: string,
  steps: readonly Migration[] = migrations,
): Result<OpenedDatabase, DatabaseError> {
  const latest = latestVersion(steps);
  let connection: Connection | null = null;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    connection = new DatabaseSync(file);
    connection.exec('PRAGMA busy_timeout = 5000');
    // Before anything that may write: a newer database must be left as it is.
    const version = readNumber(connection, 'user_version');
    const problem = version > latest ? newerVersion(version, latest) : configure(connection);
    if (problem !== null) {
      connection.close();
      return fail(problem);
    }
    migrate(connection, file, version, steps);
    return succeed({ connection, close: closeOnce(connection) });
  } catch (error) {
    if (connection?.isOpen === true) connection.close();
    return fail(toDatabaseError(error));
  }
}

function configure(connection: Connection): DatabaseError | null {
  const row: unknown = connection.prepare('PRAGMA journal_mode = WAL').get();
  if ((row as { journal_mode?: unknown } | undefined)?.journal_mode !== 'wal') {
    return { code: 'storage-failed', reason: 'no-wal', detail: JSON.stringify(row) };
  }
  // FULL: the PBX gets its 200 only for events that survive a power cut. The fullfsync pair matters on macOS alone.
  connection.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    -- In KiB: a search among many contacts reads pages from all over the file.
    PRAGMA cache_size = -32768;
  `);
  return null;
}

function migrate(connection: Connection, file: string, version: number, steps: readonly Migration[]): void {
  const missing = steps.slice(version);
  if (missing.length === 0) return;
  if (version > 0) keepCopy(connection, `${file}.version-${version}`);
  for (const step of missing) {
    inTransaction(connection, () => connection.exec(`${step.sql}; PRAGMA user_version = ${step.version};`));
  }
}

/** Only a finished copy gets the name; an earlier copy of the same version comes from a migration that failed. */
function keepCopy(connection: Connection, target: string): void {
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  connection.prepare('VACUUM INTO ?').run(unfinished);
  const handle = openSync(unfinished, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (existsSync(target)) rmSync(target);
  renameSync(unfinished, target);
}

function closeOnce(connection: Connection): () => void {
  return () => {
    if (!connection.isOpen) return;
    try {
      connection.exec('PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      connection.close();
    }
  };
}

function readNumber(connection: Connection, pragma: 'user_version'): number {
  const row: unknown = connection.prepare(`PRAGMA ${pragma}`).get();
  return Number((row as Record<string, unknown>)[pragma]);
}

function newerVersion(version: number, latest: number): DatabaseError {
  return { code: 'storage-failed', reason: 'newer-version', detail: `version ${version}, known up to ${latest}` };
}

function toDatabaseError(error: unknown): DatabaseError {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? error.errcode : null;
  return {
    code: 'storage-failed',
    reason: code === notADatabase ? 'not-a-database' : 'cannot-open',
    detail: error instanceof Error ? error.message : String(error),
  };
}
