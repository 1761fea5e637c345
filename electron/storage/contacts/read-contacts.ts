import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { sortKey } from '../../../shared/domain/contact/sort-key.ts';
import type { ContactFilter, ContactPlace } from '../../../shared/ipc/contact-contract.ts';
import { fromColumnText, toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { oncePerRow, type ReportUnreadableRow } from '../unreadable-row.ts';
import { contactColumns, contactRowSchema, type StoredContact, seen } from './contact-row.ts';

export interface ContactPage {
  readonly contacts: readonly Contact[];
  readonly next: ContactPlace | null;
  readonly total: number;
}

export interface ContactPageBefore {
  readonly contacts: readonly Contact[];
  readonly previous: ContactPlace | null;
  readonly skipped: number;
}

/** Contacts as a profile sees them. */
export interface ReadContacts {
  byId(profileKey: number, id: string): StoredContact | null;
  /** Of any profile. */
  isOfDirectory(id: string): boolean;
  /** In the order of the keys. */
  byKeys(keys: readonly number[]): readonly StoredContact[];
  /** Of one's own; more than anybody calls the same are not read. */
  byTitles(titles: readonly string[]): readonly StoredContact[];
  page(profileKey: number, query: ContactFilter & { after: ContactPlace | null; limit: number }): ContactPage;
  pageBefore(profileKey: number, query: ContactFilter & { before: ContactPlace; limit: number }): ContactPageBefore;
  tags(profileKey: number): readonly { readonly tag: string; readonly contacts: number }[];
  /** Counts are kept until then. */
  changed(): void;
}

/** What is asked for besides, of `contacts AS c`. */
export const fitsFilter = `(:source = 'all' OR (:source = 'own') = (c.source = 'own')) AND (:favourites = 0 OR c.favourite = 1)
  AND (:tag IS NULL OR c.key IN (SELECT contact_key FROM contact_tags WHERE tag = :tag))`;

export function filterValues({ source, favourites, tag }: ContactFilter) {
  return { source, favourites: favourites ? 1 : 0, tag: tag === null ? null : toColumnText(tag) };
}

const mostAlike = 1000;

const pageSql = `SELECT ${contactColumns}, c.sort_key FROM contacts AS c
  WHERE (c.sort_key, c.id) > (:sortKey, :id) AND ${seen} AND ${fitsFilter} ORDER BY c.sort_key, c.id LIMIT :limit`;

const beforeSql = `FROM contacts AS c WHERE (c.sort_key, c.id) < (:sortKey, :id) AND ${seen} AND ${fitsFilter}`;

export function createReadContacts(connection: Connection, reportUnreadableRow: ReportUnreadableRow): ReadContacts {
  const report = oncePerRow(reportUnreadableRow);
  const selectById = connection.prepare(`SELECT ${contactColumns} FROM contacts AS c WHERE c.id = :id AND ${seen}`);
  const selectOther = connection.prepare("SELECT 1 FROM contacts WHERE id = ? AND source <> 'own'");
  const selectByKeys = connection.prepare(
    `SELECT ${contactColumns} FROM json_each(:keys) AS wanted JOIN contacts AS c ON c.key = wanted.value ORDER BY wanted.key`,
  );
  const selectByTitles = connection.prepare(`
    SELECT ${contactColumns} FROM json_each(:sortKeys) AS wanted CROSS JOIN contacts AS c ON c.sort_key = wanted.value
    WHERE c.source = 'own' AND ${seen} LIMIT ${mostAlike}`);
  const selectPage = connection.prepare(pageSql);
  // One more tells where they begin.
  const selectBefore = connection.prepare(
    `SELECT ${contactColumns}, c.sort_key ${beforeSql} ORDER BY c.sort_key DESC, c.id DESC LIMIT :limit + 1`,
  );
  const countBefore = connection.prepare(`SELECT count(*) AS contacts ${beforeSql}`);
  const countRows = connection.prepare(
    `SELECT count(*) AS contacts FROM contacts AS c WHERE ${seen} AND ${fitsFilter}`,
  );
  const selectTags = connection.prepare(`
    SELECT tag, count(*) AS contacts FROM contact_tags JOIN contacts AS c ON c.key = contact_key
    WHERE ${seen} GROUP BY tag ORDER BY contacts DESC, tag LIMIT 500`);
  const counts = new Map<string, number>();

  const read = (rows: readonly unknown[]): readonly StoredContact[] =>
    rows.flatMap((row) => {
      const parsed = contactRowSchema.safeParse(row);
      if (parsed.success) return parsed.data;
      report({ table: 'contacts', id: String((row as { id?: unknown }).id), reason: parsed.error.message });
      return [];
    });
  const count = (profileKey: number, filter: ContactFilter): number => {
    const wanted = { profileKey, ...filterValues(filter) };
    const name = JSON.stringify(wanted);
    const known = counts.get(name);
    if (known !== undefined) return known;
    const row: unknown = countRows.get(wanted);
    const { contacts } = row as { contacts: number };
    counts.set(name, contacts);
    return contacts;
  };
  return {
    byId: (profileKey, id) => read(selectById.all({ profileKey, id: toColumnText(id) }))[0] ?? null,
    isOfDirectory: (id) => selectOther.get(toColumnText(id)) !== undefined,
    byKeys: (keys) => read(selectByKeys.all({ keys: JSON.stringify(keys) })),
    byTitles(titles) {
      const sortKeys = [...new Set(titles.map((title) => toColumnText(sortKey(title))))];
      return read(selectByTitles.all({ profileKey: 0, sortKeys: JSON.stringify(sortKeys) }));
    },
    page(profileKey, { after, limit, ...filter }) {
      const place = toColumns(after ?? { sortKey: '', id: '' });
      const rows: readonly unknown[] = selectPage.all({ profileKey, limit, ...place, ...filterValues(filter) });
      return {
        contacts: read(rows).map(({ contact }) => contact),
        next: rows.length < limit ? null : placeOf(rows.at(-1)),
        total: count(profileKey, filter),
      };
    },
    pageBefore(profileKey, { before, limit, ...filter }) {
      const wanted = { profileKey, ...toColumns(before), ...filterValues(filter) };
      const rows: readonly unknown[] = selectBefore.all({ ...wanted, limit }).reverse();
      const { contacts } = countBefore.get(wanted) as unknown as { contacts: number };
      const shown = rows.slice(-limit);
      return {
        contacts: read(shown).map(({ contact }) => contact),
        previous: rows.length > limit ? placeOf(rows[0]) : null,
        skipped: contacts - shown.length,
      };
    },
    tags: (profileKey) =>
      (selectTags.all({ profileKey }) as readonly { tag: string; contacts: number }[]).map(({ tag, contacts }) => ({
        tag: fromColumnText(tag),
        contacts,
      })),
    changed: () => counts.clear(),
  };
}

function toColumns({ sortKey, id }: ContactPlace) {
  return { sortKey: toColumnText(sortKey), id: toColumnText(id) };
}

function placeOf(row: unknown): ContactPlace {
  const { sort_key, id } = row as { sort_key: string; id: string };
  return { sortKey: fromColumnText(sort_key), id: fromColumnText(id) };
}
