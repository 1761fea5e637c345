import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Backup, type RescueReport, rescueReportSchema } from '../../../shared/ipc/keeping-contract.ts';
import { openDatabase } from '../database.ts';
import { latestVersion, migrations } from '../migrations/index.ts';
import { listBackups } from './backup-list.ts';
import { flushFile, flushFolder, removeDurably, writeDurably } from './durable-files.ts';
import { type KeptFiles, partsOf, stampOf } from './kept-files.ts';
import { readThrough } from './make-backup.ts';
import { mendFromItself } from './mend-from-itself.ts';
import { replayEvents } from './replay-events.ts';

/**
 * What takes the place of a database is made beside it first; only then, and after it is written down what is to be done, the
 * three files of the database are moved aside together and the replacement gets their name. A rescue that was broken off, or
 * failed for want of room, so leaves everything as it was or is finished at the next start. Nothing is ever deleted.
 */
const noteSchema = z.object({ state: z.enum(['moving', 'done']), report: rescueReportSchema });

export function rescue(
  files: KeptFiles,
  cause: 'damaged' | 'gone' | 'asked',
  nowMs: number,
  chosen: Backup | null = null,
): RescueReport {
  removeLeftovers(files);
  if (cause === 'damaged' && existsSync(files.database) && mendFromItself(files)) {
    return putInPlace(files, {
      ...{ atMs: nowMs, cause: 'search-damaged', backupAtMs: null, events: 0, eventsRead: 'all', missing: null },
      aside: asideOf('corrupt', nowMs),
    });
  }
  removeLeftovers(files);
  const backup = chosen ?? newestGood(files);
  if (backup !== null) copyFileSync(join(files.backups, backup.name), files.replacement);
  else createEmpty(files.replacement);
  const there = existsSync(files.database);
  const replayed = there ? replayEvents(files.database, files.replacement) : { events: 0, eventsRead: 'none' as const };
  const moved = partsOf(files.database).some((part) => existsSync(part));
  return putInPlace(files, {
    atMs: nowMs,
    cause,
    backupAtMs: backup?.madeAtMs ?? null,
    aside: moved ? asideOf(cause === 'asked' ? 'replaced' : 'corrupt', nowMs) : null,
    ...replayed,
    missing: { fromMs: backup?.madeAtMs ?? null, toMs: nowMs },
  });
}

const asideOf = (why: 'replaced' | 'corrupt', nowMs: number): string => `${why}-${stampOf(nowMs)}`;

function putInPlace(files: KeptFiles, report: RescueReport): RescueReport {
  flushFile(files.replacement);
  writeDurably(files.rescue, JSON.stringify({ state: 'moving', report }));
  finishRescue(files);
  return report;
}

/** Goes on with a rescue that had begun to move files, if there is one. */
export function finishRescue(files: KeptFiles): void {
  const note = readNote(files);
  if (note?.state !== 'moving') return;
  const { report } = note;
  // Without the replacement it has its place already: what lies there is the new database.
  if (existsSync(files.replacement)) {
    if (report.aside !== null) moveAside(files, join(files.folder, report.aside));
    renameSync(files.replacement, files.database);
    flushFolder(files.folder);
  }
  writeDurably(files.rescue, JSON.stringify({ state: 'done', report }));
}

export function noteGoneJournal(files: KeptFiles, fromMs: number, nowMs: number): void {
  const report: RescueReport = {
    ...{ atMs: nowMs, cause: 'journal-gone', backupAtMs: null, aside: null, events: 0, eventsRead: 'none' },
    missing: { fromMs, toMs: nowMs },
  };
  writeDurably(files.rescue, JSON.stringify({ state: 'done', report }));
}

/** Of the last rescue, until the person has taken note of it. */
export function readRescue(files: KeptFiles): RescueReport | null {
  return readNote(files)?.report ?? null;
}

export function rescueNoted(files: KeptFiles): void {
  if (readNote(files)?.state === 'done') removeDurably(files.rescue);
}

function readNote(files: KeptFiles): z.infer<typeof noteSchema> | null {
  if (!existsSync(files.rescue)) return null;
  try {
    return noteSchema.parse(JSON.parse(readFileSync(files.rescue, 'utf8')));
  } catch {
    return null;
  }
}

function moveAside(files: KeptFiles, aside: string): void {
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const part of partsOf(files.database)) {
    if (existsSync(part)) renameSync(part, join(aside, basename(part)));
  }
  flushFolder(aside);
}

/** Of a program that was killed before anything was moved. */
function removeLeftovers({ replacement }: KeptFiles): void {
  for (const part of [...partsOf(replacement), `${replacement}-journal`]) rmSync(part, { force: true });
}

/** One that is damaged itself, empty, or from a later program would be no help. */
function newestGood({ backups }: KeptFiles): Backup | null {
  return (
    listBackups(backups).find(({ name }) => {
      const found = readThrough(join(backups, name));
      return found !== null && found.version > 0 && found.version <= latestVersion(migrations);
    }) ?? null
  );
}

function createEmpty(file: string): void {
  const opened = openDatabase(file);
  if (!opened.ok) throw new Error(opened.error.detail);
  opened.value.close();
}

/** A file without a byte is what a full disk or a broken copy leaves. */
export function isEmptyFile(file: string): boolean {
  return existsSync(file) && statSync(file).size === 0;
}
