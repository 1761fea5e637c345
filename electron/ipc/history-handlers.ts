import type { HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import type {
  CallNames,
  HistoryPart,
  HistoryPlace,
  HistoryRow,
  RawCallEvents,
} from '../../shared/ipc/history-contract.ts';
import { succeed } from '../../shared/result.ts';
import type { HandlersOf } from './router.ts';

type AskedPage = HistoryPlace & { readonly filter: HistoryFilter; readonly limit: number };

/** What is asked of the whole history. */
export interface HistoryDesk {
  page(query: AskedPage): readonly HistoryRow[];
  /** As much of it as is found in a few milliseconds. */
  part(query: AskedPage): HistoryPart;
  count(filter: HistoryFilter): Promise<{ readonly count: number; readonly more: boolean }>;
  names(of: Pick<HistoryFilter, 'profile'>): CallNames;
  rawEvents(callId: string, after: number | null): RawCallEvents;
}

export function createHistoryHandlers(history: HistoryDesk): HandlersOf<'history'> {
  return {
    'history:page': (query) => {
      const { rows, goesOn } = history.part(query);
      return succeed({ rowsJson: JSON.stringify(rows), goesOn });
    },
    'history:count': async ({ filter }) => succeed(await history.count(filter)),
    'history:names': (of) => succeed(history.names(of)),
    'history:raw-events': ({ callId, after }) => succeed(history.rawEvents(callId, after)),
  };
}
