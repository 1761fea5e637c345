import type { Call } from '../../../shared/domain/call.ts';
import { usedTrunkName } from '../../../shared/domain/call-view.ts';

export interface CallTrunk {
  /** The one that an event or a record of the PBX named. */
  readonly used: string | null;
  /** The one that was asked for, where it is not the one that was used. */
  readonly askedFor: string | null;
}

/** By which trunk a call went as far as the PBX told; null when there is nothing to say of it. */
export function callTrunk(call: Call): CallTrunk | null {
  const used = usedTrunkName(call);
  // An extension is reached without one, whatever was asked for.
  const asked = call.direction === 'internal' ? null : call.trunkName || null;
  const askedFor = asked === used ? null : asked;
  return used === null && askedFor === null ? null : { used, askedFor };
}
