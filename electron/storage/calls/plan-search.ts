import type { HistoryFilter } from '../../../shared/domain/history/history-filter.ts';
import { historyTerms, historyWords } from '../../../shared/domain/history/history-text.ts';
import type { CallKind } from './call-kinds.ts';
import { anyOf, both, either, groupsOf } from './match-text.ts';
import type { NameParties } from './name-parties.ts';
import { matchOfKinds } from './newest-calls.ts';
import { markTokens, outcomeToken, queueToken, trunkToken } from './search-document.ts';
import type { GroupsBeginning } from './short-texts.ts';

/** By what calls are looked for: what comes of it is more than what fits, but never less. */
export interface SearchPlan {
  /** For the index; null: it has nothing to tell them by. */
  readonly match: string | null;
  /** Of which kinds they are; null: of any. */
  readonly kinds: readonly number[] | null;
  /** The index was asked for these kinds alone. */
  readonly kindsByIndex: boolean;
}

/** From this part of all calls on it is quicker to look at each kind than to ask the index for it. */
const manyCalls = 0.1;

export function planSearch(
  filter: HistoryFilter,
  known: {
    readonly kinds: readonly CallKind[];
    readonly profileKeys: readonly number[];
    readonly groupsBeginning: GroupsBeginning;
    readonly nameParties: NameParties;
  },
): SearchPlan | null {
  const kinds = known.kinds.filter((kind) => hasKind(filter, known.profileKeys, kind));
  if (kinds.length === 0) return null;
  const text = matchOfText(filter.text ?? '', known);
  if (text === 'nothing') return null;
  const parts = [
    ...(text === null || text === 'everywhere' ? [] : [text]),
    ...matchesOfMarks(filter),
    ...(filter.tag === undefined ? [] : matchesOfWords(filter.tag)),
  ];
  const every = kinds.length === known.kinds.length;
  const byIndex = !every && (parts.length === 0 || countOf(kinds) < countOf(known.kinds) * manyCalls);
  if (byIndex) parts.push(matchOfKinds(kinds));
  return {
    match: parts.length === 0 ? null : both(parts),
    kinds: every ? null : kinds.map(({ key }) => key),
    kindsByIndex: byIndex,
  };
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
  const more = Object.values(others).some((value) => value !== undefined) || historyTerms(text).length > 0;
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

function matchesOfMarks({ trunk, queue, outcome, recorded, noted }: HistoryFilter): readonly string[] {
  const marks = [markTokens.both, ...(recorded ? [] : [markTokens.noted]), ...(noted ? [] : [markTokens.recorded])];
  return [
    ...(trunk === undefined ? [] : [anyOf([trunkToken(trunk)])]),
    ...(queue === undefined ? [] : [anyOf([queueToken(queue)])]),
    ...(outcome === undefined ? [] : [anyOf([outcomeToken(outcome)])]),
    ...(recorded || noted ? [anyOf(marks)] : []),
  ];
}

/** Null: no text is asked for. */
function matchOfText(
  text: string,
  { profileKeys, groupsBeginning, nameParties }: Parameters<typeof planSearch>[1],
): string | 'nothing' | 'everywhere' | null {
  const terms = historyTerms(text);
  if (terms.length === 0) return null;
  const parts: string[] = [];
  let impossible = false;
  let everywhere = true;
  for (const term of terms) {
    const groups = [...term].length >= 3 ? groupsOf(term).map((group) => [group]) : [groupsBeginning(term)];
    for (const some of groups) {
      if (some === null) continue;
      everywhere = false;
      if (some.length === 0) impossible = true;
      else parts.push(anyOf(some));
    }
  }
  const parties = nameParties(profileKeys, text);
  if (parties === null || everywhere) return 'everywhere';
  const ways = [...(impossible ? [] : [both(parts)]), ...(parties.length === 0 ? [] : [anyOf(parties)])];
  return ways.length === 0 ? 'nothing' : either(ways);
}

/** Words that are long enough for the index; others are only compared. */
function matchesOfWords(tag: string): readonly string[] {
  return historyWords(tag)
    .filter((word) => [...word].length >= 3)
    .map((word) => both(groupsOf(word).map((group) => anyOf([group]))));
}
