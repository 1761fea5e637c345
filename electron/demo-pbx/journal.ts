import type { DemoPbxObserver, DemoPbxRequest, DemoPbxSentEvent } from './demo-pbx-types.ts';

const keptEntries = 1000;

/** What the PBX received and sent, newest {@link keptEntries} of each. */
export class Journal {
  readonly #requests: DemoPbxRequest[] = [];
  readonly #events: DemoPbxSentEvent[] = [];
  readonly #observer: DemoPbxObserver;

  constructor(observer: DemoPbxObserver) {
    this.#observer = observer;
  }

  get requests(): readonly DemoPbxRequest[] {
    return this.#requests;
  }

  get events(): readonly DemoPbxSentEvent[] {
    return this.#events;
  }

  addRequest(request: DemoPbxRequest): void {
    keep(this.#requests, request);
    this.#observer.request?.(request);
  }

  addEvent(event: DemoPbxSentEvent): void {
    keep(this.#events, event);
    this.#observer.event?.(event);
  }
}

function keep<T>(entries: T[], entry: T): void {
  entries.push(entry);
  if (entries.length > keptEntries) {
    entries.shift();
  }
}
