import {
  type ContactQuery,
  type MatchRank,
  matchRanker,
  matchRanks,
  readContactQuery,
} from '../../../shared/domain/contact/contact-query.ts';
import { matchedField } from '../../../shared/domain/contact/matched-field.ts';
import { sortKey } from '../../../shared/domain/contact/sort-key.ts';
import type { ContactFilter, ContactHit } from '../../../shared/ipc/contact-contract.ts';
import { fromColumnText, toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import type { NameNumbers } from './name-numbers.ts';
import type { ReadContacts } from './read-contacts.ts';
import { type Candidate, createCandidates, type SearchScope } from './search-candidates.ts';
import { createUsedContacts } from './used-contacts.ts';

export type SearchContacts = (
  profileKey: number,
  query: ContactFilter & { readonly text: string; readonly limit: number },
) => readonly ContactHit[];

/** So many are read into memory at the first search. */
const usualMostUsed = 10_000;
/** Where more were called than are kept in memory, so many times as many are taken from an index, to find those of them. */
const weighed = 2;

type Found = Candidate & { readonly rank: MatchRank };

/**
 * Asked for with every letter. Who was called is looked at in memory, and comes in order. Of the many others each rank has its own
 * way by an index, which gives as many as are wanted: they weigh the same, so any are as good. They are gone where what is known
 * already is not enough. Not in order are only contacts that were called but are not among the `mostUsed`, when more than `weighed`
 * times the limit have the same rank: they come as if never called.
 */
export function createSearchContacts(
  connection: Connection,
  deps: { readonly read: ReadContacts; readonly names: NameNumbers; readonly mostUsed?: number },
): SearchContacts {
  const { read, names, mostUsed = usualMostUsed } = deps;
  const candidates = createCandidates(connection);
  const used = createUsedContacts(connection, mostUsed);

  const find = (scope: SearchScope, query: ContactQuery): readonly Found[] => {
    const { terms, number, text } = query;
    const rankOf = matchRanker(query);
    const found = new Map<number, Found>();
    const add = (more: readonly Candidate[], otherwise: MatchRank | null = null) => {
      for (const one of more) {
        const rank = rankOf(fromColumnText(one.haystack)) ?? otherwise;
        if (rank !== null) found.set(one.key, { ...one, rank });
      }
    };
    const lack = (rank: MatchRank) => [...found.values()].filter((one) => one.rank <= rank).length < scope.limit;
    const { source, favourites, tag } = scope.filter;
    if (favourites || tag !== null || source === 'pbx') {
      add(candidates.filtered(scope, terms));
      return [...found.values()];
    }
    const key = toColumnText(sortKey(text));
    add(candidates.byName(scope, key));
    // Whatever stands before its last digits: it is this number.
    if (number !== null) add(candidates.byKeys(scope, names.owners(scope.profileKey, number.digits)), matchRanks.exact);
    add(used.matching(scope, rankOf));
    const most = used.floor();
    const others = most === 0 ? scope : { ...scope, limit: scope.limit * weighed };
    if (lack(matchRanks.anywhere)) {
      const some = candidates.anywhere(others, terms, most);
      add(some);
      // All of them, so no way leads to more.
      if (some.length < others.limit) return [...found.values()];
    }
    if (lack(matchRanks.prefix)) {
      if (number !== null) add(candidates.byNumberBeginning(others, number.part, most));
      add(candidates.byBeginning(others, key, most));
    }
    if (lack(matchRanks.words)) add(candidates.byWords(others, terms, most));
    return [...found.values()];
  };
  return (profileKey, { text, limit, ...filter }) => {
    const query = readContactQuery(text);
    const scope = { profileKey, filter, limit };
    const best = query.terms.length === 0 ? candidates.first(scope) : [...find(scope, query)].sort(byRank);
    const keys = best.slice(0, limit).map(({ key }) => key);
    return read.byKeys(keys).map(({ contact }) => ({ contact, matched: matchedField(query, contact) }));
  };
}

function byRank(a: Found, b: Found): number {
  return a.rank - b.rank || b.weight - a.weight || (a.haystack < b.haystack ? -1 : 1);
}
