import type { Call } from '../../../shared/domain/call.ts';
import { callEnd, callState, callSteps } from '../../../shared/domain/call-view.ts';
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
  | 'ended';

export function callPhase(call: Call): CallPhase {
  switch (callState(call)) {
    case 'originating':
      if (call.outcome === 'accepted') return 'accepted';
      if (call.outcome === 'unknown') return 'unconfirmed';
      return call.outcome === 'none' ? 'incoming' : 'asking';
    case 'ringing-caller':
      return call.direction === 'inbound' ? 'incoming' : 'ringingCaller';
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

/** Hardly any call lasts longer: the event of its end may be lost. */
const longTalkMs = 60 * 60 * 1000;
const pickedUp: ReadonlySet<CallPhase> = new Set(['callerAnswered', 'ringingCallee', 'talking']);

/**
 * An agent may close a call that is over, or may be: once nothing can ring any more its end may have been missed. One that was
 * picked up stays in sight.
 */
export function isClosable(call: Call, nowMs: number): boolean {
  const passedMs = nowMs - call.startedAtMs;
  if (callEnd(call) !== null) return true;
  return passedMs >= (pickedUp.has(callPhase(call)) ? longTalkMs : ownPhoneRingsMs(call));
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
