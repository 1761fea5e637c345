import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Returns once the disk has it. */
export function flushFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Names in a folder are on the disk only after this; Windows has no such thing. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The old content or the new one, never a part, whenever the power fails. */
export function writeDurably(path: string, text: string): void {
  const unfinished = `${path}.unfinished`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  flushFile(unfinished);
  renameSync(unfinished, path);
  flushFolder(dirname(path));
}

export function removeDurably(path: string): void {
  rmSync(path, { force: true });
  flushFolder(dirname(path));
}
