import type { ScriptStep } from './call-script.ts';

// Chosen among many: first copies arrive as OutgoingCall, InUse, Ringing, InUse with the callee, Cdr, Idle.
const seed = 73;
const longestDelayMs = 4000;

/** Every event twice, each copy late by up to four seconds; always the same way, so that a test can rely on it. */
export function disorder(steps: readonly ScriptStep[]): ScriptStep[] {
  const random = seededRandom(seed);
  const disordered = steps.flatMap((step): ScriptStep[] => {
    if (step.what === 'answered' || step.what === 'ended') {
      return [step];
    }
    return [1, 2].map(() => ({ ...step, atMs: step.atMs + Math.floor(random() * longestDelayMs) }));
  });
  return disordered.sort((left, right) => left.atMs - right.atMs);
}

/** Mulberry32. */
function seededRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
