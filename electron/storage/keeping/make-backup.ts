import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Backup, BackupKind, BackupProblem } from '../../../shared/ipc/keeping-contract.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Connection } from '../database.ts';
import { storageProblem } from '../storage-problem.ts';
import { type BackupFacts, factsFileOf, listBackups, readBackup } from './backup-list.ts';
import { superfluous } from './backup-rotation.ts';
import { isSound, numberOf, readFrom } from './check-database.ts';
import { flushFile, flushFolder, writeDurably } from './durable-files.ts';
import { type KeptFiles, keptFiles, partsOf, stampOf } from './kept-files.ts';

export interface BackupOrder {
  readonly file: string;
  readonly kind: BackupKind;
  readonly nowMs: number;
}

/** How much larger than the database the room on the disk must be: nobody is helped by a copy that fills the disk. */
const roomFactor = 2;
const unfinished = '.unfinished';

/** Where a backup grows until it was read through. */
export function growingFile({ file, kind, nowMs }: BackupOrder): string {
  return `${targetOf(file, kind, nowMs)}${unfinished}`;
}

const targetOf = (file: string, kind: BackupKind, nowMs: number): string =>
  join(keptFiles(file).backups, `${kind}_${stampOf(nowMs)}.sqlite`);

export function makeBackup(order: BackupOrder): Result<Backup, BackupProblem> {
  try {
    return readFrom(order.file, (connection) => copyFrom(connection, order));
  } catch (error) {
    return fail(toProblem(error));
  }
}

/** A copy gets its name only after it was read through and is on the disk, so that what is listed can be used. */
export function copyFrom(
  connection: Connection,
  { file, kind, nowMs }: BackupOrder,
  freeBytes: (folder: string) => number = bytesFree,
): Result<Backup, BackupProblem> {
  const files = keptFiles(file);
  const target = targetOf(file, kind, nowMs);
  const growing = `${target}${unfinished}`;
  try {
    mkdirSync(files.backups, { recursive: true, mode: 0o700 });
    dropUnfinished(files);
    const neededBytes = roomFactor * bytesOf(file);
    const free = freeBytes(files.backups);
    if (free < neededBytes) return fail({ problem: 'no-room', neededBytes, freeBytes: free });
    connection.prepare('VACUUM INTO ?').run(growing);
    const found = readThrough(growing);
    if (found === null) return fail({ problem: 'damaged' });
    flushFile(growing);
    renameSync(growing, target);
    flushFolder(files.backups);
    const { size, mtimeMs } = statSync(target);
    writeDurably(factsFileOf(target), JSON.stringify({ ...found, bytes: size, modifiedMs: mtimeMs }));
    rotate(files);
    const made = readBackup(files.backups, basename(target));
    return made === null ? fail({ problem: 'failed', reason: target }) : succeed(made);
  } catch (error) {
    rmSync(growing, { force: true });
    return fail(toProblem(error));
  }
}

/** What the whole of a backup says; null when it cannot be relied on. */
export function readThrough(backup: string): Pick<BackupFacts, 'version' | 'calls' | 'newestCallMs'> | null {
  try {
    return readFrom(backup, (copy) => {
      if (!isSound(copy)) return null;
      const calls = numberOf(copy, 'SELECT count(*) FROM calls');
      return {
        version: numberOf(copy, 'PRAGMA user_version'),
        calls,
        newestCallMs: calls === 0 ? null : numberOf(copy, 'SELECT max(started_at_ms) FROM calls'),
      };
    });
  } catch {
    return null;
  }
}

/** What a program that was killed left behind. */
function dropUnfinished({ backups }: KeptFiles): void {
  for (const name of readdirSync(backups)) {
    if (name.includes(unfinished)) rmSync(join(backups, name), { force: true });
  }
}

function rotate({ backups }: KeptFiles): void {
  for (const { name } of superfluous(listBackups(backups))) {
    rmSync(join(backups, name), { force: true });
    rmSync(factsFileOf(join(backups, name)), { force: true });
  }
}

function bytesOf(file: string): number {
  return partsOf(file)
    .filter((part) => !part.endsWith('-shm') && existsSync(part))
    .reduce((bytes, part) => bytes + statSync(part).size, 0);
}

function bytesFree(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function toProblem(error: unknown): BackupProblem {
  const problem = storageProblem(error);
  if (problem === 'damaged') return { problem: 'damaged' };
  if (problem === 'full') return { problem: 'no-room', neededBytes: null, freeBytes: null };
  return { problem: 'failed', reason: error instanceof Error ? error.message : String(error) };
}
