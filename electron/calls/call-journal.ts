import { advanceCall, type CallChange } from '../../shared/domain/advance-call.ts';
import type { Call } from '../../shared/domain/call.ts';
import type { ReadOwnIdentity } from './own-identity.ts';
import type { CallStore } from './ports.ts';

/** The only way a call row changes: fold the change in, save, then tell everybody once. */
export interface CallJournal {
  /** Keeps a new call at once, and tells of it when what is waiting for that was done. */
  begin(call: Call): void;
  /**
   * Null when the change neither touches nor makes a call of ours. `alsoTold` gives what else is told of that call: it belongs to the
   * same step, so that nobody hears of a call without what is known of it already.
   */
  apply(call: Call | null, change: CallChange, alsoTold?: (call: Call) => readonly CallChange[]): Call | null;
  /** Many changes at once: one commit, and they are told when they are in it. */
  together(work: () => void): void;
}

export function createCallJournal(deps: {
  readonly store: CallStore;
  readonly own: ReadOwnIdentity;
  readonly publish: (call: Call) => void;
  /** What hears of a call and fails. The call is kept all the same, and whoever changed it goes on. */
  readonly onBug: (problem: unknown) => void;
}): CallJournal {
  let untold: Map<string, Call> | null = null;
  const begun = new Map<string, Call>();
  const tell = (call: Call) => {
    try {
      deps.publish(call);
    } catch (problem) {
      deps.onBug(problem);
    }
  };
  const keep = (call: Call) => {
    deps.store.save(call);
    begun.delete(call.id);
    if (untold === null) tell(call);
    else untold.set(call.id, call);
  };
  return {
    begin(call) {
      if (untold !== null) {
        keep(call);
        return;
      }
      deps.store.save(call);
      begun.set(call.id, call);
      setImmediate(() => {
        // What became of it was told meanwhile.
        if (begun.get(call.id) !== call) return;
        begun.delete(call.id);
        tell(call);
      });
    },
    apply(call, change, alsoTold = () => []) {
      const advanced = advanceCall(call, change, deps.own());
      if (advanced === null) return null;
      const whole = alsoTold(advanced).reduce<Call>(
        (known, told) => advanceCall(known, told, deps.own()) ?? known,
        advanced,
      );
      if (whole !== call) keep(whole);
      return whole;
    },
    together(work) {
      const kept = new Map<string, Call>();
      const broken: unknown[] = [];
      untold = kept;
      try {
        deps.store.together(deps.own().profile, () => {
          try {
            work();
          } catch (problem) {
            // Calls do not depend on each other: those before it stay.
            broken.push(problem);
          }
        });
      } finally {
        untold = null;
      }
      for (const call of kept.values()) tell(call);
      if (broken.length > 0) throw broken[0];
    },
  };
}
