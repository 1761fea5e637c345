import type { AwaitingKind, QueueRule } from '../../shared/domain/after-call/awaits-outcome.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import type { Clock } from '../calls/ports.ts';

/** Remembers since when calls ask for an outcome, and by which rule. */
export interface QueueMemory {
  read(): QueueRule | null;
  remember(rule: QueueRule | null): void;
}

export interface QueueRules {
  /** Null while there are no outcomes to give. */
  now(): QueueRule | null;
}

/**
 * A rule holds from the moment it was made: neither the first outcomes nor another choice of calls asks about what is long over. `onEnd`:
 * the last outcome is gone, and nothing can be given any more.
 */
export function createQueueRules(deps: {
  readonly settings: () => Settings['afterCall'];
  readonly memory: QueueMemory;
  readonly clock: Clock;
  readonly onEnd: () => void;
}): QueueRules {
  const made = (kind: AwaitingKind): QueueRule => {
    const known = deps.memory.read();
    if (known?.kind === kind) return known;
    const rule: QueueRule = { kind, sinceMs: deps.clock() };
    deps.memory.remember(rule);
    return rule;
  };
  return {
    now() {
      const { outcomes, awaits } = deps.settings();
      if (outcomes.length > 0) return made(awaits);
      if (deps.memory.read() !== null) {
        deps.memory.remember(null);
        deps.onEnd();
      }
      return null;
    },
  };
}
