import type { Call } from './call.ts';
import { nothingHeard, requestedDirection } from './call-parties.ts';

/** What an originate request asks of the PBX; seconds as whole numbers, null where the PBX's default applies. */
export interface OriginateRequest {
  readonly caller: string;
  readonly callee: string;
  readonly callerId: string;
  readonly dialplanContext: string;
  readonly trunkName: string | null;
  readonly timeoutSeconds: number | null;
  readonly callLimitSeconds: number | null;
}

/** Whom the agent asked for, when the PBX is asked for another number, and the rule that made it so. */
export interface AskedParty {
  readonly number: string;
  readonly ruleName: string | null;
}

/**
 * The row written before the originate request is sent, so that a crash in between loses nothing. The party is the number that was asked
 * for: by it names are found and it is called again, when the rules are applied anew.
 */
export function startCall(
  id: string,
  profile: string,
  request: OriginateRequest,
  atMs: number,
  asked: AskedParty = { number: request.callee, ruleName: null },
): Call {
  return {
    id,
    profile,
    agentNumber: request.caller,
    startedAtMs: atMs,
    direction: requestedDirection(request.callee),
    caller: request.caller,
    callee: asked.number,
    dialled: asked.number === request.callee ? null : request.callee,
    ruleName: asked.ruleName,
    callerId: request.callerId,
    trunkName: request.trunkName,
    timeoutSeconds: request.timeoutSeconds,
    callLimitSeconds: request.callLimitSeconds,
    outcome: 'pending',
    outcomeAtMs: null,
    outcomeMessage: null,
    originatedCallId: null,
    pbxCallIds: [],
    heard: nothingHeard(atMs),
    observed: {},
    records: {},
    survey: null,
    settlement: null,
  };
}
