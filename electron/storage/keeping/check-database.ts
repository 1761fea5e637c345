import { DatabaseSync } from '@photostructure/sqlite';
import type { Connection } from '../database.ts';
import { storageProblem } from '../storage-problem.ts';

export type CheckedDatabase = 'good' | 'damaged' | 'cannot-be-checked';

/** Reads all of a database and changes nothing of it. */
export function checkDatabase(file: string): CheckedDatabase {
  try {
    return readFrom(file, isSound) ? 'good' : 'damaged';
  } catch (error) {
    return storageProblem(error) === 'damaged' ? 'damaged' : 'cannot-be-checked';
  }
}

export function isSound(connection: Connection): boolean {
  const row: unknown = connection.prepare('PRAGMA quick_check(1)').get();
  return (row as { quick_check?: unknown } | undefined)?.quick_check === 'ok';
}

/** Opened for reading alone, SQLite leaves file and journal as they are, also at the end. */
export function readFrom<T>(file: string, read: (connection: Connection) => T): T {
  const connection = new DatabaseSync(file, { readOnly: true });
  try {
    connection.exec('PRAGMA busy_timeout = 5000; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    return read(connection);
  } finally {
    connection.close();
  }
}

export function numberOf(connection: Connection, sql: string): number {
  const row: unknown = connection.prepare(sql).get();
  return Number(Object.values(row as Record<string, unknown>)[0]);
}
