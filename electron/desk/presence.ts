import type { ExtensionState } from '../../shared/domain/call-event.ts';
import { findQueue, type OwnQueue, type PbxQueue, type Presence } from '../../shared/domain/pbx-directory.ts';
import type { ReadEvent } from '../calls/ports.ts';
import { longestTrueMs } from './told-limit.ts';

interface Told<T> {
  readonly is: T;
  readonly atMs: number;
}

/** How colleagues are, as the PBX said last in this run, and in which queues the agent is paused. Nothing is guessed. */
export interface PresenceBoard {
  heard(event: ReadEvent, receivedAtMs: number): void;
  /** The PBX did what it was asked for. */
  accepted(queue: string, paused: boolean): void;
  /** Empty while no events can come in: what was said before may be long untrue. */
  extensions(): readonly Presence[];
  /** Of the agent's own phone; null while nothing was said, or too long ago to go by. */
  ownPhone(): ExtensionState | null;
  ownQueues(): readonly OwnQueue[];
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
  const extensions = new Map<string, Told<ExtensionState>>();
  const paused = new Map<string, Told<boolean>>();
  let owner = '';

  const forgetOthers = () => {
    if (owner === deps.owner() && deps.hearing()) return;
    if (owner !== deps.owner()) paused.clear();
    owner = deps.owner();
    extensions.clear();
  };
  const note = <T>(map: Map<string, Told<T>>, key: string, told: Told<T>) => {
    const known = map.get(key);
    if (known !== undefined && known.atMs > told.atMs) return;
    map.set(key, told);
    deps.onChange();
  };
  const noteState = (extension: string, state: ExtensionState, atMs: number, queue: string | null) => {
    note(extensions, extension, { is: state, atMs });
    if (queue === null || extension !== deps.agentNumber() || (state !== 'paused' && state !== 'idle')) return;
    const known = findQueue(deps.ownQueues(), queue);
    note(paused, ownedBy(extension, known?.number ?? queue), { is: state === 'paused', atMs });
  };
  const ownedBy = (agent: string, queue: string) => JSON.stringify([agent, queue]);
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
      note(paused, ownedBy(deps.agentNumber(), queue), { is: isPaused, atMs: deps.clock() });
    },
    extensions() {
      forgetOthers();
      return [...extensions].map(([number, { is, atMs }]) => ({ number, state: is, atMs }));
    },
    ownPhone() {
      forgetOthers();
      const told = extensions.get(deps.agentNumber());
      return told === undefined || deps.clock() - told.atMs > longestTrueMs ? null : told.is;
    },
    ownQueues() {
      forgetOthers();
      return deps.ownQueues().map((queue) => {
        const told = paused.get(ownedBy(deps.agentNumber(), queue.number));
        return { name: queue.name, number: queue.number, paused: told?.is ?? null, atMs: told?.atMs ?? null };
      });
    },
  };
}
