/** Longer than this nobody else is kept waiting: events of calls come in on the same thread. */
const longestTurnMs = 8;

/** Called between small pieces of work; lets the others have their turn when one of ours was long. */
export function createPause(): () => Promise<void> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since < longestTurnMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = Date.now();
  };
}
