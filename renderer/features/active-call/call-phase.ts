import type { Call } from '../../../shared/domain/call.ts';
import { isWatched, lastSignOfLifeAtMs } from '../../../shared/domain/call-signs.ts';
import { callSteps } from '../../../shared/domain/call-steps.ts';
import { callEnd, callState, ringsHere } from '../../../shared/domain/call-view.ts';
import { ownPhoneRingsMs } from '../../../shared/domain/ringing-time.ts';
import type { AppState } from '../../../shared/ipc/app-state-schema.ts';

/** What the card says of a call: its state, told apart by what became of the request while nothing more is known. */
export type CallPhase =
  | 'asking'
  | 'accepted'
  | 'unconfirmed'
  | 'incoming'
  | 'ringingCaller'
  | 'callerAnswered'
  | 'ringingCallee'
  | 'talking'
  /** Under way when it was seen last, and not watched since then. */
  | 'unwatched'
  | 'ended';

/** Of these nothing but the request is known, before as after. */
const unseenAnyway: ReadonlySet<CallPhase> = new Set(['asking', 'unconfirmed', 'ended']);

export function watchedPhase(call: Call, watchedSinceMs: number): CallPhase {
  const phase = callPhase(call);
  return unseenAnyway.has(phase) || isWatched(call, watchedSinceMs) ? phase : 'unwatched';
}

/** By what is known of the call alone. */
export function callPhase(call: Call): Exclude<CallPhase, 'unwatched'> {
  switch (callState(call)) {
    case 'originating':
      if (call.outcome === 'accepted') return 'accepted';
      if (call.outcome === 'unknown') return 'unconfirmed';
      return call.outcome === 'none' ? 'incoming' : 'asking';
    case 'ringing-caller':
      return ringsHere(call) ? 'incoming' : 'ringingCaller';
    case 'caller-answered':
      return 'callerAnswered';
    case 'ringing-callee':
      return 'ringingCallee';
    case 'talking':
      return 'talking';
    case 'ended':
      return 'ended';
  }
}

const pickedUp: ReadonlySet<CallPhase> = new Set(['callerAnswered', 'ringingCallee', 'talking']);

/** True of a call that is over, or may be since nothing can ring any more. Of one that was picked up only its end tells that. */
export function mayBeOver(call: Call, nowMs: number): boolean {
  if (callEnd(call) !== null) return true;
  return !pickedUp.has(callPhase(call)) && nowMs - call.startedAtMs >= ownPhoneRingsMs(call);
}

const longSilenceMs = 2 * 60 * 1000;
/** The PBX ends a call at its limit, and tells it a moment later. */
const limitGraceMs = 15 * 1000;

/**
 * Of a call that was picked up and not seen to end. `overdue`: it should be over, or nobody talks and nothing goes on.
 * `quiet`: nothing new was heard, which is as usual while people talk; only the agent can know. Null while its end cannot be missing.
 */
export function missingEnd(call: Call, nowMs: number): 'overdue' | 'quiet' | null {
  const phase = callPhase(call);
  const heardAtMs = lastSignOfLifeAtMs(call);
  if (!pickedUp.has(phase) || heardAtMs === null) return null;
  const limitMs = call.callLimitSeconds === null ? null : call.callLimitSeconds * 1000;
  if (phase === 'talking' && limitMs !== null && nowMs - heardAtMs > limitMs + limitGraceMs) return 'overdue';
  if (nowMs - heardAtMs < longSilenceMs) return null;
  return phase === 'talking' ? 'quiet' : 'overdue';
}

/**
 * Why the program cannot see how this call goes on; null when it can, or may. The demo PBX always sends events, so
 * there it waits.
 */
export function unseenReason(
  call: Call,
  state: Pick<AppState, 'listener' | 'settings'>,
): 'eventsOff' | 'eventsSilent' | null {
  const beyondAnswer = callSteps(call).some((step) => step.kind !== 'requested' && step.kind !== 'accepted');
  if (beyondAnswer) return null;
  if (state.listener.state !== 'listening') return 'eventsOff';
  return state.listener.lastEventAtMs === null && state.settings.mode !== 'demo' ? 'eventsSilent' : null;
}
