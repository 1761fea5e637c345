import { setImmediate } from 'node:timers/promises';

export interface Counted {
  readonly count: number;
  /** It stopped there. */
  readonly more: boolean;
}

/** Beyond, nobody reads the number. */
const mostCounted = 10_000;
/** Longer than this nobody else is kept waiting: the next page is asked for on the same thread. */
const longestTurnMs = 2;
/** What it may take of the thread in all. */
const longestMs = 500;

/** Counts what a search finds, with turns for others in between. `goesOn` is asked before each turn. */
export async function countInTurns(found: Iterable<boolean>, goesOn: () => boolean): Promise<Counted> {
  let count = 0;
  let spentMs = 0;
  let since = performance.now();
  for (const fits of found) {
    if (fits) count += 1;
    if (count > mostCounted) return { count: mostCounted, more: true };
    const turnMs = performance.now() - since;
    if (turnMs < longestTurnMs) continue;
    spentMs += turnMs;
    if (spentMs > longestMs) return { count: roundedDown(count), more: true };
    await setImmediate();
    if (!goesOn()) return { count: roundedDown(count), more: true };
    since = performance.now();
  }
  return { count, more: false };
}

/** `more than 7,300` says as much as `more than 7,312`. */
function roundedDown(count: number): number {
  const step = 10 ** Math.max(0, String(count).length - 2);
  return Math.floor(count / step) * step;
}
