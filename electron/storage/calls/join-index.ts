import type { Connection } from '../database.ts';

/** Each commit leaves a piece of the index, and a group of three letters is looked up in each piece. So many cost nothing worth the work. */
const fewPieces = 8;
/** Written in one step: a few milliseconds. */
const pages = 50;
const firstPauseMs = 30_000;
const pauseMs = 100;

// In a trigger, as its other writing is: see call-index.ts.
const stepSql = `
  CREATE TEMP VIEW IF NOT EXISTS call_search_steps AS SELECT 0 AS pages;
  CREATE TEMP TRIGGER IF NOT EXISTS call_search_step INSTEAD OF INSERT ON call_search_steps BEGIN
    INSERT INTO call_search (call_search, rank) VALUES ('merge', new.pages);
  END`;

/** Makes one piece of many, each turn in one short transaction; true while there is more to do. */
export function createIndexJoin(connection: Connection): () => boolean {
  connection.exec(stepSql);
  const step = connection.prepare('INSERT INTO call_search_steps VALUES (?)');
  const selectPieces = connection.prepare('SELECT count(DISTINCT segid) AS pieces FROM call_search_idx');
  const selectChanges = connection.prepare('SELECT total_changes() AS changes');
  const changes = () => (selectChanges.get() as { changes: number }).changes;
  let joining = false;
  return () => {
    if (!joining && (selectPieces.get() as { pieces: number }).pieces <= fewPieces) return false;
    const before = changes();
    // The sign begins a join of everything; what began goes on without.
    step.run(joining ? pages : -pages);
    // So the index tells that nothing was left to do; the step itself is one change.
    joining = changes() - before > 1;
    return joining;
  };
}

/** Beside the work of the program; returns the function that ends it. */
export function startJoining(connection: Connection): () => void {
  const join = createIndexJoin(connection);
  let timer: NodeJS.Timeout;
  const goOn = (waitMs: number) => {
    timer = setTimeout(() => {
      if (tryStep(connection, join)) goOn(pauseMs);
    }, waitMs);
    timer.unref();
  };
  goOn(firstPauseMs);
  return () => clearTimeout(timer);
}

/** A database that refuses is asked again at the next start. */
function tryStep(connection: Connection, join: () => boolean): boolean {
  try {
    return connection.isOpen && join();
  } catch {
    return false;
  }
}
