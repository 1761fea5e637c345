import type { Connection } from '../database.ts';

/** All groups that begin with a text shorter than a group; null: more than are worth opening, since nearly every call has one. */
export type GroupsBeginning = (text: string) => readonly string[] | null;

const mostGroups = 60;
/** After every character that a group can hold. */
const afterAll = '\u{10ffff}';

// From each group to the next one that is there, past its calls, which are thousands.
const groupsSql = `
  WITH RECURSIVE groups (term) AS (
    SELECT (SELECT term FROM temp.call_groups WHERE term >= :from AND term < :to LIMIT 1)
    UNION ALL
    SELECT (SELECT term FROM temp.call_groups WHERE term >= groups.term || char(1) AND term < :to LIMIT 1)
    FROM groups WHERE groups.term IS NOT NULL
  )
  SELECT term FROM groups WHERE term IS NOT NULL LIMIT ${mostGroups + 1}`;

export function createGroupsBeginning(connection: Connection): GroupsBeginning {
  connection.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.call_groups USING fts5vocab(main, call_search, instance)');
  const select = connection.prepare(groupsSql);
  return (text) => {
    const groups = select.all({ from: text, to: text + afterAll }) as readonly { term: string }[];
    return groups.length > mostGroups ? null : groups.map(({ term }) => term);
  };
}
