import type { Inbox, RawEvent, StoredEvent } from '../../electron/calls/ports.ts';

/** An inbox in memory that can hold commits back or refuse them. */
export class MemoryInbox implements Pick<Inbox, 'append'> {
  readonly stored: StoredEvent[] = [];
  /** How often it was asked, duplicates and refused ones included. */
  appends = 0;
  refusing = false;
  #held: (() => void)[] | null = null;

  /** From now on nothing is committed until `release`. */
  hold(): void {
    this.#held = [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const commit of held) commit();
  }

  async append(event: RawEvent): Promise<StoredEvent | null> {
    this.appends += 1;
    const held = this.#held;
    if (held !== null) await new Promise<void>((resolve) => held.push(resolve));
    if (this.refusing) throw new Error('SQLITE_FULL');
    const known = event.dedupeKey !== null && this.stored.some(({ dedupeKey }) => dedupeKey === event.dedupeKey);
    if (known) return null;
    const stored: StoredEvent = { ...event, id: this.stored.length + 1, state: 'new' };
    this.stored.push(stored);
    return stored;
  }
}
