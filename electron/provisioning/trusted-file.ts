import { realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

const root = 0;
const othersMayWrite = 0o022;
const sticky = 0o1000;

/**
 * Whether nobody but the administrator can have written the file for the whole computer: it and every folder above it belong to root, who
 * alone writes there. (In a folder such as /tmp nobody moves what is somebody else's.) Windows does not say this in modes; there the
 * administrator sees to it.
 */
export function isTrusted(path: string, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return true;
  const real = realpathSync(path);
  if (!isRootsAlone(statSync(real))) return false;
  for (let folder = dirname(real); ; folder = dirname(folder)) {
    const stats = statSync(folder);
    const kept = stats.uid === root && (stats.mode & sticky) !== 0;
    if (!kept && !isRootsAlone(stats)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function isRootsAlone({ uid, mode }: Stats): boolean {
  return uid === root && (mode & othersMayWrite) === 0;
}

/** Whether a file of this person's was written by them or the administrator, and by nobody else. */
export function isOwnersAlone({ uid, mode }: Stats, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return true;
  return (uid === root || uid === process.getuid?.()) && (mode & othersMayWrite) === 0;
}
