import type { Connection } from './database.ts';

/**
 * Commits without waiting for the disk, for what nobody misses if the power fails now: rows of an import that is not done. What
 * is committed next takes them along, the end of the import at the latest; so none is done that is not on the disk.
 */
export function withoutWaiting<T>(connection: Connection, work: () => T): T {
  connection.exec('PRAGMA synchronous = NORMAL');
  try {
    return work();
  } finally {
    connection.exec('PRAGMA synchronous = FULL');
  }
}
