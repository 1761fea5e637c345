import type { HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import type { CallCursor } from '../../shared/ipc/call-contract.ts';
import type { HistoryRow, RawCallEvent } from '../../shared/ipc/history-contract.ts';
import { succeed } from '../../shared/result.ts';
import type { HandlersOf } from './router.ts';

/** What is asked of the whole history. */
export interface HistoryDesk {
  page(query: {
    readonly filter: HistoryFilter;
    readonly before: CallCursor | null;
    readonly limit: number;
  }): readonly HistoryRow[];
  count(filter: HistoryFilter): { readonly count: number; readonly more: boolean };
  rawEvents(callId: string): readonly RawCallEvent[];
}

export function createHistoryHandlers(history: HistoryDesk): HandlersOf<'history'> {
  return {
    'history:page': (query) => succeed({ rows: history.page(query) }),
    'history:count': ({ filter }) => succeed(history.count(filter)),
    'history:raw-events': ({ callId }) => succeed({ events: history.rawEvents(callId) }),
  };
}
