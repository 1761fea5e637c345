import type { RescueReport } from '../../../shared/ipc/keeping-contract.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { type DatabaseError, type OpenedDatabase, openDatabase } from '../database.ts';
import { type CleanStop, createCleanStop } from './clean-stop.ts';
import type { KeepingThread } from './keeping-thread.ts';
import { keptFiles } from './kept-files.ts';
import { needsPreparing } from './prepare-history.ts';
import { readRescue } from './rescue.ts';

export interface KeptDatabase extends OpenedDatabase {
  readonly file: string;
  readonly cleanStop: CleanStop;
  /** What was done in place of a database that could not be used, until the person has taken note of it. */
  readonly rescued: RescueReport | null;
}

/** Opens the database, or what the newest good backup and the events of a damaged one make of it. */
export async function openKeptDatabase(
  file: string,
  thread: KeepingThread,
  clock: () => number,
): Promise<Result<KeptDatabase, DatabaseError>> {
  try {
    if (needsPreparing(file)) await thread({ job: 'prepare', file, nowMs: clock() });
    let opened = openDatabase(file);
    if (!opened.ok && isDamaged(opened.error)) {
      await thread({ job: 'rescue', file, nowMs: clock() });
      opened = openDatabase(file);
    }
    return opened.ok ? succeed(kept(file, opened.value)) : opened;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ code: 'storage-failed', reason: 'cannot-be-mended', detail });
  }
}

function kept(file: string, opened: OpenedDatabase): KeptDatabase {
  const files = keptFiles(file);
  const cleanStop = createCleanStop(files.running);
  cleanStop.begin();
  return {
    ...opened,
    file,
    cleanStop,
    rescued: readRescue(files),
    // Before the journal goes: without the file that tells of a run, it is not missed.
    close: () => opened.close(cleanStop.end),
  };
}

function isDamaged({ reason }: DatabaseError): boolean {
  return reason === 'damaged' || reason === 'not-a-database';
}
