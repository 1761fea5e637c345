import { setTimeout as pause } from 'node:timers/promises';
import { fromIdValue } from '../calls/id-columns.ts';
import type { Connection } from '../database.ts';
import type { MissedSigns } from '../missed/missed-signs.ts';
import { inTransaction } from '../transaction.ts';
import { openWork } from './removal-plan.ts';

/** Longer than half of this a step does not hold up the calls that go on; the next one is made smaller or larger for it. */
const longestStepMs = 20;
const pauseMs = 100;
const smallest = 5;
const largest = 200;

/** How many rows the next step takes, after one that took so long. */
export function nextStep(rows: number, tookMs: number): number {
  if (tookMs > longestStepMs / 2) return Math.max(smallest, Math.floor(rows / 2));
  return tookMs < longestStepMs / 4 ? Math.min(largest, rows * 2) : rows;
}

/**
 * Removes what began, or came in, before a moment, in small steps beside the work of the program: calls with all that hangs on
 * them, what they say of numbers that called in vain too, then raw events. Calls that are still to be done something about stay. Answers how many calls went.
 */
export async function removeOld(
  connection: Connection,
  signs: Pick<MissedSigns, 'forget'>,
  beforeMs: number,
  isOver: () => boolean,
): Promise<number> {
  const removeCalls = `DELETE FROM calls WHERE key > ? AND key <= ? AND started_at_ms < ? AND NOT ${openWork} RETURNING id`;
  const calls = await inSteps(connection, isOver, {
    select: `SELECT key AS id, started_at_ms AS at FROM calls WHERE key > ? ORDER BY key LIMIT ?`,
    beforeMs,
    remove(after, upTo) {
      const gone = connection.prepare(removeCalls).all(after, upTo, beforeMs) as unknown as readonly StoredId[];
      signs.forget(gone.map(({ id }) => fromIdValue(id)));
      return gone.length;
    },
  });
  const removeEvents = `DELETE FROM inbox WHERE id > ? AND id <= ? AND received_at_ms < ? AND state <> 'new'`;
  await inSteps(connection, isOver, {
    select: 'SELECT id, received_at_ms AS at FROM inbox WHERE id > ? ORDER BY id LIMIT ?',
    beforeMs,
    remove: (after, upTo) => Number(connection.prepare(removeEvents).run(after, upTo, beforeMs).changes),
  });
  return calls;
}

/** The same of raw events alone, up to one of them; none that still waits to be worked on. */
export function removeEvents(connection: Connection, upToId: number, isOver: () => boolean): Promise<number> {
  const remove = `DELETE FROM inbox WHERE id > ? AND id <= min(?, ?) AND state <> 'new'`;
  return inSteps(connection, isOver, {
    select: 'SELECT id, id AS at FROM inbox WHERE id > ? ORDER BY id LIMIT ?',
    beforeMs: upToId + 1,
    remove: (after, upTo) => Number(connection.prepare(remove).run(after, upTo, upToId).changes),
  });
}

interface StoredId {
  readonly id: Uint8Array | string;
}

interface Steps {
  readonly select: string;
  readonly beforeMs: number;
  /** Answers how many went. */
  readonly remove: (after: number, upTo: number) => number;
}

/** From the oldest on, until all that is looked at is younger. */
async function inSteps(connection: Connection, isOver: () => boolean, { select, beforeMs, remove }: Steps) {
  let removed = 0;
  let after = Number.MIN_SAFE_INTEGER;
  let rows = smallest;
  while (!isOver() && connection.isOpen) {
    const begun = performance.now();
    const found = connection.prepare(select).all(after, rows) as unknown as readonly { id: number; at: number }[];
    const last = found.at(-1);
    if (last === undefined || found.every(({ at }) => at >= beforeMs)) break;
    const from = after;
    removed += inTransaction(connection, () => remove(from, last.id));
    after = last.id;
    rows = nextStep(rows, performance.now() - begun);
    await pause(pauseMs, undefined, { ref: false });
  }
  return removed;
}
