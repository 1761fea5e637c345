import { z } from 'zod';
import { contactSources } from '../../../shared/domain/contact/contact.ts';
import { type MatchRank, matchRanks, type RankMatch } from '../../../shared/domain/contact/contact-query.ts';
import { fromColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { notDone } from './contact-row.ts';
import type { Candidate, SearchScope } from './search-candidates.ts';

/** The contacts that were called last and most, in memory: what comes first of them is known only when all are looked at. */
export interface UsedContacts {
  /** Of each rank but the best as many as are wanted, in the order of their weight; those that fit exactly are known otherwise. */
  matching(scope: SearchScope, rank: RankMatch): readonly Candidate[];
  /** Contacts of more weight are all here, and no others. */
  floor(): number;
}

/** More changes than that, as an import makes, are read anew. */
const mostChanged = 1000;

const rowSchema = z.object({
  key: z.int(),
  haystack: z.string().transform(fromColumnText),
  weight: z.number(),
  import_key: z.number(),
  replaced_in: z.number(),
  profile_key: z.number(),
  source: z.enum(contactSources),
});
type Row = z.infer<typeof rowSchema>;

const columns = 'c.key, c.haystack, c.weight, c.import_key, c.replaced_in, c.profile_key, c.source';
// What calls and imports do to the rows of others is noted by the database, in the same transaction.
const noteChanges = `
  CREATE TEMP TABLE IF NOT EXISTS used_changed (key INTEGER PRIMARY KEY);
  CREATE TEMP TRIGGER IF NOT EXISTS used_contact_changed
    AFTER UPDATE OF haystack, weight, import_key, replaced_in ON main.contacts WHEN new.weight > 0 OR old.weight > 0
    BEGIN INSERT INTO used_changed (key) VALUES (new.key) ON CONFLICT DO NOTHING; END;
  CREATE TEMP TRIGGER IF NOT EXISTS used_contact_removed AFTER DELETE ON main.contacts WHEN old.weight > 0
    BEGIN INSERT INTO used_changed (key) VALUES (old.key) ON CONFLICT DO NOTHING; END`;

export function createUsedContacts(connection: Connection, mostUsed: number): UsedContacts {
  connection.exec(noteChanges);
  const selectAll = connection.prepare(
    `SELECT ${columns} FROM contacts AS c WHERE c.weight > 0 ORDER BY c.weight DESC LIMIT ${mostUsed + 1}`,
  );
  const selectSome = connection.prepare(
    `SELECT ${columns} FROM json_each(:keys) AS wanted JOIN contacts AS c ON c.key = wanted.value
      WHERE c.weight > :floor`,
  );
  const selectChanged = connection.prepare(`SELECT key FROM temp.used_changed LIMIT ${mostChanged + 1}`);
  const forgetChanged = connection.prepare('DELETE FROM temp.used_changed');
  const selectNotDone = connection.prepare(notDone);
  let known: readonly Row[] | null = null;
  let floor = 0;

  const parse = (rows: readonly unknown[]) => rows.flatMap((row) => rowSchema.safeParse(row).data ?? []);
  const readAll = (): readonly Row[] => {
    const rows = parse(selectAll.all());
    floor = rows[mostUsed]?.weight ?? 0;
    return rows.filter(({ weight }) => weight > floor);
  };
  const readChanged = (before: readonly Row[], keys: readonly number[]): readonly Row[] => {
    const changed = new Set(keys);
    const now = parse(selectSome.all({ keys: JSON.stringify(keys), floor }));
    return [...before.filter(({ key }) => !changed.has(key)), ...now].sort((a, b) => b.weight - a.weight);
  };
  const current = (): readonly Row[] => {
    const changed = (selectChanged.all() as readonly { key: number }[]).map(({ key }) => key);
    if (known !== null && changed.length === 0) return known;
    const few = known !== null && known.length < mostUsed * 1.2 && changed.length <= mostChanged;
    known = few && known !== null ? readChanged(known, changed) : readAll();
    forgetChanged.run();
    return known;
  };
  return {
    matching({ profileKey, filter, limit }, rank) {
      const hidden = new Set((selectNotDone.all() as readonly { key: number }[]).map(({ key }) => key));
      const isSeen = (row: Row) =>
        !hidden.has(row.import_key) &&
        (row.replaced_in === 0 || hidden.has(row.replaced_in)) &&
        (row.profile_key === 0 || row.profile_key === profileKey) &&
        (filter.source === 'all' || (filter.source === 'own') === (row.source === 'own'));
      const found: Row[] = [];
      const counts = new Map<MatchRank, number>();
      for (const row of current()) {
        const fits = rank(row.haystack);
        if (fits === null || !isSeen(row)) continue;
        const count = counts.get(fits) ?? 0;
        if (count >= limit) continue;
        counts.set(fits, count + 1);
        found.push(row);
        // Nobody behind could come before them.
        if (fits === matchRanks.prefix && count + 1 === limit) break;
      }
      return found;
    },
    floor: () => floor,
  };
}
