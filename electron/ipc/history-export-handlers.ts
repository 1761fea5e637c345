import { succeed } from '../../shared/result.ts';
import type { HistoryExport } from '../history-export/export-desk.ts';
import type { HandlersOf } from './router.ts';

export function createHistoryExportHandlers(desk: HistoryExport): HandlersOf<'history-export'> {
  return {
    'history-export:save': (order) => desk.save(order),
    'history-export:cancel': () => {
      desk.cancel();
      return succeed({});
    },
  };
}
