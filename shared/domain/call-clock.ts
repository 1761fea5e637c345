import type { Call } from './call.ts';
import { callSteps, type StepKind } from './call-steps.ts';
import { callEnd } from './call-view.ts';

const beginnings: readonly StepKind[] = ['requested', 'came-in', 'caller-ringing'];

/**
 * Whole seconds that a call has been going since it was asked for, or since it came in. Null when it is over, or when its beginning was not
 * seen: a time counted from some later moment would be made up.
 */
export function secondsSinceBegin(call: Call, nowMs: number): number | null {
  const [first] = callSteps(call);
  if (callEnd(call) !== null || first === undefined || !beginnings.includes(first.kind)) return null;
  // None below zero when the clock was set back meanwhile.
  return Math.max(0, Math.floor((nowMs - first.atMs) / 1000));
}
