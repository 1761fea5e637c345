import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenedDatabase, openDatabase } from '../../electron/storage/database.ts';
import type { UnreadableRow } from '../../electron/storage/unreadable-row.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface TemporaryDatabase extends OpenedDatabase {
  readonly folder: string;
  readonly file: string;
  readonly unreadable: UnreadableRow[];
  readonly reportUnreadableRow: (row: UnreadableRow) => void;
  /** Closes it and removes its folder. */
  remove(): void;
}

export function mustOpen(file: string): OpenedDatabase {
  const opened = openDatabase(file);
  if (!opened.ok) throw new Error(`${opened.error.reason}: ${opened.error.detail}`);
  return opened.value;
}

export function temporaryDatabase(): TemporaryDatabase {
  const folder = temporaryFolder('dialdesk-storage');
  const file = join(folder, 'dialdesk.db');
  const database = mustOpen(file);
  const unreadable: UnreadableRow[] = [];
  return {
    ...database,
    folder,
    file,
    unreadable,
    reportUnreadableRow: (row) => unreadable.push(row),
    remove() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
