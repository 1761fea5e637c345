import { randomUUID } from 'node:crypto';
import type { Call } from '../../shared/domain/call.ts';
import { callEnd } from '../../shared/domain/call-view.ts';
import {
  type Destination,
  destinationKind,
  isDialable,
  parseDestination,
  sameNumber,
} from '../../shared/domain/destination.ts';
import { ownPhoneRingsMs } from '../../shared/domain/ringing-time.ts';
import { type OriginateRequest, startCall } from '../../shared/domain/start-call.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { OriginateResult } from '../../shared/ipc/call-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { IdentitySettings } from '../../shared/settings/schema.ts';
import type { CallJournal } from './call-journal.ts';
import { type CallStore, type Clock, type OriginateAnswer, type Pbx, StorageFailure } from './ports.ts';

/** A second request for the same destination within this time is the same intent: a bouncing key or an impatient click. */
const sameIntentMs = 2000;

export interface OriginateIntent {
  /** As typed; null: the agent's own phone, to prove that calls can be placed. */
  readonly destination: string | null;
  /** Null: the trunk of the identity settings. */
  readonly trunkName: string | null;
  /** For this call alone; absent: the one of the identity settings. */
  readonly callerId?: string | undefined;
}

/**
 * Places a call: normalises, checks what can be known before, guards against double dialling, writes the call row, asks
 * the PBX once. Errors are reasons why nothing was sent; what became of a sent request is the result's outcome.
 */
export function createOriginateCall(deps: {
  readonly pbx: Pick<Pbx, 'originate'>;
  readonly store: Pick<CallStore, 'get' | 'listUnfinished'>;
  readonly journal: CallJournal;
  readonly identity: () => IdentitySettings;
  readonly profile: () => string;
  readonly clock: Clock;
  /** True from the moment on at which the program began to end. */
  readonly ending: () => boolean;
}) {
  let inFlight = false;
  let last: { readonly digits: string; readonly atMs: number } | null = null;

  return async (intent: OriginateIntent): Promise<Result<OriginateResult, DialerError>> => {
    if (deps.ending()) return fail({ code: 'program-ending' });
    const identity = deps.identity();
    const own = checkCaller(identity);
    // What nobody typed is not complained of as if it had been.
    if (intent.destination === null && !own.ok) return own;
    const parsed = parseDestination(intent.destination ?? identity.caller, identity);
    if (!parsed.ok) return parsed;
    if (!own.ok) return own;
    const request = toRequest(parsed.value, intent, identity);
    if (!request.ok) return request;
    if (inFlight) return fail({ code: 'originate-in-flight' });
    const nowMs = deps.clock();
    const { digits } = parsed.value;
    const again = last !== null && last.digits === digits && isWithin(nowMs - last.atMs, sameIntentMs);
    if (again) {
      last = { digits, atMs: nowMs };
      return fail({ code: 'originate-in-flight' });
    }
    const begun = begin(request.value, nowMs);
    if (!begun.ok) return begun;
    const call = begun.value;
    inFlight = true;
    last = { digits, atMs: nowMs };
    try {
      const answer = await deps.pbx.originate(request.value);
      return succeed(conclude(call, answer));
    } finally {
      inFlight = false;
    }
  };

  /** A call that cannot be written down is not placed: after a restart nobody would know that it may be ringing. */
  function begin(request: OriginateRequest, nowMs: number): Result<Call, DialerError> {
    try {
      const underWay = callUnderWay(deps.store.listUnfinished(deps.profile()), request.callee, nowMs);
      if (underWay !== null) return fail({ code: 'call-already-under-way', callId: underWay.id });
      const call = startCall(randomUUID(), deps.profile(), request, nowMs);
      deps.journal.begin(call);
      return succeed(call);
    } catch (problem) {
      if (problem instanceof StorageFailure) return fail({ code: 'storage-failed' });
      throw problem;
    }
  }

  function conclude(call: Call, answer: OriginateAnswer): OriginateResult {
    const error = answer.outcome === 'accepted' ? null : answer.error;
    try {
      deps.journal.apply(deps.store.get(call.id) ?? call, {
        kind: 'originate-outcome',
        outcome: answer.outcome,
        originatedCallId: answer.outcome === 'accepted' ? answer.originatedCallId : null,
        message: error === null ? null : 'message' in error ? error.message : error.code,
        atMs: deps.clock(),
      });
    } catch (problem) {
      // The request was sent: what became of it is the answer, also when it cannot be written down.
      if (!(problem instanceof StorageFailure)) throw problem;
    }
    if (answer.outcome === 'accepted') return { outcome: 'accepted', callId: call.id };
    return { outcome: answer.outcome, callId: call.id, error: answer.error };
  }
}

export type OriginateCall = ReturnType<typeof createOriginateCall>;

function checkCaller({ caller }: IdentitySettings): Result<Record<string, never>, DialerError> {
  if (caller === '') return fail({ code: 'caller-missing' });
  return isDialable(caller) ? succeed({}) : fail({ code: 'caller-invalid' });
}

function toRequest(
  destination: Destination,
  intent: OriginateIntent,
  identity: IdentitySettings,
): Result<OriginateRequest, DialerError> {
  const { caller, dialplanContext } = identity;
  if (dialplanContext === '') return fail({ code: 'dialplan-context-missing' });
  if (intent.destination !== null && sameNumber(destination.digits, caller)) return fail({ code: 'callee-is-caller' });
  const trunkName = intent.trunkName ?? identity.trunkName;
  if (destinationKind(caller) === 'outside' && trunkName === '') return fail({ code: 'caller-trunk-missing' });
  return succeed({
    caller,
    callee: destination.digits,
    callerId: intent.callerId ?? (identity.callerId === '' ? caller : identity.callerId),
    dialplanContext,
    trunkName: trunkName === '' ? null : trunkName,
    timeoutSeconds: identity.timeoutSeconds,
    callLimitSeconds: identity.callLimitSeconds,
  });
}

/**
 * A call to the same destination that may still be ringing. Past its time-out and grace the agent knows better than we do: the event of
 * its end may be lost, and nobody shall be kept from calling a customer back.
 */
function callUnderWay(unfinished: readonly Call[], digits: string, nowMs: number): Call | null {
  const mayRing = (call: Call) => isWithin(nowMs - call.startedAtMs, ownPhoneRingsMs(call));
  return (
    unfinished.find(
      (call) => call.outcome !== 'none' && call.callee === digits && callEnd(call) === null && mayRing(call),
    ) ?? null
  );
}

/** A clock that was set back makes what was before lie ahead; how long ago it was is then unknown, and must not block a number. */
function isWithin(passedMs: number, limitMs: number): boolean {
  return passedMs >= 0 && passedMs < limitMs;
}
