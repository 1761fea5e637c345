import { randomInt } from 'node:crypto';

export interface CallIds {
  /** What the answer to originate says: `orig.call.1703145054.787335`. */
  readonly originatedCallId: string;
  /** The `unique_id` or `cuid` of the call: `1703145054.378`. */
  readonly pbxCallId: string;
}

/** Numbers calls as Asterisk does: the time, and a counter that rises by one per leg. */
export class CallIdSource {
  #counter = 376;

  next(atMs: number): CallIds {
    this.#counter += 2;
    const seconds = Math.floor(atMs / 1000);
    return {
      originatedCallId: `orig.call.${seconds}.${randomInt(100_000, 1_000_000)}`,
      pbxCallId: `${seconds}.${this.#counter}`,
    };
  }
}
