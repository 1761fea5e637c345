import type { Clock } from './ports.ts';

/**
 * Since when the calls of the active profile are watched, UTC epoch ms: what happened to them before, in an earlier run or while
 * another profile was in use, was not seen.
 */
export function createWatchedSince(deps: {
  readonly profile: () => string;
  readonly clock: Clock;
  readonly startedAtMs: number;
}): () => number {
  let watched = deps.profile();
  let sinceMs = deps.startedAtMs;
  return () => {
    // From the very moment of a switch on, and also when somebody comes back.
    if (watched !== deps.profile()) {
      watched = deps.profile();
      sinceMs = deps.clock();
    }
    return sinceMs;
  };
}
