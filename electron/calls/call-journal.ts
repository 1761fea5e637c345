import { advanceCall, type CallChange } from '../../shared/domain/advance-call.ts';
import type { Call } from '../../shared/domain/call.ts';
import type { ReadOwnIdentity } from './own-identity.ts';
import type { CallStore } from './ports.ts';

/** The only way a call row changes: fold the change in, save, then tell everybody once. */
export interface CallJournal {
  begin(call: Call): void;
  /**
   * Null when the change neither touches nor makes a call of ours. `alsoTold` gives what else is told of that call: it belongs to the
   * same step, so that nobody hears of a call without what is known of it already.
   */
  apply(call: Call | null, change: CallChange, alsoTold?: (call: Call) => readonly CallChange[]): Call | null;
}

export function createCallJournal(deps: {
  readonly store: CallStore;
  readonly own: ReadOwnIdentity;
  readonly publish: (call: Call) => void;
}): CallJournal {
  const keep = (call: Call) => {
    deps.store.save(call);
    deps.publish(call);
  };
  return {
    begin: keep,
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
  };
}
