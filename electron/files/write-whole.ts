import { randomUUID } from 'node:crypto';
import { copyFile, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file piece by piece beside its place and moves it there when it is whole: whatever stood there before stays until
 * then, also when it fails or is given up half-way. False when it was given up.
 */
export function writeWhole(path: string, pieces: AsyncIterable<string>, isGivenUp: () => boolean): Promise<boolean> {
  return inItsPlace(path, async (partial) => {
    // Names and numbers of people are for the owner's eyes.
    const file = await open(partial, 'wx', 0o600);
    try {
      for await (const piece of pieces) {
        if (isGivenUp()) return false;
        // All of it: a single `write` may take a part only, as on a disk that is just full.
        await file.appendFile(piece);
      }
      await file.sync();
      return true;
    } finally {
      await file.close();
    }
  });
}

/** The same with what another file holds. */
export async function copyWhole(from: string, path: string): Promise<void> {
  await inItsPlace(path, async (partial) => {
    await copyFile(from, partial);
    return true;
  });
}

async function inItsPlace(path: string, write: (partial: string) => Promise<boolean>): Promise<boolean> {
  const partial = join(dirname(path), `${beginningOf(path)}${randomUUID().slice(0, 8)}${ending}`);
  try {
    if (!(await write(partial))) return false;
    await rename(partial, path);
    return true;
  } finally {
    await rm(partial, { force: true });
  }
}

/** What is left of files for this place whose writer was killed. */
export async function removePartials(path: string): Promise<void> {
  const beginning = beginningOf(path);
  const isLeft = (name: string) =>
    name.startsWith(beginning) && name.endsWith(ending) && name.length === beginning.length + 8 + ending.length;
  const folder = dirname(path);
  for (const name of (await readdir(folder)).filter(isLeft)) await rm(join(folder, name), { force: true });
}

const ending = '.partial';

function beginningOf(path: string): string {
  return `.${basename(path)}.`;
}
