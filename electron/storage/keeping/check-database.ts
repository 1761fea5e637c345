import { DatabaseSync } from '@photostructure/sqlite';
import type { Connection } from '../database.ts';
import { storageProblem } from '../storage-problem.ts';

export type CheckedDatabase = 'good' | 'damaged' | 'cannot-be-checked';

/** Reads all of a database and changes nothing of it. `whole`: compares the indexes with what they are of as well, which takes longer. */
export function checkDatabase(file: string, how: 'quick' | 'whole' = 'quick'): CheckedDatabase {
  try {
    return readFrom(file, how === 'quick' ? isSound : isWhole) ? 'good' : 'damaged';
  } catch (error) {
    return storageProblem(error) === 'damaged' ? 'damaged' : 'cannot-be-checked';
  }
}

export function isSound(connection: Connection): boolean {
  const row: unknown = connection.prepare('PRAGMA quick_check(1)').get();
  return (row as { quick_check?: unknown } | undefined)?.quick_check === 'ok';
}

function isWhole(connection: Connection): boolean {
  const row: unknown = connection.prepare('PRAGMA integrity_check(1)').get();
  return (row as { integrity_check?: unknown } | undefined)?.integrity_check === 'ok';
}

/**
 * Whether each table gives its first row: damage there would stop the program while it is built. What the disk refuses now is no
 * damage, and is told when it is met again.
 */
export function canBeRead(connection: Connection): boolean {
  try {
    const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    for (const { name } of tables as unknown as readonly { readonly name: string }[]) {
      connection.prepare(`SELECT * FROM "${name}" LIMIT 1`).get();
    }
    return true;
  } catch (error) {
    const problem = storageProblem(error);
    return problem !== 'damaged' && problem !== 'other';
  }
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
