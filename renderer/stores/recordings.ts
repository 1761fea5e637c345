import { create } from 'zustand';
import type { Call } from '../../shared/domain/call.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { Recording } from '../../shared/ipc/recording-contract.ts';
import { request, subscribe } from '../dialer-api.ts';

export interface OneRecording {
  /** Null until it was asked for. */
  readonly recording: Recording | null;
  /** Why it could not be fetched or saved. */
  readonly error: DialerError | null;
  /** How often it was fetched in this window: a player takes no second look at an address that failed. */
  readonly times: number;
  /** The name of the file it was saved as, last. */
  readonly savedAs: string | null;
}

interface RecordingsStore {
  /** By the ids of recordings. */
  readonly byId: Readonly<Record<string, OneRecording>>;
  /** The one that sounds. */
  readonly playing: string | null;
  /** The call whose recordings were opened from its row. */
  readonly opened: Call | null;
  /** How fast, for this recording and the next. */
  readonly rate: number;
}

const unknown: OneRecording = { recording: null, error: null, times: 0, savedAs: null };

export const useRecordings = create<RecordingsStore>(() => ({ byId: {}, playing: null, opened: null, rate: 1 }));

export function recordingOf(id: string): (store: RecordingsStore) => OneRecording {
  return ({ byId }) => byId[id] ?? unknown;
}

export function connectRecordings(): void {
  subscribe('recording:progress', ({ recordingId: id, ...soFar }) => {
    // One that comes after the end, or after it was cancelled, tells nothing.
    if (recordingOf(id)(useRecordings.getState()).recording?.state !== 'fetching') return;
    change(id, { recording: { state: 'fetching', ...soFar } });
  });
}

/** What of it is on this computer; fetches nothing. */
export async function readRecording(id: string): Promise<void> {
  const answer = await request('recording:read', { recordingId: id });
  const known = recordingOf(id)(useRecordings.getState());
  if (known.recording?.state === 'fetching') return;
  // A failure that was told stays until something else is done about it.
  change(id, answer.ok ? { recording: answer.value } : { recording: null, error: answer.error });
}

/** On the person's act alone. True when it is here now. */
export async function fetchRecording(id: string): Promise<boolean> {
  const times = recordingOf(id)(useRecordings.getState()).times + 1;
  const recording: Recording = { state: 'fetching', receivedBytes: 0, totalBytes: null };
  change(id, { recording, error: null, times, savedAs: null });
  const answer = await request('recording:fetch', { recordingId: id });
  change(id, answer.ok ? { recording: answer.value } : { recording: { state: 'absent' }, error: answer.error });
  return answer.ok && answer.value.state === 'ready';
}

export function cancelRecording(id: string): void {
  void request('recording:cancel', { recordingId: id });
}

export async function saveRecording(id: string): Promise<void> {
  const answer = await request('recording:save', { recordingId: id });
  if (!answer.ok) change(id, { error: answer.error, savedAs: null });
  else if (answer.value !== null) change(id, { error: null, savedAs: answer.value.fileName });
}

/** The recording sounds, and no other does any more. */
export function startedPlaying(id: string): void {
  useRecordings.setState({ playing: id });
}

export function stoppedPlaying(id: string): void {
  useRecordings.setState(({ playing }) => ({ playing: playing === id ? null : playing }));
}

/** What was kept went away, or cannot be read. */
export function lostRecording(id: string, error: DialerError): void {
  stoppedPlaying(id);
  change(id, { recording: { state: 'absent' }, error });
}

export function openRecording(opened: Call | null): void {
  useRecordings.setState({ opened });
}

export function chooseRate(rate: number): void {
  useRecordings.setState({ rate });
}

function change(id: string, changed: Partial<OneRecording>): void {
  useRecordings.setState((store) => ({
    byId: { ...store.byId, [id]: { ...recordingOf(id)(store), ...changed } },
  }));
}
