import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { Call } from '../../shared/domain/call.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { CallCursor } from '../../shared/ipc/call-contract.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import { request, subscribe } from '../dialer-api.ts';
import { useAppState } from './app-state.ts';
import { withCalls } from './call-order.ts';

const pageSize = 60;

interface CallsStore {
  /** Calls known so far, newest first without gaps down to the last page read. */
  readonly calls: readonly Call[];
  /** The last row of the last page read; null before the first. A call that moved may stand below it. */
  readonly readTo: CallCursor | null;
  readonly total: number;
  /** Nothing older is left to read. */
  readonly complete: boolean;
  readonly loading: boolean;
  /** The first page has arrived. */
  readonly ready: boolean;
  readonly failure: DialerError | null;
  /** Calls of this run of the program, with the revision of the last change that was seen; 0 before the first. */
  readonly live: ReadonlyMap<string, number>;
}

const nothing: CallsStore = {
  calls: [],
  readTo: null,
  total: 0,
  complete: false,
  loading: false,
  ready: false,
  failure: null,
  live: new Map(),
};

/** A list of calls that follows what happens to them. */
export interface CallList {
  readonly use: UseBoundStore<StoreApi<CallsStore>>;
  /** Of one profile; resolves when the first calls are there. */
  show(of: string): Promise<void>;
  /** Reads the next page; the list asks for it as its end comes near. */
  loadOlder(): Promise<void>;
  receive(changes: readonly EventPayload<'call:changed'>[]): void;
}

export function createCallList(): CallList {
  const use = create<CallsStore>(() => nothing);
  /** Rises when the list is thrown away, so that an answer to an older question is not shown. */
  let generation = 0;
  let shown = '';

  const loadOlder = async (): Promise<void> => {
    const { readTo: before, loading, complete, ready } = use.getState();
    if (loading || (ready && complete)) return;
    const asked = generation;
    use.setState({ loading: true, failure: null });
    const answer = await request('call:list', { before, limit: pageSize }).catch((problem: unknown) => {
      // A bug, and reported as one; but the list must not say that it still comes.
      const incidentId = crypto.randomUUID().slice(0, 8);
      if (asked === generation) use.setState({ loading: false, failure: { code: 'internal', incidentId } });
      throw new Error(`The calls could not be read (incident ${incidentId})`, { cause: problem });
    });
    if (asked !== generation) return;
    if (!answer.ok) {
      use.setState({ loading: false, failure: answer.error });
      return;
    }
    const page = answer.value;
    const last = page.calls.at(-1);
    const runningSinceMs = useAppState.getState().state?.app.startedAtMs ?? Number.POSITIVE_INFINITY;
    const ofThisRun = page.calls.filter((call) => call.heard.firstAtMs >= runningSinceMs);
    use.setState((store) => ({
      // A window that opened later knows them as well.
      live: new Map([...ofThisRun.map((call) => [call.id, 0] as const), ...store.live]),
      // A version announced meanwhile is at least as new as the one in the page.
      calls: withCalls(
        store.calls,
        page.calls.filter((call) => !store.live.has(call.id)),
      ),
      readTo: last === undefined ? store.readTo : { startedAtMs: last.startedAtMs, id: last.id },
      total: Math.max(page.total, store.total),
      complete: page.calls.length < pageSize,
      loading: false,
      ready: true,
    }));
  };

  const receive = (changes: readonly EventPayload<'call:changed'>[]): void => {
    use.setState((store) => {
      const live = new Map(store.live);
      const { readTo } = store;
      const held = new Set(store.calls.map((call) => call.id));
      const changed = new Map<string, Call>();
      let { total } = store;
      for (const change of changes) {
        if (change.call.profile !== shown || (live.get(change.call.id) ?? 0) >= change.revision) continue;
        total = change.total;
        // An old call that changes while its page is not read yet will come with that page. One that is in the list
        // already stays in it, also when its record moves its start.
        const older = readTo !== null && change.call.startedAtMs < readTo.startedAtMs;
        if (!store.complete && older && !held.has(change.call.id)) continue;
        live.set(change.call.id, change.revision);
        changed.set(change.call.id, change.call);
      }
      // The list stays the same one while nothing in it changed.
      if (changed.size === 0) return total === store.total ? store : { ...store, total };
      return { ...store, calls: withCalls(store.calls, [...changed.values()]), live, total };
    });
  };

  return {
    use,
    async show(of) {
      if (of === shown) return;
      shown = of;
      generation += 1;
      use.setState(nothing);
      await loadOlder();
    },
    loadOlder,
    receive,
  };
}

/** The calls of the active profile, which live views go by. */
export const ownCalls = createCallList();
export const useCalls = ownCalls.use;

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
      ownCalls.receive(changes);
    }, burstMs);
  });
}

/** The calls of what the program is set up for; resolves when the first of them are there. */
export async function showCalls(profile: string | null): Promise<void> {
  if (profile !== null) await ownCalls.show(profile);
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
