/**
 * Runs `work` never twice at once. Who asks during a run gets a later one, shared by all who ask meanwhile: the work reads what
 * is set when it runs, so one more run is enough for all of them.
 */
export function inTurn(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  return () => {
    if (waiting !== null) return waiting;
    const run = () => {
      waiting = null;
      return work();
    };
    waiting = running.then(run, run);
    running = waiting;
    return waiting;
  };
}
