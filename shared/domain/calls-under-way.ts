import type { Call } from './call.ts';
import { callEnd } from './call-view.ts';

/** A call nobody heard of for longer is not on the line any more; its end was missed while the computer slept. */
export const longestCallMs = 6 * 60 * 60 * 1000;

/** Every call that is, or may be, on the line and that the agent did not close; newest first. */
export function callsUnderWay(calls: readonly Call[], dismissed: ReadonlySet<string>, nowMs: number): readonly Call[] {
  return calls.filter(
    (call) => callEnd(call) === null && !dismissed.has(call.id) && nowMs - call.startedAtMs < longestCallMs,
  );
}
