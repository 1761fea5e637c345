import type { HistoryFilter } from '../../../shared/domain/history/history-filter.ts';
import { historyTerms, historyWords } from '../../../shared/domain/history/history-text.ts';
import { asksForFacets, type CallFacets } from './call-facets.ts';
import type { CallKind } from './call-kinds.ts';
import { anyOf, both, groupsOf } from './match-text.ts';
import type { NamedParties, NameParties } from './name-parties.ts';
import { endingToken, facetToken, outcomeToken, partyToken, runTokens } from './search-document.ts';
import type { GroupsBeginning } from './short-texts.ts';

/** One way to look for calls: what comes of all ways is more than what fits, but never less. */
export interface SearchWay {
  /** For the index; null: it has nothing to tell them by. */
  readonly match: string | null;
  /** Of which kinds they are; null: of any. */
  readonly kinds: readonly number[] | null;
  /** The index was asked for these kinds alone. */
  readonly kindsByIndex: boolean;
  /** So many of all calls have what the index is asked for that some will be near wherever one looks. */
  readonly isCommon: boolean;
  /** About this part of all calls is of the kinds that the index was asked for. */
  readonly share: number;
  /** Only calls with contacts that fit; null: with anybody. */
  readonly named: NamedParties | null;
}

export interface KnownOfCalls {
  readonly kinds: readonly CallKind[];
  readonly profileKeys: readonly number[];
  readonly countryCode: string;
  readonly facets: Pick<CallFacets, 'fitting'>;
  readonly groupsBeginning: GroupsBeginning;
  readonly nameParties: NameParties;
}

/** From this part of all calls on it is quicker to look at the kind of each than to ask the index for it. */
const manyCalls = 0.1;

/** None: nothing can fit. */
export function planSearch(filter: HistoryFilter, known: KnownOfCalls): readonly SearchWay[] {
  const kinds = known.kinds.filter((kind) => hasKind(filter, known.profileKeys, kind));
  const keys = kinds.map(({ key }) => key);
  const facets = asksForFacets(filter) ? known.facets.fitting(keys, filter) : null;
  if (kinds.length === 0 || facets?.keys.length === 0) return [];
  const { outcome, tag, party } = filter;
  const partyMark = party === undefined ? null : partyToken(party);
  if (party !== undefined && partyMark === null) return [];
  const marks = [
    ...(partyMark === null ? [] : [anyOf([partyMark])]),
    ...(outcome === undefined ? [] : [anyOf([outcomeToken(outcome)])]),
    ...(tag === undefined ? [] : matchesOfWords(tag)),
  ];
  const every = kinds.length === known.kinds.length;
  const share = facets?.share ?? countOf(kinds) / countOf(known.kinds);
  const many = share >= manyCalls;
  return waysOfText(filter.text ?? '', known).map(({ match, named }): SearchWay => {
    const parts = [...(match === null ? [] : [match]), ...marks];
    const asksForName = named !== null && match === null;
    const kindsByIndex = facets !== null || (!every && (!many || (parts.length === 0 && !asksForName)));
    if (kindsByIndex) parts.push(anyOf((facets ?? known.facets.fitting(keys, {})).keys.map(facetToken)));
    const isCommon = many && match === null && named === null && marks.length === 0 && tag === undefined;
    return {
      match: parts.length === 0 ? null : both(parts),
      kinds: every ? null : keys,
      kindsByIndex,
      isCommon,
      share: kindsByIndex ? share : 1,
      named,
    };
  });
}

function countOf(kinds: readonly CallKind[]): number {
  return kinds.reduce((sum, { calls }) => sum + calls, 0);
}

/** Nothing but kinds is asked for: these are counted already. */
export function countOfKinds(
  filter: HistoryFilter,
  kinds: readonly CallKind[],
  profileKeys: readonly number[],
): number | null {
  const { profile: _profile, directions: _directions, dispositions: _dispositions, text = '', ...others } = filter;
  const more = Object.values(others).some((value) => value !== undefined) || historyTerms(text, '').length > 0;
  return more ? null : countOf(kinds.filter((kind) => hasKind(filter, profileKeys, kind)));
}

function hasKind(filter: HistoryFilter, profileKeys: readonly number[], kind: CallKind): boolean {
  const isOneOf = (value: string | null, chosen: readonly string[] = []) =>
    chosen.length === 0 || (value !== null && chosen.includes(value));
  return (
    profileKeys.includes(kind.profile_key) &&
    isOneOf(kind.direction, filter.directions) &&
    isOneOf(kind.disposition, filter.dispositions)
  );
}

type TextWay = Pick<SearchWay, 'match' | 'named'>;
const everywhere: TextWay = { match: null, named: null };

/** By what numbers, notes and tags hold, and by the names of parties. */
function waysOfText(text: string, known: KnownOfCalls): readonly TextWay[] {
  const { kinds, profileKeys, countryCode, groupsBeginning, nameParties } = known;
  const terms = historyTerms(text, countryCode);
  if (terms.length === 0) return [everywhere];
  const held = terms.map((all) => partsOfTerms(all, groupsBeginning)).filter((parts) => parts !== null);
  if (held.some((parts) => parts.length === 0)) return [everywhere];
  const ways = held.map(both);
  const match = ways.length > 1 ? `(${ways.join(' OR ')})` : (ways[0] ?? null);
  return joined(match, nameParties(profileKeys, text, countOf(kinds)));
}

/** All that the index is asked for; nothing: nearly every call has such texts; null: none has. */
function partsOfTerms(terms: readonly string[], groupsBeginning: GroupsBeginning): readonly string[] | null {
  const parts: string[] = [];
  for (const term of terms) {
    const groups = [...term].length >= 3 ? groupsOf(term).map((group) => [group]) : [groupsBeginning(term)];
    for (const some of [...groups, ...runTokens(term).map((run) => [run])]) {
      if (some?.length === 0) return null;
      if (some !== null) parts.push(anyOf(some));
    }
  }
  return parts;
}

function joined(held: string | null, named: NamedParties | null): readonly TextWay[] {
  const byText = held === null ? [] : [{ match: held, named: null }];
  if (named === null) return byText;
  const match = named.by === 'parties' ? anyOf(named.endings.map(endingToken)) : null;
  return [...byText, { match, named }];
}

/** Words that are long enough for the index; others are only compared. */
function matchesOfWords(tag: string): readonly string[] {
  return historyWords(tag)
    .filter((word) => [...word].length >= 3)
    .map((word) => both(groupsOf(word).map((group) => anyOf([group]))));
}
