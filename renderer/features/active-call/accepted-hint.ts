import type { Call } from '../../../shared/domain/call.ts';
import { callSteps } from '../../../shared/domain/call-steps.ts';
import { ownPhoneRingsMs } from '../../../shared/domain/ringing-time.ts';

/** By then the agent's phone rings, and the event of it has come. */
const soonMs = 6000;

/** What may still be said of a call that the PBX accepted and nothing was seen of since. */
export function acceptedHint(call: Call, nowMs: number): 'accepted' | 'notSeen' | 'neverSeen' {
  const sinceMs = nowMs - (callSteps(call).find(({ kind }) => kind === 'accepted')?.atMs ?? call.startedAtMs);
  if (sinceMs < soonMs) return 'accepted';
  return sinceMs < ownPhoneRingsMs(call) ? 'notSeen' : 'neverSeen';
}
