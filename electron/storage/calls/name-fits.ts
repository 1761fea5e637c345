import { matchRanker, readContactQuery } from '../../../shared/domain/contact/contact-query.ts';
import { fromColumnText } from '../column-text.ts';
import type { NameNumbers } from '../contacts/name-numbers.ts';
import type { Connection } from '../database.ts';

/** Tells of numbers whether a contact that has them fits the words, as the search of contacts would say. */
export type NameFits = (profileKeys: readonly number[], text: string) => (number: string) => boolean;

export function createNameFits(connection: Connection, names: NameNumbers): NameFits {
  const selectHaystack = connection.prepare('SELECT haystack FROM contacts WHERE key = ?');
  return (profileKeys, text) => {
    const query = readContactQuery(text);
    if (query.terms.length === 0 || query.number !== null) return () => false;
    const rank = matchRanker(query);
    const known = new Map<string, boolean>();
    const look = (number: string) =>
      profileKeys
        .flatMap((profileKey) => names.owners(profileKey, number))
        .some((key) => {
          const row = selectHaystack.get(key) as { haystack: string } | undefined;
          return row !== undefined && rank(fromColumnText(row.haystack)) !== null;
        });
    return (number) => {
      const fits = known.get(number) ?? look(number);
      known.set(number, fits);
      return fits;
    };
  };
}
