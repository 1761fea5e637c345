import type { TrunkPresence, TrunkState } from '../../shared/domain/pbx-directory.ts';
import type { Trunk } from '../../shared/domain/trunk.ts';
import type { ReadEvent } from '../calls/ports.ts';
import { longestTrueMs } from './told-limit.ts';

interface Told {
  readonly state: TrunkState;
  readonly atMs: number;
}

/** How trunks are: an event says whether one works, the list only whether it is there and switched on. */
export interface TrunkBoard {
  heard(event: ReadEvent, receivedAtMs: number): void;
  /** All trunks, as the PBX lists them now. */
  listed(trunks: readonly Trunk[]): void;
  trunks(): readonly TrunkPresence[];
  /** Null: nothing was said of it. One that failed long ago is `unknown`: it is listed, and may work since. */
  state(name: string): TrunkState | null;
  /** The list was read, and it is not there: never as long as nobody told which trunks there are. */
  lacks(name: string): boolean;
}

export function createTrunkBoard(deps: {
  /** Which PBX. */
  readonly owner: () => string;
  readonly hearing: () => boolean;
  readonly clock: () => number;
  readonly onChange: () => void;
}): TrunkBoard {
  const trunks = new Map<string, Told>();
  let owner = '';
  let wasListed = false;
  const forgetOthers = () => {
    if (owner !== deps.owner()) {
      trunks.clear();
      wasListed = false;
    }
    owner = deps.owner();
    if (deps.hearing()) return;
    // Nobody would tell that it works again.
    for (const [name, { state, atMs }] of trunks) {
      if (state === 'ok' || state === 'unavailable') trunks.set(name, { state: 'unknown', atMs });
    }
  };
  return {
    heard(read, atMs) {
      if (read.kind !== 'other' || read.event.kind !== 'trunk-state') return;
      forgetOthers();
      const { trunkName, state } = read.event;
      if ((trunks.get(trunkName)?.atMs ?? 0) > atMs) return;
      trunks.set(trunkName, { state, atMs });
      deps.onChange();
    },
    listed(list) {
      forgetOthers();
      wasListed = true;
      const atMs = deps.clock();
      for (const { name, active } of list) {
        const state = active ? stillTrue(trunks.get(name)?.state) : 'deactivated';
        // The list does not say it again: what an event said keeps its age.
        if (state !== trunks.get(name)?.state) trunks.set(name, { state, atMs });
      }
      const names = new Set(list.map(({ name }) => name));
      for (const [name, { state }] of trunks) {
        if (!names.has(name) && state !== 'removed') trunks.set(name, { state: 'removed', atMs });
      }
      deps.onChange();
    },
    trunks() {
      forgetOthers();
      return [...trunks].map(([name, { state, atMs }]) => ({ name, state, atMs }));
    },
    state(name) {
      forgetOthers();
      const told = trunks.get(name);
      if (told === undefined) return null;
      const old = told.state === 'unavailable' && deps.clock() - told.atMs > longestTrueMs;
      return old ? 'unknown' : told.state;
    },
    lacks(name) {
      forgetOthers();
      const state = trunks.get(name)?.state;
      return state === 'removed' || (wasListed && state === undefined);
    },
  };
}

/** Of one that is listed and switched on. */
function stillTrue(state: TrunkState | undefined): TrunkState {
  return state === 'ok' || state === 'unavailable' ? state : 'unknown';
}
