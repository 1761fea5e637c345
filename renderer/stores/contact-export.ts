import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { ExchangeProgress, ExportFormat, FinishedExport } from '../../shared/ipc/import-contract.ts';
import { request, subscribe } from '../dialer-api.ts';

interface ExportStore {
  readonly busy: boolean;
  readonly progress: ExchangeProgress | null;
  readonly finished: FinishedExport | null;
  readonly error: DialerError | null;
}

export const useContactExport = create<ExportStore>(() => ({
  busy: false,
  progress: null,
  finished: null,
  error: null,
}));

export function connectContactExport(): void {
  subscribe('exchange:progress', (progress) => {
    if (progress.work === 'export' && useContactExport.getState().busy) useContactExport.setState({ progress });
  });
}

export async function exportContacts(format: ExportFormat): Promise<void> {
  if (useContactExport.getState().busy) return;
  useContactExport.setState({ busy: true, progress: null, finished: null, error: null });
  const answer = await request('export:save', { format });
  useContactExport.setState(answer.ok ? { busy: false, finished: answer.value } : { busy: false, error: answer.error });
}

export function cancelExport(): void {
  void request('export:cancel', {});
}
