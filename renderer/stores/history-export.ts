import { create } from 'zustand';
import type { HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { CallExportOrder, FinishedCallExport } from '../../shared/ipc/history-export-contract.ts';
import { request, subscribe } from '../dialer-api.ts';
import type { CallCount } from './history.ts';

export type CallExportForm = Omit<CallExportOrder, 'filter'>;

interface HistoryExportStore {
  readonly open: boolean;
  /** What was chosen before; the rest follows the settings. */
  readonly chosen: Partial<CallExportForm>;
  /** How many calls would be written; null until that is known. */
  readonly count: CallCount | null;
  readonly busy: boolean;
  /** Calls written so far; null before the first. */
  readonly written: number | null;
  readonly finished: FinishedCallExport | null;
  readonly error: DialerError | null;
  /** It ended while the panel was closed. */
  readonly untold: boolean;
}

export const useHistoryExport = create<HistoryExportStore>(() => ({
  open: false,
  chosen: {},
  count: null,
  busy: false,
  written: null,
  finished: null,
  error: null,
  untold: false,
}));

export function connectHistoryExport(): void {
  subscribe('history-export:progress', ({ calls }) => {
    if (useHistoryExport.getState().busy) useHistoryExport.setState({ written: calls });
  });
}

/** What became of the last file is told until then. */
export function openHistoryExport(open: boolean): void {
  useHistoryExport.setState(({ busy, untold }) =>
    open && !busy && !untold ? { open, finished: null, error: null } : { open, untold: untold && !open },
  );
}

export function chooseForExport(choice: Partial<CallExportForm>): void {
  useHistoryExport.setState(({ chosen }) => ({ chosen: { ...chosen, ...choice }, finished: null, error: null }));
}

export async function countForExport(filter: HistoryFilter): Promise<void> {
  if (useHistoryExport.getState().busy) return;
  useHistoryExport.setState({ count: null });
  const answer = await request('history:count', { filter });
  useHistoryExport.setState(answer.ok ? { count: answer.value } : { error: answer.error });
}

export async function exportCalls(order: CallExportOrder): Promise<void> {
  if (useHistoryExport.getState().busy) return;
  useHistoryExport.setState({ busy: true, written: null, finished: null, error: null });
  const answer = await request('history-export:save', order);
  const told = answer.ok ? { finished: answer.value } : { error: answer.error };
  useHistoryExport.setState(({ open }) => ({
    busy: false,
    untold: !open && (!answer.ok || answer.value !== null),
    ...told,
  }));
}

export function cancelCallExport(): void {
  void request('history-export:cancel', {});
}
