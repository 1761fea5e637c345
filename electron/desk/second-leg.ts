import type { Call } from '../../shared/domain/call.ts';
import { lastSignOfLifeAtMs } from '../../shared/domain/call-signs.ts';
import { isToAgent, otherParty, ringsHere } from '../../shared/domain/call-view.ts';
import { sameNumber } from '../../shared/domain/destination.ts';
import { ownPhoneRingsMs } from '../../shared/domain/ringing-time.ts';

/**
 * A PBX may tell of one caller under two ids that nothing joins, as where a queue rings the phone anew. Who calls while the same
 * number still rings here is the same call to the agent, though its events are kept apart.
 */
export function isSameCaller(one: Call, other: Call): boolean {
  return one.id !== other.id && isToAgent(one) && isToAgent(other) && sameNumber(otherParty(one), otherParty(other));
}

/** Nobody told that it stopped, and it can ring so long. */
export function stillRings(call: Call, nowMs: number): boolean {
  return ringsHere(call) && nowMs - (lastSignOfLifeAtMs(call) ?? 0) < ownPhoneRingsMs(call);
}
