import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { PastImport, TakenBack } from '../../shared/ipc/import-contract.ts';
import { request } from '../dialer-api.ts';

interface PastImportsStore {
  /** Null until they were read. */
  readonly imports: readonly PastImport[] | null;
  /** The one that is being taken back. */
  readonly undoing: string | null;
  /** What became of those that were taken back, by their ids. */
  readonly takenBack: Readonly<Record<string, TakenBack>>;
  /** The last one that was taken back from the list. */
  readonly last: string | null;
  readonly error: DialerError | null;
}

export const usePastImports = create<PastImportsStore>(() => ({
  imports: null,
  undoing: null,
  takenBack: {},
  last: null,
  error: null,
}));

export async function readPastImports(): Promise<void> {
  const answer = await request('import:list', {});
  if (answer.ok) usePastImports.setState({ imports: answer.value.imports });
  else usePastImports.setState({ error: answer.error });
}

/** From whatever place it is asked: all of them know of it. */
export async function takeBack(importId: string): Promise<DialerError | null> {
  const answer = await request('import:undo', { importId });
  if (answer.ok) {
    usePastImports.setState(({ takenBack }) => ({ takenBack: { ...takenBack, [importId]: answer.value } }));
  }
  await readPastImports();
  return answer.ok ? null : answer.error;
}

export async function undoImport(importId: string): Promise<void> {
  if (usePastImports.getState().undoing !== null) return;
  usePastImports.setState({ undoing: importId, last: null, error: null });
  const error = await takeBack(importId);
  usePastImports.setState({ undoing: null, last: error === null ? importId : null, error });
}
