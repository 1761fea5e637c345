import type { Call } from './call.ts';

/** Events lag a little behind what they tell. */
const graceSeconds = 10;
/** What Simotel uses when the request names no timeout (reference: `timeout`, PBX default 30). */
const pbxDefaultTimeoutSeconds = 30;

/** How long the agent's own phone may ring before silence means that nobody picked it up. */
export function ownPhoneRingsMs(call: Pick<Call, 'timeoutSeconds'>): number {
  return (timeoutSeconds(call) + graceSeconds) * 1000;
}

/** Both parties may ring until their time-out, one after the other. */
export function bothPhonesRingMs(call: Pick<Call, 'timeoutSeconds'>): number {
  return (2 * timeoutSeconds(call) + graceSeconds) * 1000;
}

function timeoutSeconds(call: Pick<Call, 'timeoutSeconds'>): number {
  return call.timeoutSeconds ?? pbxDefaultTimeoutSeconds;
}
