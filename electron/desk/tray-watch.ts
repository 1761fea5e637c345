import type { Call } from '../../shared/domain/call.ts';
import { type CallStore, unlessFailing } from '../calls/ports.ts';
import { createSoon } from './soon.ts';
import { type TrayFacts, type TrayModel, trayModel } from './tray-model.ts';

/** Below what anybody notices, and enough to take a burst of events together. */
const pauseMs = 100;
/** The last five numbers are among so many calls, unless one of them was called all day. */
const callsRead = 50;

/** Keeps what the tray shows up to date, and tells only of what is another than before. */
export interface TrayWatch {
  changed(): void;
  stop(): void;
}

export function createTrayWatch(deps: {
  readonly calls: Pick<CallStore, 'list' | 'listUnfinished'>;
  readonly profile: () => string;
  readonly facts: () => Omit<TrayFacts, 'calls'>;
  readonly publish: (model: TrayModel) => void;
}): TrayWatch {
  let told = '';
  const tell = () => {
    const calls = readCalls(deps.calls, deps.profile());
    if (calls === null) return;
    const model = trayModel({ ...deps.facts(), calls });
    const text = JSON.stringify(model);
    if (text === told) return;
    told = text;
    deps.publish(model);
  };
  const soon = createSoon(pauseMs, tell);
  return { changed: soon.ask, stop: soon.stop };
}

/** Null: the database does not tell; what is shown stays. */
function readCalls(store: Pick<CallStore, 'list' | 'listUnfinished'>, profile: string): readonly Call[] | null {
  return unlessFailing(null, () => {
    const newest = store.list(profile, null, callsRead);
    const known = new Set(newest.map(({ id }) => id));
    // Newest first, as the others.
    const older = [...store.listUnfinished(profile)].reverse().filter(({ id }) => !known.has(id));
    return [...newest, ...older];
  });
}
