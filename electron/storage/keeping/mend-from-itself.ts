import { copyFileSync, existsSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { fillIndex } from '../calls/fill-index.ts';
import { fillContactSearch } from '../contacts/fill-contact-search.ts';
import type { Connection } from '../database.ts';
import { type KeptFiles, partsOf } from './kept-files.ts';

/** What FTS5 keeps a virtual table in. */
const shadows = ['data', 'idx', 'content', 'docsize', 'config'] as const;
/** More than a database can have pages that nothing refers to any more. */
const mostProblems = 1_000_000_000;

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

/**
 * Makes the replacement out of the damaged database alone, where nothing but indexes and searches are damaged: those are made anew of
 * what they were made of, and nothing is missing. False: something else is damaged, or there is no room; the replacement is of no use then.
 */
export function mendFromItself({ database, replacement }: KeptFiles): boolean {
  try {
    const to = partsOf(replacement);
    for (const [at, part] of partsOf(database).slice(0, 2).entries()) {
      if (existsSync(part)) copyFileSync(part, to[at] ?? '');
    }
    const connection = new DatabaseSync(replacement);
    try {
      return mend(connection);
    } finally {
      connection.close();
    }
  } catch {
    return false;
  }
}

function mend(connection: Connection): boolean {
  connection.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
  const schema = connection
    .prepare('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL')
    .all() as unknown as readonly SchemaRow[];
  const searches = schema.filter(({ sql }) => /^CREATE VIRTUAL TABLE/i.test(sql));
  const indexes = schema.filter(({ type }) => type === 'index');
  const parts = searches.flatMap(({ name }) => [name, ...shadows.map((shadow) => `${name}_${shadow}`)]);
  leaveOut(connection, [...parts, ...indexes.map(({ name }) => name)]);
  if (problemsOf(connection, 'quick_check').some((problem) => !isLeftOver(problem))) return false;
  // Writes what is referred to, and nothing else.
  connection.exec('VACUUM');
  for (const { sql } of [...indexes, ...searches]) connection.exec(sql);
  connection.exec('UPDATE call_search_state SET version = 0');
  fillIndex(connection);
  fillContactSearch(connection);
  return problemsOf(connection, 'integrity_check').length === 0;
}

/** By their names alone: what is damaged cannot be dropped, since dropping reads it. */
function leaveOut(connection: Connection, names: readonly string[]): void {
  connection.enableDefensive(false);
  connection.exec('PRAGMA writable_schema = ON');
  connection
    .prepare('DELETE FROM sqlite_schema WHERE name IN (SELECT value FROM json_each(?))')
    .run(JSON.stringify(names));
  connection.exec('PRAGMA writable_schema = RESET');
  connection.enableDefensive(true);
}

function problemsOf(connection: Connection, check: 'quick_check' | 'integrity_check'): readonly string[] {
  const rows = connection.prepare(`PRAGMA ${check}(${mostProblems})`).all() as readonly Record<string, unknown>[];
  return rows.flatMap((row) => String(row[check]).split('\n')).filter((problem) => problem !== 'ok');
}

/** Pages of what was left out. */
function isLeftOver(problem: string): boolean {
  return /^Page \d+: never used$/.test(problem) || problem.startsWith('*** in database ');
}
