import type { MissedEntry } from '../../shared/domain/missed/missed-entry.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import { type MissedCalls, unlessFailing } from '../calls/ports.ts';
import { createSoon } from './soon.ts';

const pauseMs = 250;

/** Knows the numbers that called in vain; asks the history anew only when a call changed. */
export interface MissedWatch {
  read(): AppState['missed'];
  list(handled: boolean): readonly MissedEntry[];
  /** A call changed, or the calls are another PBX's. */
  changed(): void;
  seen(): void;
  /** The agent says that nothing is left to be done for the number. */
  handle(number: string): void;
  reopen(number: string): void;
  stop(): void;
}

export function createMissedWatch(deps: {
  readonly missed: MissedCalls;
  readonly profile: () => string;
  /** Other numbers wait, or something else is to be said of them. */
  readonly onChange: () => void;
}): MissedWatch {
  const { missed, profile } = deps;
  let known: readonly MissedEntry[] = [];
  let told = '[]';
  const look = () => {
    // What the database does not tell stays as it is known.
    known = unlessFailing(known, () => missed.list(profile(), false));
    const now = JSON.stringify(known);
    if (now === told) return;
    told = now;
    deps.onChange();
  };
  const soon = createSoon(pauseMs, look);
  return {
    read: () => ({ unhandled: known.length, unseen: known.filter(({ seen }) => !seen).length }),
    list: (handled) => missed.list(profile(), handled),
    changed: soon.ask,
    seen() {
      missed.markSeen(profile());
      look();
    },
    handle(number) {
      missed.handle(profile(), number);
      look();
    },
    reopen(number) {
      missed.reopen(profile(), number);
      look();
    },
    stop: soon.stop,
  };
}
