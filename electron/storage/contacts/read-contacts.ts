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
      const place = { sortKey: toColumnText(after?.sortKey ?? ''), id: toColumnText(after?.id ?? '') };
      const rows: readonly unknown[] = selectPage.all({ profileKey, limit, ...place, ...filterValues(filter) });
      const last = rows.length < limit ? undefined : (rows.at(-1) as { sort_key: string; id: string });
      return {
        contacts: read(rows).map(({ contact }) => contact),
        next: last === undefined ? null : { sortKey: fromColumnText(last.sort_key), id: fromColumnText(last.id) },
        total: count(profileKey, filter),
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
