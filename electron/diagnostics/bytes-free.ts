import { statfs } from 'node:fs/promises';

/** What a folder's disk has left for us; null where the system does not tell. */
export async function bytesFree(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
