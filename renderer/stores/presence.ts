import { create } from 'zustand';
import type { Presence } from '../../shared/domain/pbx-directory.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { DirectoryStatus, PresenceSnapshot } from '../../shared/ipc/directory-contract.ts';
import { request, subscribe } from '../dialer-api.ts';
import { keepEqualParts } from './keep-equal.ts';

interface PresenceStore {
  readonly presence: PresenceSnapshot;
  readonly directory: DirectoryStatus;
  /** What was told of each extension; colleagues of whom nothing was told are in `colleagues` alone. */
  readonly byNumber: ReadonlyMap<string, Presence>;
  readonly colleagues: ReadonlySet<string>;
  /** The queue that is being left or taken up again; empty: all of them. */
  readonly changing: string | null;
  readonly failure: DialerError | null;
}

export const usePresence = create<PresenceStore>(() => ({
  presence: { revision: -1, hearing: false, extensions: [], queues: [], trunks: [] },
  directory: { revision: -1, running: null, services: [], extensions: [] },
  byNumber: new Map(),
  colleagues: new Set(),
  changing: null,
  failure: null,
}));

function takePresence(presence: PresenceSnapshot): void {
  usePresence.setState((now) =>
    presence.revision < now.presence.revision
      ? now
      : {
          presence: keepEqualParts(now.presence, presence),
          byNumber: new Map(presence.extensions.map((one) => [one.number, one])),
        },
  );
}

function takeDirectory(directory: DirectoryStatus): void {
  usePresence.setState((now) =>
    directory.revision < now.directory.revision ? now : { directory, colleagues: new Set(directory.extensions) },
  );
}

export async function connectPresence(): Promise<void> {
  subscribe('presence:changed', takePresence);
  subscribe('directory:changed', takeDirectory);
  subscribe('presence:not-paused', ({ error }) => usePresence.setState({ failure: error }));
  await readPresence();
}

/** For a window that is not told of changes, each time it is opened. */
export async function readPresence(): Promise<void> {
  const [presence, directory] = await Promise.all([request('presence:read', {}), request('directory:read', {})]);
  if (presence.ok) takePresence(presence.value);
  if (directory.ok) takeDirectory(directory.value);
}

/** What comes of it is announced. */
export async function refreshDirectory(): Promise<void> {
  await request('directory:refresh', {});
}

/** Null: all of the agent's queues. What is shown changes when the PBX agreed. */
export async function pauseQueues(queue: string | null, paused: boolean): Promise<void> {
  if (usePresence.getState().changing !== null) return;
  usePresence.setState({ changing: queue ?? '', failure: null });
  const answer = await request('presence:pause', { queue, paused });
  usePresence.setState({ changing: null, failure: answer.ok ? null : answer.error });
}

export function forgetPauseFailure(): void {
  usePresence.setState({ failure: null });
}
