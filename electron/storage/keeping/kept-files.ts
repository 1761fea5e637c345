import { dirname, join } from 'node:path';

/** Where everything lies that belongs to a database and to its keeping. */
export interface KeptFiles {
  readonly database: string;
  readonly folder: string;
  readonly backups: string;
  /** There while the program has the database open: one that is there at the start tells of an unclean stop. */
  readonly running: string;
  /** The backup that a person chose, for the next start. */
  readonly asked: string;
  /** What takes the place of the database, until it does. */
  readonly replacement: string;
  /** What was done, or is being done, in place of a database that could not be used. */
  readonly rescue: string;
}

export function keptFiles(database: string): KeptFiles {
  const folder = dirname(database);
  return {
    database,
    folder,
    backups: join(folder, 'backups'),
    running: `${database}.running`,
    asked: `${database}.restore`,
    replacement: `${database}.replacement`,
    rescue: `${database}.rescue.json`,
  };
}

/** A database, its journal and the index of that. They belong together: one without the others is another database. */
export const partsOf = (database: string): readonly string[] => [database, `${database}-wal`, `${database}-shm`];

/** For names of files, which cannot hold colons everywhere: `2026-11-22T14-40-03-120Z`. */
export function stampOf(ms: number): string {
  return new Date(ms).toISOString().replace(/[:.]/g, '-');
}
