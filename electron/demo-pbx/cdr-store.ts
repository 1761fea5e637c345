import type { FinishedCall } from './finished-call.ts';
import { specialOutcomeOf } from './special-callees.ts';

const keptCalls = 20_000;

/** The PBX's books: what the report services search. */
export class CdrStore {
  readonly #calls: FinishedCall[];

  constructor(calls: readonly FinishedCall[]) {
    this.#calls = [...calls];
  }

  get calls(): readonly FinishedCall[] {
    return this.#calls;
  }

  add(call: FinishedCall): void {
    this.#calls.push(call);
    if (this.#calls.length > keptCalls) {
      this.#calls.shift();
    }
  }

  /** Null: there is no such file, or none any more. */
  recordingSeconds(file: string): number | null {
    const call = file === '' ? undefined : this.#calls.find((known) => known.recordFile === file);
    return call === undefined || specialOutcomeOf(call.callee) === 'recording-gone' ? null : call.talkSeconds;
  }
}
