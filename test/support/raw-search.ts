import { existsSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { searchText } from '../../shared/domain/contact/search-text.ts';
import { foldText } from '../../shared/domain/fold.ts';
import { manyContacts } from './many-contacts.ts';

/** What any search of calls is measured beside: one table with number and name, and the trigram index that SQLite brings. */
export interface RawSearch {
  /** As many rows as a page has, the newest first. */
  find(text: string): number;
  readonly bytesPerCall: number;
  close(): void;
}

const atOnce = 10_000;

/** Made once of the calls of a seeded history, and kept beside it. */
export function rawSearch(
  history: string,
  file: string,
  seed: { readonly contacts: number; readonly seed: number },
): RawSearch {
  const isNew = !existsSync(file);
  const raw = new DatabaseSync(file);
  raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768');
  if (isNew) fill(raw, history, seed);
  const select = raw.prepare(
    'SELECT c.* FROM found AS f CROSS JOIN calls AS c ON c.id = f.rowid WHERE found MATCH ? ORDER BY f.rowid DESC LIMIT 40',
  );
  const newest = raw.prepare('SELECT * FROM calls ORDER BY id DESC LIMIT 40');
  const numberOf = (pragma: string) => Number(Object.values(raw.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
  const { calls } = raw.prepare('SELECT count(*) AS calls FROM calls').get() as { calls: number };
  return {
    find: (text) => (text === '' ? newest.all() : select.all(`"${foldText(text).replace(/^0+/, '')}"`)).length,
    bytesPerCall: (numberOf('page_count') * numberOf('page_size')) / calls,
    close: () => raw.close(),
  };
}

function fill(
  raw: DatabaseSyncInstance,
  history: string,
  { contacts, seed }: { readonly contacts: number; readonly seed: number },
) {
  raw.exec(`
    CREATE TABLE calls (id INTEGER PRIMARY KEY, number TEXT NOT NULL, name TEXT NOT NULL);
    CREATE VIRTUAL TABLE found USING fts5 (number, name, content = 'calls', content_rowid = 'id', tokenize = 'trigram');
    CREATE TRIGGER called AFTER INSERT ON calls BEGIN
      INSERT INTO found (rowid, number, name) VALUES (new.id, new.number, new.name);
    END`);
  const names = new Map<string, string>();
  for (const draft of manyContacts(contacts, seed)) {
    for (const { written } of draft.numbers) names.set(written.slice(-7), searchText(draft).name.trim());
  }
  const from = new DatabaseSync(history);
  const select =
    from.prepare(`SELECT key, CASE WHEN length(caller) > length(callee) THEN caller ELSE callee END AS number
    FROM calls WHERE key > ? ORDER BY key LIMIT ${atOnce}`);
  const insert = raw.prepare('INSERT INTO calls (number, name) VALUES (?, ?)');
  for (let after = 0; ; ) {
    const rows = select.all(after) as readonly { readonly key: number; readonly number: string }[];
    raw.exec('BEGIN');
    for (const { number } of rows) insert.run(number, names.get(number.slice(-7)) ?? '');
    raw.exec('COMMIT');
    const last = rows.at(-1);
    if (last === undefined || rows.length < atOnce) break;
    after = last.key;
  }
  from.close();
  raw.exec("INSERT INTO found (found) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE)");
}
