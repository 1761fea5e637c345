import type { ExtensionState } from '../../shared/domain/call-event.ts';
import { findQueue, type OwnQueue, type PbxQueue, type Presence } from '../../shared/domain/pbx-directory.ts';
import type { ReadEvent } from '../calls/ports.ts';
import { longestTrueMs } from './told-limit.ts';

interface Told<T> {
  readonly is: T;
  readonly atMs: number;
}

interface ToldState extends Told<ExtensionState> {
  /** Events came in ever since, so a change would have been told. */
  readonly followed: boolean;
}

interface ToldPause extends Told<boolean> {
  /** By a pause that named no queue, which is one of all of them. */
  readonly ofPhone: boolean;
}

/** How colleagues are, as the PBX said last in this run, and in which queues the agent is paused. Nothing is guessed. */
export interface PresenceBoard {
  heard(event: ReadEvent, receivedAtMs: number): void;
  /** The PBX did what it was asked for. */
  accepted(queue: string, paused: boolean): void;
  /** Unknown, with the moment when it was told, is what may be long untrue: told too long ago, or before a time without events. */
  extensions(): readonly Presence[];
  /** Of the agent's own phone; null while nothing was said, or too long ago to go by. */
  ownPhone(): ExtensionState | null;
  ownQueues(): readonly OwnQueue[];
  stop(): void;
}

export function createPresenceBoard(deps: {
  /** Which PBX, and whose: what was said of others does not hold. */
  readonly owner: () => string;
  readonly hearing: () => boolean;
  readonly agentNumber: () => string;
  readonly ownQueues: () => readonly PbxQueue[];
  readonly clock: () => number;
  readonly onChange: () => void;
}): PresenceBoard {
  const extensions = new Map<string, ToldState>();
  const paused = new Map<string, ToldPause>();
  let owner = '';
  let timer: NodeJS.Timeout | null = null;

  /** The one place that says whether something told still counts; `followed`: nothing that came after it was missed. */
  const stillTrue = <T>(told: (Told<T> & { readonly followed?: boolean }) | undefined): T | null =>
    told === undefined || told.followed === false || deps.clock() - told.atMs > longestTrueMs ? null : told.is;
  /** What gets too old is announced without an event. */
  const awaitNextOld = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const moments = [...extensions.values(), ...paused.values()]
      .filter((told) => stillTrue<unknown>(told) !== null)
      .map(({ atMs }) => atMs);
    if (moments.length === 0) return;
    const oldAtMs = moments.reduce((first, atMs) => Math.min(first, atMs)) + longestTrueMs + 1;
    timer = setTimeout(
      () => {
        deps.onChange();
        awaitNextOld();
      },
      Math.max(1, oldAtMs - deps.clock()),
    );
    timer.unref();
  };
  const forgetOthers = () => {
    if (owner !== deps.owner()) {
      paused.clear();
      extensions.clear();
      owner = deps.owner();
    }
    if (deps.hearing()) return;
    for (const [number, told] of extensions) extensions.set(number, { ...told, followed: false });
  };
  const note = <T extends Told<unknown>>(map: Map<string, T>, key: string, told: T) => {
    const known = map.get(key);
    if (known !== undefined && known.atMs > told.atMs) return;
    map.set(key, told);
    // The one that gets old next is an earlier one, or this if it is alone: a timer for either stands.
    if (timer === null) awaitNextOld();
    deps.onChange();
  };
  const ownedBy = (agent: string, queue: string) => JSON.stringify([agent, queue]);
  const noteQueue = (agent: string, queue: string, told: ToldPause) => note(paused, ownedBy(agent, queue), told);
  const noteOwn = (state: ExtensionState, atMs: number, queue: string | null) => {
    const agent = deps.agentNumber();
    if (queue !== null) {
      const known = findQueue(deps.ownQueues(), queue)?.number ?? queue;
      noteQueue(agent, known, { is: state === 'paused', atMs, ofPhone: false });
      return;
    }
    for (const { number } of deps.ownQueues()) {
      if (state === 'paused') noteQueue(agent, number, { is: true, atMs, ofPhone: true });
      // A phone at rest says nothing of a pause in one queue; it ends one that was told of the phone.
      else if (paused.get(ownedBy(agent, number))?.ofPhone === true) paused.delete(ownedBy(agent, number));
    }
  };
  const noteState = (extension: string, state: ExtensionState, atMs: number, queue: string | null) => {
    const known = extensions.get(extension);
    note(extensions, extension, { is: state, atMs, followed: true });
    const news = known === undefined || known.atMs <= atMs;
    if (extension !== deps.agentNumber() || (state !== 'paused' && state !== 'idle')) return;
    if (queue !== null || news) noteOwn(state, atMs, queue);
  };
  return {
    heard(read, atMs) {
      forgetOthers();
      if (!deps.hearing()) return;
      if (read.kind === 'call' && read.event.kind === 'extension-state') {
        noteState(read.event.extension, read.event.state, atMs, read.event.queue);
      } else if (read.kind === 'other' && read.event.kind === 'extension-added') {
        noteState(read.event.extension, read.event.state, atMs, null);
      } else if (read.kind === 'other' && read.event.kind === 'extension-removed') {
        if (extensions.delete(read.event.extension)) deps.onChange();
      }
    },
    accepted(queue, isPaused) {
      forgetOthers();
      noteQueue(deps.agentNumber(), queue, { is: isPaused, atMs: deps.clock(), ofPhone: false });
    },
    extensions() {
      forgetOthers();
      return [...extensions].map(([number, told]) => ({
        number,
        state: stillTrue(told) ?? 'unknown',
        atMs: told.atMs,
      }));
    },
    ownPhone() {
      forgetOthers();
      return stillTrue(extensions.get(deps.agentNumber()));
    },
    ownQueues() {
      forgetOthers();
      return deps.ownQueues().map(({ name, number }) => {
        const told = paused.get(ownedBy(deps.agentNumber(), number));
        return { name, number, paused: stillTrue(told), atMs: told?.atMs ?? null };
      });
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
