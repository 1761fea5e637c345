import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ipcMain } from 'electron';
import Store from 'electron-store';
import type { Log } from '../logging/log.ts';

type Json = Record<string, unknown>;

/** A small JSON file in the user-data folder, written atomically (electron-store), readable by its owner only. */
export interface JsonFile {
  read(): Json;
  write(content: Json): void;
  /** Leaves what it holds now in a file beside it, for a person to look at. */
  keepCopy(): void;
}

/** A file that is no JSON object is moved aside, never deleted, and an empty one takes its place. */
export function openJsonFile(folder: string, name: string, log: Log): JsonFile {
  const path = join(folder, `${name}.json`);
  if (existsSync(path) && !holdsJsonObject(path)) {
    const aside = join(folder, `${name}.unreadable-${Date.now()}.json`);
    renameSync(path, aside);
    log.error('A settings file could not be read and was moved aside', { file: `${name}.json` });
  }
  const store = new Store<Json>({ cwd: folder, name, configFileMode: 0o600, accessPropertiesByDotNotation: false });
  // electron-store answers a channel of its own for use in pages; ours has a single guarded router.
  ipcMain.removeAllListeners('electron-store-get-data');
  return {
    read: () => ({ ...store.store }),
    write: (content) => {
      store.store = content;
    },
    keepCopy() {
      if (!existsSync(path)) return;
      const copy = join(folder, `${name}.partly-unreadable-${Date.now()}.json`);
      copyFileSync(path, copy);
      chmodSync(copy, 0o600);
      log.warn('A settings file was kept beside before it is written over', { file: `${name}.json` });
    },
  };
}

function holdsJsonObject(path: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
