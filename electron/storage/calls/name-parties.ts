import { readContactQuery } from '../../../shared/domain/contact/contact-query.ts';
import { toColumnText } from '../column-text.ts';
import { seen } from '../contacts/contact-row.ts';
import { createPhraseFinder } from '../contacts/search-phrases.ts';
import type { Connection } from '../database.ts';
import type { SearchPace } from './search-pace.ts';

/** Calls with parties whose contacts fit some words, by what they are found: it depends on how many contacts these are. */
export type NamedParties =
  /** Few: the index of calls is asked for each number, by its last digits. */
  | { readonly by: 'parties'; readonly endings: readonly string[] }
  /** Some: of each call, the newest first, it is asked whether its number is theirs. `match` is what their index is asked for. */
  | { readonly by: 'contacts'; readonly match: string; readonly texts: readonly string[] }
  /** Many: of each call, the newest first, it is asked whose its number is. A contact that fits holds these texts. */
  | { readonly by: 'texts'; readonly texts: readonly string[] };

/** Null: no contact that was called fits. */
export type NameParties = (profileKeys: readonly number[], text: string, calls: number) => NamedParties | null;

// Colleagues who only call in were never called.
const partiesSql = `
  SELECT DISTINCT n.ending, n.digits FROM contact_search AS f CROSS JOIN contacts AS c ON c.key = f.rowid
  CROSS JOIN contact_numbers AS n ON n.contact_key = c.key
  WHERE contact_search MATCH :match AND (c.weight > 0 OR length(n.digits) < 7) AND ${seen} LIMIT :few + 1`;
const countSql = `
  SELECT count(*) AS count FROM (SELECT 1 FROM contact_search WHERE contact_search MATCH :match LIMIT :some + 1)`;

export function createNameParties(connection: Connection, { fewNumbers, someContacts: some }: SearchPace): NameParties {
  const phrasesOf = createPhraseFinder(connection);
  const selectParties = connection.prepare(partiesSql);
  const countContacts = connection.prepare(countSql);
  return (profileKeys, text, calls) => {
    const { terms, number } = readContactQuery(text);
    if (terms.length === 0 || number !== null) return null;
    const all = terms.map((term) => [...phrasesOf(term)].flat());
    if (all.some((phrases) => phrases.length === 0)) return null;
    const match = all.map((phrases) => `(${phrases.join(' OR ')})`).join(' AND ');
    const texts = terms.map(toColumnText);
    const few = fewNumbers(calls);
    const { count } = countContacts.get({ match, some }) as { count: number };
    if (count > some) return { by: 'texts', texts };
    if (count > few) return { by: 'contacts', match, texts };
    const endings = new Set<string>();
    for (const profileKey of profileKeys) {
      const rows = selectParties.all({ match, profileKey, few }) as readonly { ending: string; digits: string }[];
      if (rows.length > few) return { by: 'contacts', match, texts };
      for (const { ending, digits } of rows) endings.add(ending || digits);
    }
    return endings.size === 0 ? null : { by: 'parties', endings: [...endings] };
  };
}
