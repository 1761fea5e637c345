import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Its /etc is the computer's with a folder of ours over it, for this process and what it starts; nobody else's changes. */
const overlay = (folder: string) => `mount -t overlay overlay -o lowerdir="${folder}":/etc /etc`;

/** Null: a program can be given a system of its own; else why not. */
export function whyNoOwnSystem(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root writes what is for the whole computer';
  const folder = temporaryFolder('etc');
  const may = spawnSync('unshare', ['-m', 'sh', '-c', overlay(folder)], { timeout: 5_000 });
  return may.status === 0 ? null : 'this system lets nobody lay a folder over another';
}

/** A program that starts another one on a computer with this administrator's file. */
export function inOwnSystem(executable: string, content: ProvisioningFile): string {
  const etc = temporaryFolder('etc');
  mkdirSync(join(etc, 'dialdesk'), { mode: 0o755 });
  writeFileSync(join(etc, 'dialdesk', 'provisioning.json'), JSON.stringify(content), { mode: 0o644 });
  const starter = join(temporaryFolder('starter'), 'start.sh');
  const inside = `${overlay(etc)} && exec "$0" "$@"`;
  writeFileSync(starter, `#!/bin/sh\nexec unshare -m sh -c '${inside}' "${executable}" "$@"\n`, { mode: 0o755 });
  return starter;
}
