import type { FinishedCall } from './finished-call.ts';

const keptCalls = 5000;

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

  hasRecording(file: string): boolean {
    return file !== '' && this.#calls.some((call) => call.recordFile === file);
  }
}
