import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Backup, backupKinds } from '../../../shared/ipc/keeping-contract.ts';

/** Beside each backup: what was found in it when it was read through, and which file that was. */
export const backupFactsSchema = z.object({
  version: z.int(),
  bytes: z.int(),
  modifiedMs: z.number(),
  calls: z.int(),
  newestCallMs: z.number().nullable(),
});
export type BackupFacts = z.infer<typeof backupFactsSchema>;

const nameForm = new RegExp(
  `^(${backupKinds.join('|')})_(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d{3})Z\\.sqlite$`,
);

export const factsFileOf = (backup: string): string => `${backup}.json`;

/** Newest first. Only finished copies have such names. */
export function listBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => readBackup(folder, name) ?? [])
    .sort((a, b) => b.madeAtMs - a.madeAtMs);
}

export function readBackup(folder: string, name: string): Backup | null {
  const [, kind, day, hour, minute, second, ms] = nameForm.exec(name) ?? [];
  const known = backupKinds.find((one) => one === kind);
  if (known === undefined) return null;
  const madeAtMs = Date.parse(`${day}T${hour}:${minute}:${second}.${ms}Z`);
  const path = join(folder, name);
  try {
    const { size, mtimeMs } = statSync(path);
    const facts = readFacts(path);
    // A file that is another one by now was never read through.
    const verified = facts !== null && facts.bytes === size && facts.modifiedMs === mtimeMs;
    return { name, kind: known, madeAtMs, bytes: size, verified, calls: facts?.calls ?? null };
  } catch {
    return null;
  }
}

function readFacts(backup: string): BackupFacts | null {
  try {
    return backupFactsSchema.parse(JSON.parse(readFileSync(factsFileOf(backup), 'utf8')));
  } catch {
    return null;
  }
}
