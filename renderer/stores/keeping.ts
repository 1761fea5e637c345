import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { KeptHistory, RemovalRule } from '../../shared/ipc/keeping-contract.ts';
import { request, subscribe } from '../dialer-api.ts';

interface KeepingStore {
  /** Null until it was read. */
  readonly kept: KeptHistory | null;
  readonly backingUp: boolean;
  readonly checking: boolean;
  readonly error: DialerError | null;
}

export const useKeeping = create<KeepingStore>(() => ({ kept: null, backingUp: false, checking: false, error: null }));

export async function readKeeping(): Promise<void> {
  const answer = await request('keeping:read', {});
  if (answer.ok) useKeeping.setState({ kept: answer.value });
  else useKeeping.setState({ error: answer.error });
}

export function connectKeeping(): void {
  subscribe('keeping:removed', () => {
    if (useKeeping.getState().kept !== null) void readKeeping();
  });
}

export async function backUpNow(): Promise<void> {
  if (useKeeping.getState().backingUp) return;
  useKeeping.setState({ backingUp: true, error: null });
  const answer = await request('keeping:back-up', {});
  await readKeeping();
  useKeeping.setState({ backingUp: false, error: answer.ok ? null : answer.error });
}

export async function checkNow(): Promise<void> {
  if (useKeeping.getState().checking) return;
  useKeeping.setState({ checking: true, error: null });
  const answer = await request('keeping:check', {});
  await readKeeping();
  useKeeping.setState({ checking: false, error: answer.ok ? null : answer.error });
}

export async function openBackups(): Promise<void> {
  const answer = await request('keeping:open-folder', {});
  useKeeping.setState({ error: answer.ok ? null : answer.error });
}

export function lookAtBackup(name: string) {
  return request('keeping:preview-restore', { name });
}

/** The program starts again with it. */
export function restoreBackup(name: string) {
  return request('keeping:restore', { name });
}

export function previewRemoval(rule: RemovalRule) {
  return request('keeping:preview-removal', rule);
}

/** The person knows what became of the database. */
export function noteRescue() {
  return request('keeping:rescue-noted', {});
}

export function mendDatabase() {
  return request('keeping:mend', {});
}
