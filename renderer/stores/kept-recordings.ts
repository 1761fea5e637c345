import { create } from 'zustand';
import type { DialerError } from '../../shared/errors.ts';
import type { KeptRecordings } from '../../shared/ipc/recording-contract.ts';
import { request } from '../dialer-api.ts';
import { useRecordings } from './recordings.ts';

interface KeptStore {
  /** Null until it was read. */
  readonly kept: KeptRecordings | null;
  readonly clearing: boolean;
  readonly error: DialerError | null;
}

export const useKeptRecordings = create<KeptStore>(() => ({ kept: null, clearing: false, error: null }));

export async function readKeptRecordings(): Promise<void> {
  const answer = await request('recording:kept', {});
  useKeptRecordings.setState(answer.ok ? { kept: answer.value, error: null } : { error: answer.error });
}

export async function clearRecordings(): Promise<void> {
  useKeptRecordings.setState({ clearing: true, error: null });
  const answer = await request('recording:clear', {});
  // Players read anew what is here.
  useRecordings.setState({ byId: {}, playing: null });
  useKeptRecordings.setState(
    answer.ok ? { kept: answer.value, clearing: false } : { clearing: false, error: answer.error },
  );
}
