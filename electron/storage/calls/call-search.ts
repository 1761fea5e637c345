import { historyMatcher } from '../../../shared/domain/history/fits-filter.ts';
import type { HistoryFilter } from '../../../shared/domain/history/history-filter.ts';
import type { CallCursor } from '../../../shared/ipc/call-contract.ts';
import type { CallNames, HistoryPart, HistoryPlace, HistoryRow } from '../../../shared/ipc/history-contract.ts';
import type { Clock, MissedCalls } from '../../calls/ports.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { oncePerRow, type ReportUnreadableRow } from '../unreadable-row.ts';
import { createCallFacets } from './call-facets.ts';
import { createCallIndex } from './call-index.ts';
import { createCallKinds } from './call-kinds.ts';
import { createCallPlaces } from './call-places.ts';
import { readCallRow, rowId } from './call-row.ts';
import { readCallWork } from './call-work-row.ts';
import { type CandidateRow, type CandidateScope, createCandidates } from './candidates.ts';
import { type Counted, countInTurns } from './count-in-turns.ts';
import { inOrder } from './in-order.ts';
import { createNameFits } from './name-fits.ts';
import { createNameParties } from './name-parties.ts';
import { countOfKinds, planSearch } from './plan-search.ts';
import { searchDocument } from './search-document.ts';
import { type SearchPace, usualPace } from './search-pace.ts';
import { createGroupsBeginning } from './short-texts.ts';

export interface CallSearch {
  /** Newest first; less than `limit` are all there are on that side. */
  page(query: HistoryPage): readonly HistoryRow[];
  /** As much of a page as is found in a few milliseconds. */
  part(query: HistoryPage): HistoryPart;
  /** A later question ends an earlier one. */
  count(profiles: readonly string[], filter: HistoryFilter): Promise<Counted>;
  /** Every trunk and queue that a kept call of the profiles has. */
  names(profiles: readonly string[]): CallNames;
  /** What the agent added to the call changed; in the transaction that changes it. */
  refresh(callKey: number): void;
}

type HistoryPage = HistoryPlace & {
  readonly profiles: readonly string[];
  readonly filter: HistoryFilter;
  readonly limit: number;
};

/** So many are read at a time to count them. */
const readToCount = 90;

