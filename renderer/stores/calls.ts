import { create } from 'zustand';
import type { Call } from '../../shared/domain/call.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import { request, subscribe } from '../dialer-api.ts';
import { useAppState } from './app-state.ts';
import { withCalls } from './call-order.ts';

/** More live views do not look at; the history has all of them. */
const mostRead = 60;

interface CallsStore {
  /** The newest ones, newest first, and what came since. */
  readonly calls: readonly Call[];
  /** When the oldest began of those that were read; null: there are no older ones. */
  readonly readToMs: number | null;
  readonly ready: boolean;
  readonly failure: DialerError | null;
  /** Calls of this run of the program, with the revision of the last change that was seen; 0 before the first. */
  readonly live: ReadonlyMap<string, number>;
}

const nothing: CallsStore = { calls: [], readToMs: null, ready: false, failure: null, live: new Map() };

/** The calls of the active profile, which live views go by. */
export const useCalls = create<CallsStore>(() => nothing);

/** Rises when the list is thrown away, so that an answer to an older question is not shown. */
let generation = 0;
let shown: string | null = null;

/** The calls of what the program is set up for; resolves when the newest of them are there. */
export async function showCalls(profile: string | null): Promise<void> {
  if (profile === null || profile === shown) return;
  shown = profile;
  useCalls.setState(nothing);
  await readCalls();
}

async function readCalls(): Promise<void> {
  generation += 1;
  const asked = generation;
  useCalls.setState({ failure: null });
  const answer = await request('call:list', { before: null, limit: mostRead }).catch((problem: unknown) => {
    // A bug, and reported as one; but the list must not say that it still comes.
    const incidentId = crypto.randomUUID().slice(0, 8);
    if (asked === generation) useCalls.setState({ failure: { code: 'internal', incidentId } });
    throw new Error(`The calls could not be read (incident ${incidentId})`, { cause: problem });
  });
  if (asked !== generation) return;
  if (!answer.ok) return useCalls.setState({ failure: answer.error });
  const read = answer.value.calls;
  const runningSinceMs = useAppState.getState().state?.app.startedAtMs ?? Number.POSITIVE_INFINITY;
  const ofThisRun = read.filter((call) => call.heard.firstAtMs >= runningSinceMs);
  useCalls.setState((store) => ({
    // A window that opened later knows them as well.
    live: new Map([...ofThisRun.map((call) => [call.id, 0] as const), ...store.live]),
    // A version announced meanwhile is at least as new as the one that was read.
    calls: withCalls(
      store.calls,
      read.filter((call) => !store.live.has(call.id)),
    ),
    readToMs: read.length < mostRead ? null : (read.at(-1)?.startedAtMs ?? null),
    ready: true,
  }));
}

function receive(changes: readonly EventPayload<'call:changed'>[]): void {
  // What could not be read is asked for again with the next sign of life.
  if (useCalls.getState().failure !== null) void readCalls();
  useCalls.setState((store) => {
    const live = new Map(store.live);
    const held = new Set(store.calls.map((call) => call.id));
    const changed = new Map<string, Call>();
    for (const { call, revision } of changes) {
      if (call.profile !== shown || (live.get(call.id) ?? 0) >= revision) continue;
      // One that is in the list already stays in it, also when its record moves its start.
      const older = store.readToMs !== null && call.startedAtMs < store.readToMs;
      if (older && !held.has(call.id)) continue;
      live.set(call.id, revision);
      changed.set(call.id, call);
    }
    // The list stays the same one while nothing in it changed.
    return changed.size === 0 ? store : { ...store, calls: withCalls(store.calls, [...changed.values()]), live };
  });
}

/** A burst of changes, as after a lost connection to the PBX, is drawn once. */
const burstMs = 16;

export function connectCalls(): void {
  let waiting: EventPayload<'call:changed'>[] = [];
  subscribe('call:changed', (change) => {
    waiting.push(change);
    if (waiting.length > 1) return;
    setTimeout(() => {
      const changes = waiting;
      waiting = [];
      receive(changes);
    }, burstMs);
  });
}

/** Closes a call on the card of every window; it stays in the history. */
export function dismissCall(id: string): void {
  void request('call:dismiss', { id });
}

/** The missed ones among them are in sight. */
export function tellMissedSeen(): void {
  void request('missed:seen', {});
}

/** Turns to one of several calls, in every window. */
export function chooseCall(id: string): void {
  void request('call:choose', { id });
}
