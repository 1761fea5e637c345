import { existsSync } from 'node:fs';
import { shell } from 'electron';

/** Shows a folder of ours in the file manager; false where there is none, or nothing to show it with. */
export async function openFolder(path: string): Promise<boolean> {
  return existsSync(path) && (await shell.openPath(path)) === '';
}
