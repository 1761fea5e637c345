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

/** The row written before the originate request is sent, so that a crash in between loses nothing. */
export function startCall(id: string, profile: string, request: OriginateRequest, atMs: number): Call {
  return {
    id,
    profile,
    agentNumber: request.caller,
    startedAtMs: atMs,
    direction: requestedDirection(request.callee),
    caller: request.caller,
    callee: request.callee,
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
