import { create } from 'zustand';
import type { ColumnField, DuplicateChoice, FileReading, TableForm } from '../../shared/domain/exchange/import-file.ts';
import type { DialerError } from '../../shared/errors.ts';
import type {
  CheckedImport,
  ExchangeProgress,
  FinishedImport,
  OpenedImport,
} from '../../shared/ipc/import-contract.ts';
import { request, subscribe } from '../dialer-api.ts';
import { readPastImports, takeBack } from './past-imports.ts';

export type ImportStep = 'file' | 'columns' | 'check' | 'done';

interface ImportStore {
  readonly step: ImportStep;
  readonly busy: 'choose' | 'preview' | 'check' | 'run' | 'undo' | null;
  readonly file: OpenedImport | null;
  /** What a person said of its form; the rest is guessed. */
  readonly chosen: Partial<TableForm>;
  /** As it will be read: what was guessed, and what was changed since. */
  readonly reading: FileReading | null;
  readonly checked: CheckedImport | null;
  readonly duplicates: DuplicateChoice;
  readonly finished: FinishedImport | null;
  readonly progress: ExchangeProgress | null;
  readonly error: DialerError | null;
}

const beginning: ImportStore = {
  step: 'file',
  busy: null,
  file: null,
  chosen: {},
  reading: null,
  checked: null,
  duplicates: 'merge',
  finished: null,
  progress: null,
  error: null,
};

export const useContactImport = create<ImportStore>(() => beginning);
const { getState, setState } = useContactImport;

export function connectContactImport(): void {
  subscribe('exchange:progress', (progress) => {
    if (progress.work === getState().busy) setState({ progress });
  });
}

export function startOver(): void {
  if (getState().busy === null) setState(beginning);
}

/** Tables need a look at their columns; cards tell what they hold. */
export async function chooseFile(): Promise<void> {
  if (!begin('choose')) return;
  const answer = await request('import:choose', {});
  if (!answer.ok) return setState({ busy: null, error: answer.error });
  if (answer.value === null) return setState({ busy: null });
  opened(answer.value, { ...beginning, step: 'columns' });
  if (answer.value.reading.kind === 'cards') await checkFile();
}

/** Reads the beginning anew, and guesses the columns anew. */
export async function changeForm(change: Partial<TableForm>): Promise<void> {
  const { file, reading } = getState();
  if (file === null || reading === null || !begin('preview')) return;
  const chosen = { ...getState().chosen, ...change };
  const answer = await request('import:preview', { id: file.id, ...chosen });
  if (!answer.ok) return setState({ busy: null, error: answer.error });
  opened(answer.value, { busy: null, chosen });
  if (reading.kind === 'cards') await checkFile();
}

export function mapColumn(column: number, field: ColumnField): void {
  const { reading } = getState();
  if (reading?.kind !== 'table') return;
  const columns = reading.columns.map((before, at) => (at === column ? field : before));
  setState({ reading: { ...reading, columns } });
}

export async function checkFile(): Promise<void> {
  const { file, reading } = getState();
  if (file === null || reading === null || !begin('check')) return;
  const answer = await request('import:check', { id: file.id, reading });
  if (!answer.ok) return setState({ busy: null, error: answer.error });
  if (answer.value !== null) setState({ busy: null, step: 'check', checked: answer.value });
  else if (reading.kind === 'cards') setState(beginning);
  else setState({ busy: null });
}

export function chooseDuplicates(duplicates: DuplicateChoice): void {
  setState({ duplicates });
}

export function backToColumns(): void {
  const { busy, reading } = getState();
  if (busy !== null) return;
  if (reading?.kind === 'table') setState({ step: 'columns', error: null });
  else setState(beginning);
}

export async function runImport(): Promise<void> {
  const { file, reading, duplicates } = getState();
  if (file === null || reading === null || !begin('run')) return;
  const answer = await request('import:run', { id: file.id, reading, duplicates });
  if (!answer.ok) return setState({ busy: null, error: answer.error });
  if (answer.value === null) return setState({ busy: null });
  setState({ busy: null, step: 'done', finished: answer.value });
  await readPastImports();
}

/** What is under way answers that it was cancelled. */
export function cancelImport(): void {
  void request('import:cancel', {});
}

export async function undoFinished(): Promise<void> {
  const { finished } = getState();
  if (finished === null || !begin('undo')) return;
  setState({ busy: null, error: await takeBack(finished.importId) });
}

function opened(file: OpenedImport, besides: Partial<ImportStore>): void {
  setState({ ...besides, file, reading: file.reading });
}

function begin(busy: NonNullable<ImportStore['busy']>): boolean {
  if (getState().busy !== null) return false;
  setState({ busy, progress: null, error: null });
  return true;
}
