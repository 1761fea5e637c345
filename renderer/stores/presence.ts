import { create } from 'zustand';
import { type PlanKnowledge, planKnowledge } from '../../shared/domain/dial-plan.ts';
import { namesOfTrunks, type Presence } from '../../shared/domain/pbx-directory.ts';
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
  /** What a plan for a number goes by, as the main process does. */
  readonly planKnowledge: PlanKnowledge;
  /** The queue that is being left or taken up again; empty: all of them. */
  readonly changing: string | null;
  readonly failure: DialerError | null;
  /** The agent wants to ask once more for what the PBX did not permit. */
  readonly askAgain: boolean;
}

export const usePresence = create<PresenceStore>(() => ({
  presence: { revision: -1, hearing: false, extensions: [], queues: [], mayPause: true, trunks: [] },
  directory: { revision: -1, running: null, services: [], extensions: [], internal: null },
  byNumber: new Map(),
  colleagues: new Set(),
  planKnowledge: planKnowledge({ internal: null, trunks: new Set() }),
  changing: null,
  failure: null,
  askAgain: false,
}));

type Told = Pick<PresenceStore, 'presence' | 'directory'>;

/** Another one only where something else follows from it: presence changes several times a second. */
function knowledgeOf(now: PresenceStore, next: Told): PlanKnowledge {
  const telling = ({ presence, directory }: Told) =>
    JSON.stringify([[...namesOfTrunks(presence.trunks)], directory.internal]);
  if (telling(now) === telling(next)) return now.planKnowledge;
  const { internal } = next.directory;
  return planKnowledge({
    internal: internal === null ? null : new Set(internal),
    trunks: namesOfTrunks(next.presence.trunks),
  });
}

function takePresence(presence: PresenceSnapshot): void {
  usePresence.setState((now) =>
    presence.revision < now.presence.revision
      ? now
      : {
          presence: keepEqualParts(now.presence, presence),
          byNumber: new Map(presence.extensions.map((one) => [one.number, one])),
          planKnowledge: knowledgeOf(now, { presence, directory: now.directory }),
        },
  );
}

function takeDirectory(directory: DirectoryStatus): void {
  usePresence.setState((now) =>
    directory.revision < now.directory.revision
      ? now
      : {
          directory,
          colleagues: new Set(directory.extensions),
          planKnowledge: knowledgeOf(now, { presence: now.presence, directory }),
        },
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
  // Before the next wish: it goes by what came of this one.
  await readPresence();
  usePresence.setState({ changing: null, failure: answer.ok ? null : answer.error, askAgain: false });
}

/** Until the answer to the next wish. */
export function askForPauseAgain(): void {
  usePresence.setState({ failure: null, askAgain: true });
}

/** The PBX said that the account may not, and is not to be asked again. */
export function isPauseDenied({ presence, askAgain }: Pick<PresenceStore, 'presence' | 'askAgain'>): boolean {
  return !presence.mayPause && !askAgain;
}

export function forgetPauseFailure(): void {
  usePresence.setState({ failure: null });
}
