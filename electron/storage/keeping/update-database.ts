import type { BackupProblem } from '../../../shared/ipc/keeping-contract.ts';
import { type Result, succeed } from '../../../shared/result.ts';
import { fillIndex } from '../calls/fill-index.ts';
import { type Connection, type DatabaseError, openDatabase } from '../database.ts';
import { latestVersion, migrations } from '../migrations/index.ts';
import { storageProblem } from '../storage-problem.ts';
import { headerVersion } from './header-version.ts';

/** An earlier program wrote it. What is only being created takes no time. */
export function needsUpdate(file: string): boolean {
  const version = headerVersion(file);
  return version > 0 && version < latestVersion(migrations);
}

/** Copies a database as it was, and brings it to today's shape, the search included. Answers why there is no copy. */
export function updateDatabase(file: string): Result<BackupProblem | null, DatabaseError> {
  const opened = openDatabase(file);
  if (!opened.ok) return opened;
  const { connection, notCopied, close } = opened.value;
  try {
    fillIndex(connection);
    compact(connection);
  } finally {
    close();
  }
  return succeed(notCopied);
}

/** What took room before, and pages that rows left for others, would be room that nothing fills. Where the disk has none for a second file it stays. */
function compact(connection: Connection): void {
  try {
    connection.exec('VACUUM');
  } catch (error) {
    if (storageProblem(error) !== 'full') throw error;
  }
}
