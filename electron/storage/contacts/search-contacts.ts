import {
  type ContactQuery,
  matchRanks,
  rankMatch,
  readContactQuery,
} from '../../../shared/domain/contact/contact-query.ts';
import { matchedField } from '../../../shared/domain/contact/matched-field.ts';
import { fromHaystack } from '../../../shared/domain/contact/search-text.ts';
import { sortKey } from '../../../shared/domain/contact/sort-key.ts';
import type { ContactFilter, ContactHit } from '../../../shared/ipc/contact-contract.ts';
import { fromColumnText, toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import type { NameNumbers } from './name-numbers.ts';
import type { ReadContacts } from './read-contacts.ts';
import { type Candidate, createCandidates, shortestPhrase } from './search-candidates.ts';

export type SearchContacts = (
  profileKey: number,
  query: ContactFilter & { readonly text: string; readonly limit: number },
) => readonly ContactHit[];

/**
 * Asked for with every letter. What is called at all is few and looked through, so it is in its order; of the many others as many are taken
 * from each index as are wanted, the better ways first, and nothing is sorted that is not shown.
 */
export function createSearchContacts(
  connection: Connection,
  { read, names }: { readonly read: ReadContacts; readonly names: NameNumbers },
): SearchContacts {
  const candidates = createCandidates(connection);
  return (profileKey, { text, limit, ...filter }) => {
    const query = readContactQuery(text);
    const scope = { profileKey, filter, limit };
    const keys =
      query.terms.length === 0 ? candidates.first(scope).map(({ key }) => key) : rankAll(query, collect(query), limit);
    return read.byKeys(keys.slice(0, limit)).map(({ contact }) => ({ contact, matched: matchedField(query, contact) }));

    function collect({ terms, number, text: whole }: ContactQuery): readonly Candidate[] {
      if (filter.favourites || filter.tag !== null) return candidates.filtered(scope, terms);
      const found = new Map<number, Candidate>();
      const add = (more: readonly Candidate[]) => {
        for (const one of more) found.set(one.key, one);
      };
      add(candidates.used(scope, terms));
      const from = found.size;
      const enough = () => found.size - from >= limit;
      if (number !== null) {
        add(candidates.byKeys(scope, names.owners(profileKey, number.digits)));
        add(candidates.byNumberBeginning(scope, number.part));
      }
      add(candidates.byBeginning(scope, toColumnText(sortKey(whole))));
      if (!enough()) add(candidates.byWords(scope, terms));
      if (!enough()) add(candidates.anywhere(scope, terms));
      if (!enough() && number !== null && number.part.length < 3) add(candidates.byNumberPart(scope, number.part));
      if (!enough() && terms.some((term) => term.length < shortestPhrase)) add(candidates.looking(scope, terms));
      return [...found.values()];
    }
  };
}

function rankAll(query: ContactQuery, found: readonly Candidate[], limit: number): readonly number[] {
  return found
    .flatMap((candidate) => {
      const rank = rankMatch(query, fromHaystack(fromColumnText(candidate.haystack)));
      // What an index found by the last digits alone is the number itself.
      return rank === null
        ? query.number === null
          ? []
          : [{ ...candidate, rank: matchRanks.exact }]
        : [{ ...candidate, rank }];
    })
    .sort((a, b) => a.rank - b.rank || b.weight - a.weight || (a.haystack < b.haystack ? -1 : 1))
    .slice(0, limit)
    .map(({ key }) => key);
}
