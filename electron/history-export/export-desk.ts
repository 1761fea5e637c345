import { basename } from 'node:path';
import type { CallWork } from '../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../shared/domain/call.ts';
import type { ExportedCall } from '../../shared/domain/history/exported-call.ts';
import { activeProfile, type HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import type { FileError } from '../../shared/errors.ts';
import type {
  CallExportOrder,
  CallExportProgress,
  FinishedCallExport,
} from '../../shared/ipc/history-export-contract.ts';
import type { Language } from '../../shared/language.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { CallTableWords } from '../../shared/words/call-table-words.ts';
import { isFileError } from '../files/file-error.ts';
import { spaced } from '../files/spaced.ts';
import { type ExportKnowledge, exportCall } from './export-call.ts';
import { callJsonFile, callTableFile, writeCalls } from './write-calls.ts';
import { writtenTime } from './written-time.ts';

/** So many calls are read and written without a turn for others. */
const pageSize = 100;

export interface ExportRow {
  readonly call: Call;
  readonly work: CallWork | null;
}

/** Null answers: the person changed their mind, and there is no file. */
export interface HistoryExport {
  save(order: CallExportOrder): Promise<Result<FinishedCallExport | null, FileError>>;
  cancel(): void;
  /** The same, and waits until nothing is half done. */
  stop(): Promise<void>;
}

/** Calls that go into a file, one file at a time. */
export function createHistoryExport(deps: {
  /** Newest first; less than `limit` are all there are. */
  readonly page: (query: {
    readonly filter: HistoryFilter;
    readonly before: { readonly startedAtMs: number; readonly id: string } | null;
    readonly limit: number;
  }) => readonly ExportRow[];
  readonly choosePlace: (name: string, extension: 'csv' | 'json') => Promise<string | null>;
  readonly words: Readonly<Record<Language, CallTableWords>>;
  readonly knowledge: () => Omit<ExportKnowledge, 'time'>;
  /** The one in use. */
  readonly profile: () => string;
  readonly clock: () => number;
  readonly timeZone: () => string;
  readonly onProgress: (progress: CallExportProgress) => void;
}): HistoryExport {
  let current: { cancelled: boolean; work: Promise<unknown> } | null = null;
  const tell = spaced(deps.onProgress);

  const pagesOf = function* (filter: HistoryFilter, known: ExportKnowledge): Generator<readonly ExportedCall[]> {
    let before: { startedAtMs: number; id: string } | null = null;
    for (;;) {
      const rows: readonly ExportRow[] = deps.page({ filter, before, limit: pageSize });
      yield rows.map(({ call, work }) => exportCall(call, work, known));
      const last = rows.at(-1)?.call;
      if (last === undefined || rows.length < pageSize) return;
      before = { startedAtMs: last.startedAtMs, id: last.id };
    }
  };
  /** Of the profile that is in use now, whichever is when the next page is read. */
  const pinned = (filter: HistoryFilter): HistoryFilter => {
    const { profile = activeProfile } = filter;
    return { ...filter, profile: profile === activeProfile ? deps.profile() : profile };
  };
  const write = (path: string, order: CallExportOrder, isCancelled: () => boolean): Promise<number | null> => {
    const timeZone = deps.timeZone();
    const time = (atMs: number) => {
      const written = writtenTime(atMs, order.dates, timeZone);
      return `${written.date}T${written.time}${written.offset}`;
    };
    const file =
      order.format === 'csv'
        ? callTableFile(deps.words[order.language], order.withMark)
        : callJsonFile({ exportedAt: time(deps.clock()), calendar: order.dates, timeZone });
    return writeCalls(path, file, {
      pages: pagesOf(order.filter, { ...deps.knowledge(), time }),
      isCancelled,
      progressed: (calls) => tell({ calls }),
    });
  };
  const cancel = () => {
    if (current !== null) current.cancelled = true;
  };
  return {
    async save(order) {
      if (current !== null) return fail({ code: 'exchange-busy' });
      const own = { cancelled: false, work: Promise.resolve<unknown>(null) };
      const asked = { ...order, filter: pinned(order.filter) };
      current = own;
      try {
        const { date } = writtenTime(deps.clock(), order.dates, deps.timeZone());
        const path = await deps.choosePlace(`calls-${date}.${order.format}`, order.format);
        if (path === null || own.cancelled) return succeed(null);
        try {
          const work = write(path, asked, () => own.cancelled);
          own.work = work;
          const calls = await work;
          return succeed(calls === null ? null : { fileName: basename(path), calls });
        } catch (error) {
          if (isFileError(error)) return fail({ code: 'export-not-written', file: basename(path) });
          throw error;
        }
      } finally {
        current = null;
      }
    },
    cancel,
    async stop() {
      cancel();
      // Whoever asked for it is told what went wrong.
      await current?.work.catch(() => undefined);
    },
  };
}