export function createCallSearch(deps: {
  readonly connection: Connection;
  readonly missed: Pick<MissedCalls, 'unhandledCalls'>;
  readonly clock: Clock;
  /** Of the numbers of the agent, without `+`; empty: nobody said it. */
  readonly countryCode: () => string;
  readonly reportUnreadableRow: ReportUnreadableRow;
  readonly pace?: SearchPace;
}): CallSearch {
  const { connection, missed, clock, countryCode, pace = usualPace } = deps;
  const report = oncePerRow(deps.reportUnreadableRow);
  const profileKeys = createProfileKeys(connection);
  const callKinds = createCallKinds(connection);
  const facets = createCallFacets(connection);
  const places = createCallPlaces(connection);
  const index = createCallIndex(connection);
  const candidates = createCandidates(connection, pace);
  const nameFits = createNameFits(connection);
  const groupsBeginning = createGroupsBeginning(connection);
  const nameParties = createNameParties(connection, pace);
  let counting = 0;

  const read = (row: CandidateRow): HistoryRow | null => {
    const call = readCallRow(row);
    if (call.ok) return { call: call.value, work: readCallWork(row) };
    report({ table: 'calls', id: rowId(row), reason: call.error });
    return null;
  };
  const unhandledIn = (profiles: readonly string[]): ReadonlySet<number> => {
    const ids = profiles.flatMap((profile) => [...missed.unhandledCalls(profile)]);
    return new Set(ids.flatMap((id) => places.keyOf(id) ?? []));
  };
  const keysOf = (profiles: readonly string[]) => profiles.flatMap((profile) => profileKeys.find(profile) ?? []);
  const scopesOf = (
    profiles: readonly string[],
    filter: HistoryFilter,
    place: Pick<CandidateScope, 'from' | 'below' | 'oldestFirst'>,
  ): readonly CandidateScope[] => {
    const known = {
      kinds: callKinds.list(),
      profileKeys: keysOf(profiles),
      countryCode: countryCode(),
      facets,
      groupsBeginning,
      nameParties,
    };
    const unhandled = filter.unhandled === undefined ? null : unhandledIn(profiles);
    const nowMs = clock();
    return planSearch(filter, known).map((way) => ({ filter, way, ...place, nowMs, unhandled }));
  };
  const matcherOf = (profiles: readonly string[], filter: HistoryFilter) =>
    historyMatcher(filter, {
      nowMs: clock(),
      profiles,
      countryCode: countryCode(),
      nameFits: nameFits(keysOf(profiles), filter.text ?? ''),
      // Only those that are not are candidates.
      isHandled: () => false,
    });
  function* find(
    profiles: readonly string[],
    filter: HistoryFilter,
    scopes: readonly CandidateScope[],
    wanted: number,
  ) {
    const fits = matcherOf(profiles, filter);
    const ways = scopes.map((scope) => candidates.steps(scope, wanted));
    for (const { key, row } of inOrder(ways, scopes[0]?.oldestFirst ?? false)) {
      const one = row === null ? null : read(row);
      yield { key, found: one !== null && fits(one.call, one.work) ? one : null, wasRead: row !== null };
    }
  }
  /** Whether each that is looked at fits. */
  function* fitting(profiles: readonly string[], filter: HistoryFilter): Generator<boolean, void, undefined> {
    const scopes = scopesOf(profiles, filter, everywhere);
    const [only, ...others] = scopes;
    const keys = only === undefined || others.length > 0 ? null : candidates.keys(only, readToCount);
    if (keys !== null) for (const _ of keys) yield true;
    else for (const { found } of find(profiles, filter, scopes, readToCount)) yield found !== null;
  }
  const look = ({ profiles, filter, limit, ...place }: HistoryPage, longestMs: number): HistoryPart => {
    const isNewer = 'after' in place;
    const endMs = performance.now() + longestMs;
    const rows: HistoryRow[] = [];
    let goesOn: CallCursor | null = null;
    let readSoFar = 0;
    for (const { key, found, wasRead } of find(profiles, filter, scopesOf(profiles, filter, rangeOf(place)), limit)) {
      if (found !== null) rows.push(found);
      if (rows.length === limit) break;
      if (wasRead) readSoFar += 1;
      if ((wasRead && readSoFar < pace.leastRead) || performance.now() < endMs) continue;
      goesOn = places.cursorAt(isNewer ? Math.floor(key) + 1 : Math.ceil(key), isNewer);
      break;
    }
    return { rows: isNewer ? rows.reverse() : rows, goesOn };
  };
  return {
    page: (query) => look(query, Number.POSITIVE_INFINITY).rows,
    part: (query) => look(query, pace.partMs),
    async count(profiles, filter) {
      const counted = countOfKinds(filter, callKinds.list(), keysOf(profiles));
      if (counted !== null) return { count: counted, more: false };
      counting += 1;
      const asked = counting;
      return countInTurns(fitting(profiles, filter), () => asked === counting && connection.isOpen);
    },
    names: (profiles) => facets.names(keysOf(profiles)),
    refresh(callKey) {
      const row = candidates.one(callKey);
      const known = row === null ? null : read(row);
      if (row === null || known === null) return;
      const { call, work } = known;
      const facetKey = facets.findOrAdd(row.kind_key, call, work);
      index.put(callKey, searchDocument(call, work, facetKey), facetKey);
    },
  };

  function rangeOf(place: HistoryPlace): Pick<CandidateScope, 'from' | 'below' | 'oldestFirst'> {
    return 'after' in place
      ? { from: places.above(place.after), below: everywhere.below, oldestFirst: true }
      : { from: everywhere.from, below: places.below(place.before), oldestFirst: false };
  }
}

const everywhere = { from: Number.MIN_SAFE_INTEGER, below: Number.MAX_SAFE_INTEGER, oldestFirst: false };
