import type { Call } from './call.ts';
import { finalRecord, isMissed } from './call-view.ts';

/** The record, which tells of a colleague who took the call, comes a moment after the phone went quiet. */
export const recordComesWithinMs = 1500;

/** It rang here and went quiet; whether a colleague took it, or nobody, is not told yet. */
export function mayBeTakenElsewhere(call: Call, nowMs: number): boolean {
  return isMissed(call) && finalRecord(call) === null && nowMs - quietSinceMs(call) < recordComesWithinMs;
}

function quietSinceMs({ observed }: Call): number {
  return observed['agent-idle-again'] ?? observed['agent-idle'] ?? 0;
}
