import { readContactQuery } from '../../../shared/domain/contact/contact-query.ts';
import { seen } from '../contacts/contact-row.ts';
import { createPhraseFinder } from '../contacts/search-phrases.ts';
import type { Connection } from '../database.ts';
import { endingToken } from './search-document.ts';

/** Parties whose contacts fit the words, of those that calls were made with; null: more than can be asked for one by one. */
export type NameParties = (profileKeys: readonly number[], text: string) => readonly string[] | null;

/** Looking each of them up in the index takes some ten microseconds. */
const mostNumbers = 400;

const sql = `
  SELECT DISTINCT n.ending, n.digits FROM contact_search AS f CROSS JOIN contacts AS c ON c.key = f.rowid
  CROSS JOIN contact_numbers AS n ON n.contact_key = c.key
  WHERE contact_search MATCH :match AND c.weight > 0 AND ${seen} LIMIT ${mostNumbers + 1}`;

export function createNameParties(connection: Connection): NameParties {
  const phrasesOf = createPhraseFinder(connection);
  const select = connection.prepare(sql);
  return (profileKeys, text) => {
    const { terms, number } = readContactQuery(text);
    if (terms.length === 0 || number !== null) return [];
    const all = terms.map((term) => [...phrasesOf(term)].flat());
    if (all.some((phrases) => phrases.length === 0)) return [];
    const match = all.map((phrases) => `(${phrases.join(' OR ')})`).join(' AND ');
    const tokens = new Set<string>();
    for (const profileKey of profileKeys) {
      const rows = select.all({ match, profileKey }) as readonly { ending: string; digits: string }[];
      for (const { ending, digits } of rows) tokens.add(endingToken(ending || digits));
    }
    return tokens.size > mostNumbers ? null : [...tokens];
  };
}
