import { create } from 'zustand';
import type { Call } from '../../shared/domain/call.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { Recording } from '../../shared/ipc/recording-contract.ts';
import { request, subscribe } from '../dialer-api.ts';

export interface RecordingOfCall {
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
  readonly ofCall: Readonly<Record<string, RecordingOfCall>>;
  /** The call whose recording sounds: one at a time. */
  readonly playing: string | null;
  /** The call whose recording was opened from its row. */
  readonly opened: Call | null;
  /** How fast, for this recording and the next. */
  readonly rate: number;
}

const unknown: RecordingOfCall = { recording: null, error: null, times: 0, savedAs: null };

export const useRecordings = create<RecordingsStore>(() => ({ ofCall: {}, playing: null, opened: null, rate: 1 }));

export function recordingOf(callId: string): (store: RecordingsStore) => RecordingOfCall {
  return ({ ofCall }) => ofCall[callId] ?? unknown;
}

export function connectRecordings(): void {
  subscribe('recording:progress', ({ callId, ...soFar }) => {
    // One that comes after the end, or after it was cancelled, tells nothing.
    if (recordingOf(callId)(useRecordings.getState()).recording?.state !== 'fetching') return;
    change(callId, { recording: { state: 'fetching', ...soFar } });
  });
}

/** What of it is on this computer; fetches nothing. */
export async function readRecording(callId: string): Promise<void> {
  const answer = await request('recording:read', { callId });
  const known = recordingOf(callId)(useRecordings.getState());
  if (known.recording?.state === 'fetching') return;
  // A failure that was told stays until something else is done about it.
  change(callId, answer.ok ? { recording: answer.value } : { recording: null, error: answer.error });
}

/** On the person's act alone. True when it is here now. */
export async function fetchRecording(callId: string): Promise<boolean> {
  const times = recordingOf(callId)(useRecordings.getState()).times + 1;
  const recording: Recording = { state: 'fetching', receivedBytes: 0, totalBytes: null };
  change(callId, { recording, error: null, times, savedAs: null });
  const answer = await request('recording:fetch', { callId });
  change(callId, answer.ok ? { recording: answer.value } : { recording: { state: 'absent' }, error: answer.error });
  return answer.ok && answer.value.state === 'ready';
}

export function cancelRecording(callId: string): void {
  void request('recording:cancel', { callId });
}

export async function saveRecording(callId: string): Promise<void> {
  const answer = await request('recording:save', { callId });
  if (!answer.ok) change(callId, { error: answer.error, savedAs: null });
  else if (answer.value !== null) change(callId, { error: null, savedAs: answer.value.fileName });
}

/** The recording sounds, and no other does any more. */
export function startedPlaying(callId: string): void {
  useRecordings.setState({ playing: callId });
}

export function stoppedPlaying(callId: string): void {
  useRecordings.setState(({ playing }) => ({ playing: playing === callId ? null : playing }));
}

/** What was kept went away, or cannot be read. */
export function lostRecording(callId: string, error: DialerError): void {
  stoppedPlaying(callId);
  change(callId, { recording: { state: 'absent' }, error });
}

export function openRecording(opened: Call | null): void {
  useRecordings.setState({ opened });
}

export function chooseRate(rate: number): void {
  useRecordings.setState({ rate });
}

function change(callId: string, changed: Partial<RecordingOfCall>): void {
  useRecordings.setState((store) => ({
    ofCall: { ...store.ofCall, [callId]: { ...recordingOf(callId)(store), ...changed } },
  }));
}
