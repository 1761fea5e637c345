import { createHistoryExport, type ExportRow } from '../../electron/history-export/export-desk.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { createCallSearch } from '../../electron/storage/calls/call-search.ts';
import { createMissedCalls } from '../../electron/storage/missed/missed-calls.ts';
import { createMissedSigns } from '../../electron/storage/missed/missed-signs.ts';
import type { CallExportOrder, CallExportProgress } from '../../shared/ipc/history-export-contract.ts';
import { callTable as english } from '../../shared/words/en/call-table.ts';
import { callTable as persian } from '../../shared/words/fa/call-table.ts';
import { morningMs } from './call-builders.ts';
import type { TemporaryDatabase } from './temporary-database.ts';

export const anOrder: CallExportOrder = { filter: {}, format: 'csv', dates: 'iso', language: 'en', withMark: true };

/** Files of calls over a real database; the person at the dialog chooses what `chosen` says. */
export function historyExportOver(database: TemporaryDatabase) {
  const clock = () => morningMs;
  const { connection } = database;
  const signs = createMissedSigns({ connection, clock });
  const calls = createCallRepository({ ...database, noteCall: signs.noteCall });
  const missed = createMissedCalls({ connection, clock, signs });
  const search = createCallSearch({ ...database, missed, clock, countryCode: () => '' });
  const chosen: { path: string | null; name: string } = { path: null, name: '' };
  const progress: CallExportProgress[] = [];
  let whenRead: (rows: readonly ExportRow[]) => void = () => undefined;
  const inUse = { profile: 'office' };
  const desk = createHistoryExport({
    page(query) {
      const rows = search.page({ ...query, profiles: [query.filter.profile ?? inUse.profile] });
      whenRead(rows);
      return rows;
    },
    choosePlace: async (name) => {
      chosen.name = name;
      return chosen.path;
    },
    words: { en: english, fa: persian },
    profile: () => inUse.profile,
    clock,
    timeZone: () => 'Asia/Tehran',
    knowledge: () => ({
      nameOf: (number) => (number === '09123456789' ? '=Sara' : ''),
      profileName: (id) => id,
      outcomeName: (code) => code,
    }),
    onProgress: (told) => progress.push(told),
  });
  return {
    calls,
    search,
    chosen,
    inUse,
    progress,
    desk,
    onRead(listener: typeof whenRead) {
      whenRead = listener;
    },
  };
}
