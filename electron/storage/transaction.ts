import type { Connection } from './database.ts';

/**
 * All of `work` is stored, or nothing. IMMEDIATE: another writer is met at the beginning, not half way. Within another one it
 * is a part of that.
 */
export function inTransaction<T>(connection: Connection, work: () => T): T {
  if (connection.isTransaction) return work();
  connection.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    connection.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk or an I/O error has SQLite roll back by itself.
    if (connection.isOpen && connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
