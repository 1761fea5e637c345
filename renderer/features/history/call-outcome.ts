import { PhoneCall, PhoneForwarded, PhoneMissed } from 'lucide-react';
import type { Call } from '../../../shared/domain/call.ts';
import { callEnding } from '../../../shared/domain/call-view.ts';
import type { CallEnding } from '../../../shared/domain/disposition.ts';
import { callPhase } from '../active-call/call-phase.ts';
import { dispositionTones, phaseTones, type Tone } from '../active-call/call-tone.ts';

export interface Outcome {
  readonly word: CallEnding | 'underWay' | 'unconfirmed';
  readonly tone: Tone;
}

/** How a call ended or that it goes on, in word and looks. */
export function callOutcome(call: Call): Outcome {
  const ending = callEnding(call);
  if (ending !== null) return endedOutcome(ending);
  const phase = callPhase(call);
  if (phase === 'unconfirmed') return { word: 'unconfirmed', tone: phaseTones.unconfirmed };
  const colour = phase === 'ended' ? 'unknown' : phaseTones[phase].colour;
  return { word: 'underWay', tone: { colour, icon: PhoneCall } };
}

export function endedOutcome(ending: CallEnding): Outcome {
  if (ending === 'missed') return { word: ending, tone: { colour: 'bad', icon: PhoneMissed } };
  if (ending === 'elsewhere') return { word: ending, tone: { colour: 'unknown', icon: PhoneForwarded } };
  return { word: ending, tone: dispositionTones[ending] };
}
