import type { CallWork } from '../../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../../shared/domain/call.ts';
import { historyMatcher } from '../../../shared/domain/history/fits-filter.ts';
import type { HistoryFilter } from '../../../shared/domain/history/history-filter.ts';
import type { CallCursor } from '../../../shared/ipc/call-contract.ts';
import type { HistoryRow } from '../../../shared/ipc/history-contract.ts';
import type { Clock, MissedCalls } from '../../calls/ports.ts';
import { createNameNumbers } from '../contacts/name-numbers.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { oncePerRow, type ReportUnreadableRow } from '../unreadable-row.ts';
import { createCallIndex } from './call-index.ts';
import { createCallKinds } from './call-kinds.ts';
import { createCallPlaces } from './call-places.ts';
import { readCallRow, rowId } from './call-row.ts';
import { readCallWork } from './call-work-row.ts';
import { type CandidateRow, type CandidateScope, createCandidates } from './candidates.ts';
import { createNameFits } from './name-fits.ts';
import { createNameParties } from './name-parties.ts';
import { countOfKinds, planSearch } from './plan-search.ts';
import { searchDocument } from './search-document.ts';
import { createGroupsBeginning } from './short-texts.ts';

export interface CallSearch {
  /** Newest first; less than `limit` are all there are. */
  page(query: {
    readonly profiles: readonly string[];
    readonly filter: HistoryFilter;
    readonly before: CallCursor | null;
    readonly limit: number;
  }): readonly HistoryRow[];
  /** `more`: it stopped there. */
  count(profiles: readonly string[], filter: HistoryFilter): { readonly count: number; readonly more: boolean };
  /** What the agent added to the call changed; in the transaction that changes it. */
  refresh(callKey: number): void;
}

/** Each of them is read, to see whether it fits. */
const mostRead = 200;
/** The index alone tells. */
const mostCounted = 10_000;

export function createCallSearch(deps: {
  readonly connection: Connection;
  readonly missed: Pick<MissedCalls, 'unhandledCalls'>;
  readonly clock: Clock;
  readonly reportUnreadableRow: ReportUnreadableRow;
}): CallSearch {
  const { connection, missed, clock } = deps;
  const report = oncePerRow(deps.reportUnreadableRow);
  const profileKeys = createProfileKeys(connection);
  const callKinds = createCallKinds(connection);
  const places = createCallPlaces(connection);
  const index = createCallIndex(connection);
  const candidates = createCandidates(connection);
  const nameFits = createNameFits(connection, createNameNumbers(connection));
  const groupsBeginning = createGroupsBeginning(connection);
  const nameParties = createNameParties(connection);

  const read = (row: CandidateRow): { readonly call: Call; readonly work: CallWork | null } | null => {
    const call = readCallRow(row);
    if (call.ok) return { call: call.value, work: readCallWork(row) };
    report({ table: 'calls', id: rowId(row), reason: call.error });
    return null;
  };
  const unhandledIn = (profiles: readonly string[]): ReadonlySet<number> => {
    const ids = profiles.flatMap((profile) => [...missed.unhandledCalls(profile)]);
    return new Set(ids.flatMap((id) => places.keyOf(id) ?? []));
  };
  const scopeOf = (profiles: readonly string[], filter: HistoryFilter, below: number): CandidateScope | null => {
    const keys = profiles.flatMap((profile) => profileKeys.find(profile) ?? []);
    const known = { kinds: callKinds.list(), profileKeys: keys, groupsBeginning, nameParties };
    const plan = planSearch(filter, known);
    if (plan === null) return null;
    const unhandled = filter.unhandled === undefined ? null : unhandledIn(profiles);
    return { filter, plan, below, nowMs: clock(), unhandled };
  };
  const matcherOf = (profiles: readonly string[], filter: HistoryFilter, nowMs: number) =>
    historyMatcher(filter, {
      nowMs,
      profiles,
      nameFits: nameFits(
        profiles.flatMap((profile) => profileKeys.find(profile) ?? []),
        filter.text ?? '',
      ),
      // Only those that are not are candidates.
      isHandled: () => false,
    });
  const find = (
    profiles: readonly string[],
    filter: HistoryFilter,
    below: number,
    limit: number,
  ): readonly HistoryRow[] => {
    const scope = scopeOf(profiles, filter, below);
    if (scope === null) return [];
    const fits = matcherOf(profiles, filter, scope.nowMs);
    const found: HistoryRow[] = [];
    for (const row of candidates.rows(scope, limit)) {
      const one = read(row);
      if (one !== null && fits(one.call, one.work)) found.push(one);
      if (found.length === limit) break;
    }
    return found;
  };
  return {
    page: ({ profiles, filter, before, limit }) => find(profiles, filter, places.below(before), limit),
    count(profiles, filter) {
      const keys = profiles.flatMap((profile) => profileKeys.find(profile) ?? []);
      const counted = countOfKinds(filter, callKinds.list(), keys);
      if (counted !== null) return { count: counted, more: false };
      const scope = scopeOf(profiles, filter, Number.MAX_SAFE_INTEGER);
      const told = scope === null ? 0 : candidates.count(scope, mostCounted + 1);
      if (told !== null) return { count: Math.min(told, mostCounted), more: told > mostCounted };
      const count = find(profiles, filter, Number.MAX_SAFE_INTEGER, mostRead + 1).length;
      return { count: Math.min(count, mostRead), more: count > mostRead };
    },
    refresh(callKey) {
      const row = candidates.one(callKey);
      const known = row === null ? null : read(row);
      if (row !== null && known !== null) index.put(callKey, searchDocument(known.call, known.work, row.kind_key));
    },
  };
}
