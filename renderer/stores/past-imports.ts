import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { PastImport } from '../../shared/ipc/import-contract.ts';
import { request } from '../dialer-api.ts';

interface PastImportsStore {
  /** Null until they were read. */
  readonly imports: readonly PastImport[] | null;
  /** The one that is being taken back. */
  readonly undoing: string | null;
  readonly error: DialerError | null;
}

export const usePastImports = create<PastImportsStore>(() => ({ imports: null, undoing: null, error: null }));

export async function readPastImports(): Promise<void> {
  const answer = await request('import:list', {});
  if (answer.ok) usePastImports.setState({ imports: answer.value.imports });
  else usePastImports.setState({ error: answer.error });
}

export async function undoImport(importId: string): Promise<void> {
  if (usePastImports.getState().undoing !== null) return;
  usePastImports.setState({ undoing: importId, error: null });
  const answer = await request('import:undo', { importId });
  usePastImports.setState({ undoing: null, error: answer.ok ? null : answer.error });
  await readPastImports();
}
