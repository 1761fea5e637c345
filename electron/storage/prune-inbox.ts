import type { Connection } from './database.ts';
import { inTransaction } from './transaction.ts';

const keptMs = 30 * 24 * 60 * 60 * 1000;
const stepRows = 1000;
const stepPauseMs = 100;
/** Programs run for weeks. */
const againMs = 24 * 60 * 60 * 1000;

/**
 * Removes what nobody will ask for: events of others' calls and unknown ones, 30 days old. In small steps beside the work of the
 * program, from the oldest on. Returns the function that ends it.
 */
export function startPruning(connection: Connection, clock: () => number): () => void {
  let timer: NodeJS.Timeout | null = null;
  const goOn = (afterId: number, pauseMs: number) => {
    timer = setTimeout(() => {
      const next = tryStep(connection, { beforeMs: clock() - keptMs, afterId, rows: stepRows });
      if (next === null) goOn(0, againMs);
      else goOn(next, stepPauseMs);
    }, pauseMs);
    timer.unref();
  };
  goOn(0, stepPauseMs);
  return () => {
    if (timer !== null) clearTimeout(timer);
  };
}

interface Step {
  readonly beforeMs: number;
  readonly afterId: number;
  readonly rows: number;
}

/** A database that refuses is asked again the next day. */
function tryStep(connection: Connection, step: Step): number | null {
  try {
    return connection.isOpen ? pruneStep(connection, step) : null;
  } catch {
    return null;
  }
}

/** Looks at the next rows and answers after which one to go on; null at the end, or where the events are younger. */
export function pruneStep(connection: Connection, { beforeMs, afterId, rows }: Step): number | null {
  const bounds: unknown = connection
    .prepare(
      `SELECT max(id) AS last, count(*) AS rows, min(received_at_ms) AS oldest
       FROM (SELECT id, received_at_ms FROM inbox WHERE id > ? ORDER BY id LIMIT ?)`,
    )
    .get(afterId, rows);
  const { last, rows: found, oldest } = bounds as { last: number | null; rows: number; oldest: number | null };
  if (last === null || oldest === null || oldest >= beforeMs) return null;
  inTransaction(connection, () =>
    connection
      .prepare(`DELETE FROM inbox WHERE id > ? AND id <= ? AND state IN ('ignored', 'unknown') AND received_at_ms < ?`)
      .run(afterId, last, beforeMs),
  );
  return found < rows ? null : last;
}
