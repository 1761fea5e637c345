import type { RescueReport } from '../../../shared/ipc/keeping-contract.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { needsFilling } from '../calls/fill-index.ts';
import { type DatabaseError, type OpenedDatabase, openDatabase } from '../database.ts';
import { canBeRead } from './check-database.ts';
import { type CleanStop, createCleanStop } from './clean-stop.ts';
import type { KeepingThread } from './keeping-thread.ts';
import { keptFiles } from './kept-files.ts';
import { needsPreparing } from './prepare-history.ts';
import { readRescue } from './rescue.ts';
import { needsUpdate } from './update-database.ts';

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
  /** The thread has work that may take a while. */
  onWork: () => void = () => undefined,
): Promise<Result<KeptDatabase, DatabaseError>> {
  const atWork: KeepingThread = (job) => {
    onWork();
    return thread(job);
  };
  try {
    if (needsPreparing(file)) await atWork({ job: 'prepare', file, nowMs: clock() });
    let opened = await openUpdated(file, atWork);
    if (!opened.ok && isDamaged(opened.error)) {
      await atWork({ job: 'rescue', file, nowMs: clock() });
      opened = await openUpdated(file, atWork);
    }
    return opened.ok ? succeed(kept(file, opened.value)) : opened;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ code: 'storage-failed', reason: 'cannot-be-mended', detail });
  }
}

/** The copy before an update and the update itself read and write all of it: apart, so that the start can be seen meanwhile. */
async function openUpdated(file: string, thread: KeepingThread): Promise<Result<OpenedDatabase, DatabaseError>> {
  const updated = needsUpdate(file) ? await thread({ job: 'update', file }) : succeed(null);
  if (!updated.ok) return updated;
  let opened = openReadable(file);
  // Of a program whose search was made by other rules, or of an update that was broken off.
  if (opened.ok && needsFilling(opened.value.connection)) {
    opened.value.close();
    const filled = await thread({ job: 'update', file });
    if (!filled.ok) return filled;
    opened = openReadable(file);
  }
  return opened.ok ? succeed({ ...opened.value, notCopied: updated.value ?? opened.value.notCopied }) : opened;
}

function openReadable(file: string): Result<OpenedDatabase, DatabaseError> {
  const opened = openDatabase(file);
  if (!opened.ok || canBeRead(opened.value.connection)) return opened;
  opened.value.connection.close();
  return fail({ code: 'storage-failed', reason: 'damaged', detail: 'A table cannot be read' });
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
