import { closeSync, openSync, readSync } from 'node:fs';

/** Where the header holds `user_version`, sqlite.org/fileformat.html. */
const versionAt = 60;

/** The version that the file itself tells, without opening it as a database, which may write; 0 where it tells none. */
export function headerVersion(file: string): number {
  const header = Buffer.alloc(versionAt + 4);
  try {
    const handle = openSync(file, 'r');
    try {
      const read = readSync(handle, header, 0, header.length, 0);
      const isDatabase = read === header.length && header.toString('latin1', 0, 15) === 'SQLite format 3';
      return isDatabase ? header.readInt32BE(versionAt) : 0;
    } finally {
      closeSync(handle);
    }
  } catch {
    return 0;
  }
}
