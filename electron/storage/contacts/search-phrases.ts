import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';

/** What holds a text in the index: one of these. */
export type Phrases = readonly string[];

/** The index knows groups of three letters. */
const groupLength = 3;
/** A digit begins a hundred groups: opening each takes longer than what is found by the first of them. */
const atOnce = 10;
/** After every character that a group can hold. */
const afterAll = '\u{10ffff}';

// From each group to the next one that is there, past its contacts, which are thousands.
const groupsSql = `
  WITH RECURSIVE groups (term) AS (
    SELECT (SELECT term FROM temp.contact_groups WHERE term >= :from AND term < :to LIMIT 1)
    UNION ALL
    SELECT (SELECT term FROM temp.contact_groups WHERE term >= groups.term || char(1) AND term < :to LIMIT 1)
    FROM groups WHERE groups.term IS NOT NULL
  )
  SELECT term FROM groups WHERE term IS NOT NULL LIMIT ${atOnce}`;

/**
 * Tells by which phrases a text is found, some at once. What is shorter than a group is found by all groups that begin
 * with it; none: nobody has it.
 */
export function createPhraseFinder(connection: Connection): (text: string) => Generator<Phrases, void, undefined> {
  connection.exec(
    'CREATE VIRTUAL TABLE IF NOT EXISTS temp.contact_groups USING fts5vocab(main, contact_search, instance)',
  );
  const selectGroups = connection.prepare(groupsSql);
  return function* (text) {
    const stored = toColumnText(text);
    if ([...stored].length >= groupLength) {
      yield [quoted(stored)];
      return;
    }
    const to = stored + afterAll;
    for (let from = stored; ; ) {
      const groups = selectGroups.all({ from, to }) as readonly { term: string }[];
      if (groups.length > 0) yield groups.map(({ term }) => quoted(term));
      const last = groups.at(-1);
      if (last === undefined || groups.length < atOnce) return;
      from = `${last.term}\u0001`;
    }
  };
}

function quoted(phrase: string): string {
  return `"${phrase.replaceAll('"', '""')}"`;
}
