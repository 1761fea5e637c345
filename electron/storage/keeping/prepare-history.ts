import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { latestVersion, migrations } from '../migrations/index.ts';
import { listBackups, readBackup } from './backup-list.ts';
import { checkDatabase, numberOf, readFrom } from './check-database.ts';
import { lastStop } from './clean-stop.ts';
import { removeDurably } from './durable-files.ts';
import { headerVersion } from './header-version.ts';
import { keptFiles } from './kept-files.ts';
import { readThrough } from './make-backup.ts';
import { finishRescue, isEmptyFile, noteGoneJournal, rescue } from './rescue.ts';

/** Whether there is anything to do before the database is opened; after a clean stop there is not. */
export function needsPreparing(file: string): boolean {
  const files = keptFiles(file);
  return (
    [files.running, files.asked, files.rescue].some((path) => existsSync(path)) ||
    hasLeftJournal(file) ||
    ((!existsSync(file) || isEmptyFile(file)) && listBackups(files.backups).length > 0)
  );
}

/** What comes before the database is opened: a rescue that was broken off, a backup that was chosen, the check after an unclean stop. */
export function prepareHistory(file: string, nowMs: number): void {
  const files = keptFiles(file);
  // Of a later program, whose files may mean something else.
  if (headerVersion(file) > latestVersion(migrations)) return;
  finishRescue(files);
  if (existsSync(files.asked)) {
    const chosen = readBackup(files.backups, readFileSync(files.asked, 'utf8'));
    if (chosen !== null && readThrough(join(files.backups, chosen.name)) !== null) {
      rescue(files, 'asked', nowMs, chosen);
    }
    removeDurably(files.asked);
    removeDurably(files.running);
    return;
  }
  const hasBackups = listBackups(files.backups).length > 0;
  if (!existsSync(file)) {
    if (hasBackups) rescue(files, 'gone', nowMs);
    return;
  }
  if (isEmptyFile(file) && hasBackups) {
    rescue(files, 'damaged', nowMs);
    return;
  }
  const stop = lastStop(files.running);
  if (stop === 'clean' && !hasLeftJournal(file)) return;
  const journalGone = stop === 'unclean' && !isEmptyFile(file) && !existsSync(`${file}-wal`);
  // What was met may be what a quick look does not see.
  const checked = checkDatabase(file, stop === 'suspected' ? 'whole' : 'quick');
  if (checked === 'damaged') rescue(files, 'damaged', nowMs);
  else if (checked === 'good' && journalGone) noteGoneJournal(files, newestMomentIn(file), nowMs);
  // What was found is settled; only the next run can leave something to be checked.
  if (checked !== 'cannot-be-checked') removeDurably(files.running);
}

/** After a clean stop there is none: one that lies there may be of another file, and SQLite would write it into this one unasked. */
function hasLeftJournal(file: string): boolean {
  const journal = `${file}-wal`;
  return existsSync(journal) && statSync(journal).size > 0;
}

function newestMomentIn(file: string): number {
  return readFrom(file, (connection) =>
    numberOf(
      connection,
      `SELECT max(coalesce((SELECT max(received_at_ms) FROM inbox), 0),
        coalesce((SELECT max(started_at_ms) FROM calls), 0))`,
    ),
  );
}
