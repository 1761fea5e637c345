import { randomUUID } from 'node:crypto';
import type { Call } from '../../shared/domain/call.ts';
import { callEnd } from '../../shared/domain/call-view.ts';
import { destinationKind, isDialable, parseDestination } from '../../shared/domain/destination.ts';
import { type DialFinding, type DialStop, type DialStopKind, isStop } from '../../shared/domain/dial-findings.ts';
import type { DialPlan } from '../../shared/domain/dial-plan.ts';
import { ownPhoneRingsMs } from '../../shared/domain/ringing-time.ts';
import { type OriginateRequest, startCall } from '../../shared/domain/start-call.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { OriginateResult } from '../../shared/ipc/call-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { IdentitySettings } from '../../shared/settings/schema.ts';
import type { CallJournal } from './call-journal.ts';
import type { DialPlanner } from './dial-plan.ts';
import { type CallStore, type Clock, type OriginateAnswer, type Pbx, StorageFailure } from './ports.ts';

/** A second request for the same destination within this time is the same intent: a bouncing key or an impatient click. */
const sameIntentMs = 2000;

export interface OriginateIntent {
  /** As typed; null: the agent's own phone, to prove that calls can be placed. */
  readonly destination: string | null;
  /** Null: none was chosen, so that of a rule or of the identity settings is taken. */
  readonly trunkName: string | null;
  /** The one that the contact is called by. */
  readonly contactTrunk?: string | null | undefined;
  /** For this call alone; absent: that of a rule or of the identity settings. */
  readonly callerId?: string | undefined;
  /** The number as it stands, whatever rules say. */
  readonly literal?: boolean | undefined;
  /** What of it the agent saw that speaks against the call, and asks for it nevertheless. */
  readonly override?: readonly DialStopKind[] | undefined;
}

/**
 * Places a call: normalises, checks what can be known before, guards against double dialling, writes the call row, asks
 * the PBX once. Errors are reasons why nothing was sent; what became of a sent request is the result's outcome.
 */
