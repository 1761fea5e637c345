import { PhoneCall, PhoneMissed } from 'lucide-react';
import type { Call } from '../../../shared/domain/call.ts';
import { callDisposition } from '../../../shared/domain/call-view.ts';
import { type Direction, type Disposition, isMissed } from '../../../shared/domain/disposition.ts';
import { callPhase } from '../active-call/call-phase.ts';
import { dispositionTones, phaseTones, type Tone } from '../active-call/call-tone.ts';

export interface Outcome {
  readonly word: Disposition | 'missed' | 'underWay' | 'unconfirmed';
  readonly tone: Tone;
}

/** How a call ended as an agent calls it: an incoming call without an answer was missed. */
export function callOutcome(call: Call): Outcome {
  const disposition = callDisposition(call);
  if (disposition === null) {
    const phase = callPhase(call);
    if (phase === 'unconfirmed') return { word: 'unconfirmed', tone: phaseTones.unconfirmed };
    const colour = phase === 'ended' ? 'unknown' : phaseTones[phase].colour;
    return { word: 'underWay', tone: { colour, icon: PhoneCall } };
  }
  return endedOutcome(call.direction, disposition);
}

export function endedOutcome(direction: Direction, disposition: Disposition): Outcome {
  if (isMissed(direction, disposition)) {
    return { word: 'missed', tone: { colour: 'bad', icon: PhoneMissed } };
  }
  return { word: disposition, tone: dispositionTones[disposition] };
}
