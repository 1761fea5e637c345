import type { Call } from '../../shared/domain/call.ts';
import { dialledNumber, isCallee } from '../../shared/domain/call-parties.ts';
import { callEnd } from '../../shared/domain/call-view.ts';
import { sameNumber } from '../../shared/domain/destination.ts';
import { ownPhoneRingsMs } from '../../shared/domain/ringing-time.ts';
import type { CallStore, Clock, TrunkAnswer, TrunkQuestion } from './ports.ts';

/** Answers for the agent's pending originated call; null (refused) for any other call, so that nobody else's call is steered. */
export function createAnswerTrunkQuestion(deps: {
  readonly store: Pick<CallStore, 'listUnfinished'>;
  readonly profile: () => string;
  readonly clock: Clock;
}) {
  return (question: TrunkQuestion): TrunkAnswer | null => {
    const call = deps.store
      .listUnfinished(deps.profile())
      .filter((candidate) => isPending(candidate, deps.clock()) && isMeant(candidate, question))
      .sort((a, b) => b.startedAtMs - a.startedAtMs)
      .at(0);
    if (call === undefined) return null;
    return { trunkName: call.trunkName, callee: dialledNumber(call), callLimitSeconds: call.callLimitSeconds };
  };
}

/** The question comes when the first leg answered, so at the latest when its time-out is over. */
function isPending(call: Call, nowMs: number): boolean {
  const placed = call.outcome === 'accepted' || call.outcome === 'pending' || call.outcome === 'unknown';
  return placed && callEnd(call) === null && nowMs - call.startedAtMs <= ownPhoneRingsMs(call);
}

function isMeant(call: Call, question: TrunkQuestion): boolean {
  if (question.pbxCallId !== null && call.pbxCallIds.includes(question.pbxCallId)) return true;
  const callerFits = sameNumber(question.caller, call.caller);
  const calleeFits = question.callee === null || isCallee(call, question.callee);
  return callerFits && calleeFits;
}
