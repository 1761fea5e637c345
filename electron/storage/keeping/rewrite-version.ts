import type { Connection } from '../database.ts';
import { numberOf } from './check-database.ts';

/** Writes what is written already: the least that shows whether the disk takes anything. */
export function rewriteVersion(connection: Connection): void {
  connection.exec(`PRAGMA user_version = ${numberOf(connection, 'PRAGMA user_version')}`);
}
