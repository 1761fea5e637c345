import { firstKeyAt, movedMs, storedIdHash, toIdValue } from '../calls/id-columns.ts';
import { packFacts } from '../calls/packed-facts.ts';
import { fromColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import type { Migration } from './migration.ts';

/** The number of the other party of a call, without zeros at the beginning. */
const party = (row: string) => `ltrim(replace(replace(
  CASE (SELECT direction FROM call_kinds WHERE key = ${row}.kind_key)
    WHEN 'inbound' THEN ${row}.caller ELSE ${row}.callee END, '+', ''), ' ', ''), '0')`;

const addUse = (row: string) => `
  INSERT INTO number_usage (ending, significant, calls, last_at_ms)
    SELECT substr(number, -7), number, 1, ${row}.started_at_ms FROM (SELECT ${party(row)} AS number) WHERE number <> ''
    ON CONFLICT DO UPDATE SET calls = calls + 1, last_at_ms = max(last_at_ms, excluded.last_at_ms);`;

/**
 * A call in less than half of the bytes, and found by an index of its own.
 *
 * `calls`: `key` is the moment of its start, or the next that no other call has, so that the newest calls have the highest keys; `moved_ms`
 * is what the start lies beside that, mostly nothing. `id` is a UUID as sixteen bytes, or any other text. The hashes find calls by the ids of
 * the PBX, which are in the facts; further ones are in `call_more_ids`. `facts`: see call-facts.ts and packed-facts.ts.
 * `call_kinds`: what many calls have in common, and how many they are. `call_words`: trunks.
 * `call_search`: see search-document.ts; it is filled by what reads it.
 */
export const compactCalls: Migration = {
  version: 10,
  sql: `
    DROP TRIGGER call_added;
    DROP TRIGGER call_party_changed;
    DROP INDEX calls_newest;
    DROP INDEX calls_originated;
    DROP INDEX calls_unfinished;
    DROP INDEX call_work_awaiting;
    DROP INDEX call_work_due;
    ALTER TABLE calls RENAME TO calls_before;
    ALTER TABLE call_work RENAME TO call_work_before;

    CREATE TABLE call_kinds (
      key INTEGER PRIMARY KEY,
      profile_key INTEGER NOT NULL REFERENCES profiles (key),
      direction TEXT NOT NULL,
      disposition TEXT,
      originated_here INTEGER NOT NULL,
      calls INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE call_words (
      key INTEGER PRIMARY KEY,
      word TEXT NOT NULL UNIQUE
    );
    CREATE TABLE calls (
      key INTEGER PRIMARY KEY,
      moved_ms INTEGER NOT NULL DEFAULT 0,
      started_at_ms INTEGER GENERATED ALWAYS AS (key + moved_ms) VIRTUAL,
      id BLOB NOT NULL,
      kind_key INTEGER NOT NULL REFERENCES call_kinds (key),
      ended INTEGER NOT NULL,
      caller TEXT NOT NULL,
      callee TEXT NOT NULL,
      trunk_key INTEGER REFERENCES call_words (key),
      talk_seconds REAL,
      originated_hash INTEGER,
      pbx_hash INTEGER,
      facts BLOB NOT NULL
    );
    CREATE INDEX calls_id ON calls (substr(id, -6));
    CREATE INDEX calls_originated ON calls (originated_hash) WHERE originated_hash IS NOT NULL;
    CREATE INDEX calls_pbx ON calls (pbx_hash) WHERE pbx_hash IS NOT NULL;
    CREATE INDEX calls_unfinished ON calls (key) WHERE ended = 0;

    CREATE TABLE call_more_ids (
      call_key INTEGER NOT NULL REFERENCES calls (key) ON DELETE CASCADE ON UPDATE CASCADE,
      pbx_hash INTEGER NOT NULL,
      PRIMARY KEY (call_key, pbx_hash)
    ) WITHOUT ROWID;
    CREATE INDEX call_more_ids_hash ON call_more_ids (pbx_hash);

    CREATE TABLE call_work (
      call_key INTEGER PRIMARY KEY REFERENCES calls (key) ON DELETE CASCADE ON UPDATE CASCADE,
      note TEXT NOT NULL DEFAULT '',
      outcome TEXT,
      tags TEXT NOT NULL DEFAULT '[]',
      awaits_outcome INTEGER NOT NULL DEFAULT 0,
      follow_up_at_ms INTEGER,
      follow_up_done_at_ms INTEGER,
      changed_at_ms INTEGER NOT NULL
    );
    CREATE INDEX call_work_awaiting ON call_work (call_key) WHERE awaits_outcome = 1;
    CREATE INDEX call_work_due ON call_work (follow_up_at_ms)
      WHERE follow_up_at_ms IS NOT NULL AND follow_up_done_at_ms IS NULL;

    CREATE VIRTUAL TABLE call_search USING fts5 (
      text, party, kind, trunk, queue, marks, outcome,
      content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1'
    );
    CREATE TABLE call_search_state (version INTEGER NOT NULL);
    INSERT INTO call_search_state VALUES (0);
  `,
  carryOver,
};

const afterwards = `
  DROP TABLE call_pbx_ids;
  DROP TABLE call_work_before;
  DROP TABLE calls_before;

  CREATE TRIGGER call_added AFTER INSERT ON calls BEGIN
    UPDATE call_kinds SET calls = calls + 1 WHERE key = new.kind_key;
    ${addUse('new')}
  END;
  CREATE TRIGGER call_removed AFTER DELETE ON calls BEGIN
    UPDATE call_kinds SET calls = calls - 1 WHERE key = old.kind_key;
    DELETE FROM call_search WHERE rowid = old.key;
  END;
  CREATE TRIGGER call_kind_changed AFTER UPDATE OF kind_key ON calls WHEN old.kind_key <> new.kind_key BEGIN
    UPDATE call_kinds SET calls = calls - 1 WHERE key = old.kind_key;
    UPDATE call_kinds SET calls = calls + 1 WHERE key = new.kind_key;
  END;
  CREATE TRIGGER call_party_changed AFTER UPDATE OF caller, callee, kind_key ON calls
    WHEN ${party('new')} <> ${party('old')} BEGIN
    UPDATE number_usage SET calls = calls - 1
      WHERE ending = substr(${party('old')}, -7) AND significant = ${party('old')};
    ${addUse('new')}
  END;
`;

interface OldRow {
  readonly key: number;
  readonly id: string;
  readonly profile_key: number;
  readonly started_at_ms: number;
  readonly caller: string;
  readonly callee: string;
  readonly direction: string;
  readonly originated_here: number;
  readonly originated_call_id: string | null;
  readonly ended: number;
  readonly disposition: string | null;
  readonly talk_seconds: number | null;
  readonly trunk_name: string | null;
  readonly facts: string;
  readonly pbx_ids: string;
}

/** One row at a time, oldest first; nothing of a row is interpreted but what has another place now. */
function carryOver(connection: Connection): void {
  const insert = connection.prepare(`
    INSERT INTO calls (key, moved_ms, id, kind_key, ended, caller, callee, trunk_key, talk_seconds,
      originated_hash, pbx_hash, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertMore = connection.prepare(
    'INSERT INTO call_more_ids (call_key, pbx_hash) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const copyWork = connection.prepare(`
    INSERT INTO call_work SELECT ?, note, outcome, tags, awaits_outcome, follow_up_at_ms, follow_up_done_at_ms,
      changed_at_ms FROM call_work_before WHERE call_key = ?`);
  const kindOf = numbered(connection, 'call_kinds (profile_key, direction, disposition, originated_here)', 4);
  const wordOf = numbered(connection, 'call_words (word)', 1);
  const selectPbxIds = 'SELECT json_group_array(pbx_call_id) FROM pbx_ids_before WHERE call_key = c.key';
  connection.exec('CREATE TEMP TABLE pbx_ids_before AS SELECT call_key, pbx_call_id FROM call_pbx_ids');
  connection.exec('CREATE INDEX temp.pbx_ids_before_call ON pbx_ids_before (call_key, pbx_call_id)');
  const rows = connection
    .prepare(`SELECT c.*, (${selectPbxIds}) AS pbx_ids FROM calls_before AS c ORDER BY started_at_ms, id`)
    .iterate() as IterableIterator<OldRow>;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const key = Math.max(last + 1, firstKeyAt(row.started_at_ms));
    last = key;
    const [first = null, ...more] = (JSON.parse(row.pbx_ids) as string[]).map(storedIdHash);
    insert.run(
      key,
      movedMs(key, row.started_at_ms),
      toIdValue(fromColumnText(row.id)),
      kindOf(row.profile_key, row.direction, row.disposition, row.originated_here),
      row.ended,
      row.caller,
      row.callee,
      row.trunk_name === null ? null : wordOf(row.trunk_name),
      row.talk_seconds,
      row.originated_call_id === null ? null : storedIdHash(row.originated_call_id),
      first,
      packFacts(withOriginatedId(row)),
    );
    for (const one of more) insertMore.run(key, one);
    copyWork.run(key, row.key);
  }
  connection.exec('DROP TABLE temp.pbx_ids_before');
  connection.exec('UPDATE call_kinds SET calls = (SELECT count(*) FROM calls WHERE kind_key = call_kinds.key)');
  connection.exec(afterwards);
}

/** The id has no column of its own any more. What cannot be read stays so. */
function withOriginatedId({ facts, originated_call_id }: OldRow): string {
  if (originated_call_id === null || !facts.startsWith('{')) return facts;
  const rest = facts.slice(1);
  return `{"g":${JSON.stringify(fromColumnText(originated_call_id))}${rest === '}' ? '' : ','}${rest}`;
}

/** Gives each different list of values a number: the key of a row of its own. */
function numbered(connection: Connection, columns: string, count: number) {
  const insert = connection.prepare(`INSERT INTO ${columns} VALUES (${Array(count).fill('?').join()}) RETURNING key`);
  const known = new Map<string, number>();
  return (...values: readonly (string | number | null)[]): number => {
    const name = JSON.stringify(values);
    const key = known.get(name) ?? (insert.get(...values) as { key: number }).key;
    known.set(name, key);
    return key;
  };
}
