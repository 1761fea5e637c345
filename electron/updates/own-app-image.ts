import { accessSync, constants } from 'node:fs';
import { dirname, isAbsolute, relative } from 'node:path';

/**
 * The file that this program runs from, if it is an AppImage. Its variables are handed down to every program that is started from within
 * one: only where our own executable lies in the mounted image it is ours.
 */
export function ownAppImage(environment: NodeJS.ProcessEnv, executable: string): string | null {
  const { APPIMAGE: file = '', APPDIR: mounted = '' } = environment;
  if (!isAbsolute(file) || !isAbsolute(mounted)) return null;
  const inside = relative(mounted, executable);
  return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside) ? file : null;
}

/**
 * The one that this program may put a newer version in the place of; null: somebody else brings it up to date. On Windows an installer needs
 * an administrator, and nothing tells who wrote the file that names the feed; on macOS what is handed over is installed at once.
 */
export function replaceableAppImage(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  executable: string,
  mayWrite = canWrite,
): string | null {
  const file = platform === 'linux' ? ownAppImage(environment, executable) : null;
  return file !== null && mayWrite(file) && mayWrite(dirname(file)) ? file : null;
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
