import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import { type MissedCalls, StorageFailure } from '../calls/ports.ts';
import { createSoon } from './soon.ts';

const pauseMs = 250;

/** Knows how many numbers called in vain; asks the history anew only when a call changed. */
export interface MissedWatch {
  read(): AppState['missed'];
  /** A call changed, or the calls are another PBX's. */
  changed(): void;
  seen(): void;
  stop(): void;
}

export function createMissedWatch(deps: {
  readonly missed: MissedCalls;
  readonly profile: () => string;
  readonly onChange: () => void;
}): MissedWatch {
  let known: AppState['missed'] = { unhandled: 0, unseen: 0 };
  const count = () => {
    const now = counted(deps.missed, deps.profile());
    if (now === null || (now.unhandled === known.unhandled && now.unseen === known.unseen)) return;
    known = now;
    deps.onChange();
  };
  const soon = createSoon(pauseMs, count);
  return {
    read: () => known,
    changed: soon.ask,
    seen() {
      deps.missed.markSeen(deps.profile());
      count();
    },
    stop: soon.stop,
  };
}

/** Null: the database does not tell; what is known stays. */
function counted(missed: MissedCalls, profile: string): AppState['missed'] | null {
  try {
    const numbers = missed.unhandled(profile);
    return { unhandled: numbers.length, unseen: numbers.filter(({ seen }) => !seen).length };
  } catch (problem) {
    if (problem instanceof StorageFailure) return null;
    throw problem;
  }
}
