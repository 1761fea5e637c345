import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file piece by piece beside its place and moves it there when it is whole: whatever stood there before stays until
 * then, also when it fails or is given up half-way. False when it was given up.
 */
export async function writeWhole(
  path: string,
  pieces: AsyncIterable<string>,
  isGivenUp: () => boolean,
): Promise<boolean> {
  const partial = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.partial`);
  try {
    // Names and numbers of people are for the owner's eyes.
    const file = await open(partial, 'wx', 0o600);
    try {
      for await (const piece of pieces) {
        if (isGivenUp()) return false;
        await file.write(piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    return true;
  } finally {
    await rm(partial, { force: true });
  }
}
