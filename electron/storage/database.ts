import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { BackupProblem } from '../../shared/ipc/keeping-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { headerVersion } from './keeping/header-version.ts';
import { copyFrom } from './keeping/make-backup.ts';
import { latestVersion, migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { storageProblem } from './storage-problem.ts';
import { inTransaction } from './transaction.ts';

export type Connection = DatabaseSyncInstance;

export interface OpenedDatabase {
  readonly connection: Connection;
  /** Why there is no copy of it as it was before an update; null: there is, or there was no update. */
  readonly notCopied: BackupProblem | null;
  /**
   * Writes everything into the one file, so that what is left on disk can be copied; harmless when repeated. `whenWritten` is
   * called once that is done.
   */
  close(whenWritten?: () => void): void;
}

/**
 * Why the database cannot be used. `newer-version`: a later Dialdesk wrote it, it is left as it is. `cannot-be-mended`: it is damaged,
 * and what was to take its place could not be made.
 */
export interface DatabaseError {
  readonly code: 'storage-failed';
  readonly reason: 'newer-version' | 'not-a-database' | 'damaged' | 'cannot-be-mended' | 'no-wal' | 'cannot-open';
  readonly detail: string;
}

const notADatabase = 26;

/**
 * For another program that holds the database, before it is refused. A run that is ending may hold it at the start; later nobody else
 * writes, and a program that waits for a backup tool stands still, with its windows and all who ask it.
 */
const waitsMs = { atStart: 5000, later: 100 } as const;

/** Opens or creates the database and brings it to today's shape. Source of the settings: sqlite.org/pragma.html. */
export function openDatabase(
  file: string,
  steps: readonly Migration[] = migrations,
): Result<OpenedDatabase, DatabaseError> {
  const latest = latestVersion(steps);
  let connection: Connection | null = null;
  const written = headerVersion(file);
  if (written > latest) return fail(newerVersion(written, latest));
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    connection = new DatabaseSync(file);
    connection.exec(`PRAGMA busy_timeout = ${waitsMs.atStart}`);
    // Before anything that may write: a newer database must be left as it is.
    const version = readNumber(connection, 'user_version');
    const problem = version > latest ? newerVersion(version, latest) : configure(connection);
    if (problem !== null) {
      connection.close();
      return fail(problem);
    }
    const notCopied = migrate(connection, file, version, steps);
    connection.exec(`PRAGMA busy_timeout = ${waitsMs.later}`);
    return succeed({ connection, notCopied, close: closeOnce(connection) });
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

/** Answers why there is no copy of what was before. */
function migrate(
  connection: Connection,
  file: string,
  version: number,
  steps: readonly Migration[],
): BackupProblem | null {
  const missing = steps.slice(version);
  if (missing.length === 0) return null;
  const copied = version > 0 ? copyFrom(connection, { file, kind: 'before-update', nowMs: Date.now() }) : null;
  // Each step is done whole or not at all; without room for a copy that has to do.
  if (copied?.ok === false && copied.error.problem !== 'no-room') throw new CopyFailed(copied.error);
  for (const step of missing) {
    inTransaction(connection, () => {
      connection.exec(step.sql);
      step.carryOver?.(connection);
      connection.exec(`PRAGMA user_version = ${step.version}`);
    });
  }
  return copied?.ok === false ? copied.error : null;
}

class CopyFailed extends Error {
  readonly damaged: boolean;

  constructor(problem: BackupProblem) {
    super(`No copy could be made: ${JSON.stringify(problem)}`);
    this.damaged = problem.problem === 'damaged';
  }
}

function closeOnce(connection: Connection): OpenedDatabase['close'] {
  return (whenWritten) => {
    if (!connection.isOpen) return;
    try {
      connection.exec('PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)');
      whenWritten?.();
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
  return {
    code: 'storage-failed',
    reason: reasonOf(error),
    detail: error instanceof Error ? error.message : String(error),
  };
}

function reasonOf(error: unknown): DatabaseError['reason'] {
  if (error instanceof CopyFailed) return error.damaged ? 'damaged' : 'cannot-open';
  if (storageProblem(error) !== 'damaged') return 'cannot-open';
  return error instanceof Error && 'errcode' in error && error.errcode === notADatabase ? 'not-a-database' : 'damaged';
}
