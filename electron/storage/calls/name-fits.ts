import { matchRanker, readContactQuery } from '../../../shared/domain/contact/contact-query.ts';
import { numberKey } from '../../../shared/domain/contact/number-key.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { fromColumnText } from '../column-text.ts';
import { seen } from '../contacts/contact-row.ts';
import type { Connection } from '../database.ts';

/** Tells of numbers whether a contact that has them fits the words, as the search of contacts would say. */
export type NameFits = (profileKeys: readonly number[], text: string) => (number: string) => boolean;

const sql = `
  SELECT n.digits, c.haystack FROM contact_numbers AS n CROSS JOIN contacts AS c ON c.key = n.contact_key
  WHERE n.ending = :ending AND ${seen}`;

export function createNameFits(connection: Connection): NameFits {
  const selectOwners = connection.prepare(sql);
  return (profileKeys, text) => {
    const query = readContactQuery(text);
    if (query.terms.length === 0 || query.number !== null) return () => false;
    const rank = matchRanker(query);
    const known = new Map<string, boolean>();
    const look = (number: string) => {
      const key = numberKey(number);
      if (key === null) return false;
      return profileKeys.some((profileKey) => {
        const owners = selectOwners.all({ profileKey, ending: key.ending }) as readonly Owner[];
        return owners.some(
          ({ digits, haystack }) => sameNumber(digits, key.digits) && rank(fromColumnText(haystack)) !== null,
        );
      });
    };
    return (number) => {
      const fits = known.get(number) ?? look(number);
      known.set(number, fits);
      return fits;
    };
  };
}

interface Owner {
  readonly digits: string;
  readonly haystack: string;
}