export function createOriginateCall(deps: {
  readonly pbx: Pick<Pbx, 'approach' | 'originate'>;
  readonly store: Pick<CallStore, 'get' | 'listUnfinished'>;
  readonly journal: CallJournal;
  readonly planner: DialPlanner;
  readonly identity: () => IdentitySettings;
  readonly profile: () => string;
  readonly clock: Clock;
  /** True from the moment on at which the program began to end. */
  readonly ending: () => boolean;
}) {
  let inFlight = false;
  let last: { readonly plan: DialPlan; readonly atMs: number } | null = null;

  return async (intent: OriginateIntent): Promise<Result<OriginateResult, DialerError>> => {
    if (deps.ending()) return fail({ code: 'program-ending' });
    const identity = deps.identity();
    const own = checkCaller(identity);
    // What nobody typed is not complained of as if it had been.
    if (intent.destination === null && !own.ok) return own;
    const planned = intent.destination === null ? planCallMyself(identity) : deps.planner.plan(toWish(intent));
    if (!planned.ok) return planned;
    const plan = planned.value;
    if (!own.ok) return own;
    const request = toRequest(plan, intent, identity);
    if (!request.ok) return request;
    if (inFlight) return fail({ code: 'originate-in-flight' });
    const nowMs = deps.clock();
    const again = last !== null && isSameTarget(last.plan, plan) && isWithin(nowMs - last.atMs, sameIntentMs);
    if (again) {
      last = { plan, atMs: nowMs };
      return fail({ code: 'originate-in-flight' });
    }
    // While the call is written down.
    deps.pbx.approach();
    const begun = begin(request.value, plan, intent, nowMs);
    if (!begun.ok) return begun;
    const call = begun.value;
    inFlight = true;
    last = { plan, atMs: nowMs };
    try {
      const answer = await deps.pbx.originate(request.value);
      return succeed(conclude(call, answer));
    } finally {
      inFlight = false;
    }
  };

  /** A call that cannot be written down is not placed: after a restart nobody would know that it may be ringing. */
  function begin(
    request: OriginateRequest,
    plan: DialPlan,
    intent: OriginateIntent,
    nowMs: number,
  ): Result<Call, DialerError> {
    try {
      const underWay = callUnderWay(deps.store.listUnfinished(deps.profile()), plan, nowMs);
      if (underWay !== null) return fail({ code: 'call-already-under-way', callId: underWay.id });
      const [stop, ...more] = intent.destination === null ? [] : stopsUnseen(deps.planner.findings(plan), intent);
      if (stop !== undefined) return fail({ code: 'dial-stopped', stops: [stop, ...more] });
      const call = startCall(randomUUID(), deps.profile(), request, nowMs, {
        number: plan.party.digits,
        ruleName: plan.ruleName,
      });
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

/** What nobody saw is not lifted by a key that was meant for something else. */
function stopsUnseen(findings: readonly DialFinding[], { override = [] }: OriginateIntent): readonly DialStop[] {
  return findings.filter(isStop).filter(({ kind }) => !override.includes(kind));
}

function toWish({ destination, trunkName, contactTrunk = null, literal }: OriginateIntent) {
  return { destination: destination ?? '', trunkName, contactTrunk, literal: literal === true };
}

/** The agent's own phone is reached in the same way twice, so no rule has a say in it. */
function planCallMyself(identity: IdentitySettings): Result<DialPlan, DialerError> {
  const parsed = parseDestination(identity.caller, identity);
  if (!parsed.ok) return parsed;
  return succeed({
    party: parsed.value,
    digits: parsed.value.digits,
    trunkName: identity.trunkName,
    trunkFrom: 'settings',
    callerId: identity.callerId === '' ? identity.caller : identity.callerId,
    dialplanContext: identity.dialplanContext,
    callLimitSeconds: identity.callLimitSeconds,
    ruleName: null,
    withoutRule: null,
  });
}

function toRequest(
  plan: DialPlan,
  intent: OriginateIntent,
  { caller, timeoutSeconds }: IdentitySettings,
): Result<OriginateRequest, DialerError> {
  const { dialplanContext, trunkName } = plan;
  if (dialplanContext === '') return fail({ code: 'dialplan-context-missing' });
  if (destinationKind(caller) === 'outside' && trunkName === '') return fail({ code: 'caller-trunk-missing' });
  return succeed({
    caller,
    callee: plan.digits,
    callerId: intent.callerId ?? plan.callerId,
    dialplanContext,
    trunkName: trunkName === '' ? null : trunkName,
    timeoutSeconds,
    callLimitSeconds: plan.callLimitSeconds,
  });
}

/**
 * A call to the same destination that may still be ringing. Past its time-out and grace the agent knows better than we do: the event of
 * its end may be lost, and nobody shall be kept from calling a customer back.
 */
function callUnderWay(unfinished: readonly Call[], plan: DialPlan, nowMs: number): Call | null {
  const mayRing = (call: Call) => isWithin(nowMs - call.startedAtMs, ownPhoneRingsMs(call));
  return (
    unfinished.find(
      (call) =>
        call.outcome !== 'none' &&
        (call.callee === plan.party.digits || (call.dialled ?? call.callee) === plan.digits) &&
        callEnd(call) === null &&
        mayRing(call),
    ) ?? null
  );
}

/** Two writings of which a rule makes one number ring one phone, and so do two ways to one number. */
function isSameTarget(one: DialPlan, other: DialPlan): boolean {
  return one.party.digits === other.party.digits || one.digits === other.digits;
}

/** A clock that was set back makes what was before lie ahead; how long ago it was is then unknown, and must not block a number. */
function isWithin(passedMs: number, limitMs: number): boolean {
  return passedMs >= 0 && passedMs < limitMs;
}
