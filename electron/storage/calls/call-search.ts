import type { Call } from '../../../shared/domain/call.ts';
import { historyMatcher } from '../../../shared/domain/history/fits-filter.ts';
import type { HistoryFilter } from '../../../shared/domain/history/history-filter.ts';
import type { CallCursor } from '../../../shared/ipc/call-contract.ts';
import type { HistoryRow } from '../../../shared/ipc/history-contract.ts';
import type { CallStore, Clock, MissedCalls } from '../../calls/ports.ts';
import { createNameNumbers } from '../contacts/name-numbers.ts';
import type { Connection } from '../database.ts';
import { createProfileKeys } from '../profile-keys.ts';
import { toIdColumn } from './call-row.ts';
import { readCallWork, workColumns } from './call-work-row.ts';
import { createNameFits } from './name-fits.ts';

export interface CallSearch {
  /** Newest first; less than `limit` are all there are. */
  page(query: {
    readonly profiles: readonly string[];
    readonly filter: HistoryFilter;
    readonly before: CallCursor | null;
    readonly limit: number;
  }): readonly HistoryRow[];
  count(profiles: readonly string[], filter: HistoryFilter): { readonly count: number; readonly more: boolean };
  /** What the agent added to the call changed; in the transaction that changes it. */
  refresh(callKey: number): void;
}

const readAtOnce = 200;
const mostCounted = 1000;

export function createCallSearch(deps: {
  readonly connection: Connection;
  readonly calls: CallStore;
  readonly missed: MissedCalls;
  readonly clock: Clock;
}): CallSearch {
  const { connection, calls, missed, clock } = deps;
  const profileKeys = createProfileKeys(connection);
  const nameFits = createNameFits(connection, createNameNumbers(connection));
  const selectWork = connection.prepare(
    `SELECT ${workColumns} FROM calls JOIN call_work ON call_key = key WHERE id = ?`,
  );
  const handledIn = (profiles: readonly string[]) => {
    const waiting = profiles.map((profile) => missed.unhandledCalls(profile));
    return (call: Call) => !waiting.some((ids) => ids.has(call.id));
  };
  const find = (
    profiles: readonly string[],
    filter: HistoryFilter,
    before: CallCursor | null,
    limit: number,
  ): readonly HistoryRow[] => {
    const keys = profiles.flatMap((profile) => profileKeys.find(profile) ?? []);
    const fits = historyMatcher(filter, {
      nowMs: clock(),
      profiles,
      nameFits: nameFits(keys, filter.text ?? ''),
      isHandled: filter.unhandled === undefined ? () => false : handledIn(profiles),
    });
    const found: HistoryRow[] = [];
    let place = before;
    for (;;) {
      const some = calls.listOfMany(profiles, place, readAtOnce);
      for (const call of some) {
        const work = readCallWork(selectWork.get(toIdColumn(call.id)));
        if (fits(call, work)) found.push({ call, work });
        if (found.length === limit) return found;
      }
      const last = some.at(-1);
      if (last === undefined || some.length < readAtOnce) return found;
      place = { startedAtMs: last.startedAtMs, id: last.id };
    }
  };
  return {
    page: ({ profiles, filter, before, limit }) => find(profiles, filter, before, limit),
    count(profiles, filter) {
      const found = find(profiles, filter, null, mostCounted + 1).length;
      return { count: Math.min(found, mostCounted), more: found > mostCounted };
    },
    refresh() {},
  };
}
