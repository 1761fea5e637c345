import { PhoneCall, PhoneForwarded, PhoneMissed } from 'lucide-react';
import type { Call } from '../../../shared/domain/call.ts';
import { callDisposition, isMissed, wasAnsweredElsewhere } from '../../../shared/domain/call-view.ts';
import { type Direction, type Disposition, isUnanswered } from '../../../shared/domain/disposition.ts';
import { callPhase } from '../active-call/call-phase.ts';
import { dispositionTones, phaseTones, type Tone } from '../active-call/call-tone.ts';

export interface Outcome {
  readonly word: Disposition | 'missed' | 'elsewhere' | 'underWay' | 'unconfirmed';
  readonly tone: Tone;
}

const missed: Outcome = { word: 'missed', tone: { colour: 'bad', icon: PhoneMissed } };

/** How a call ended as an agent calls it: one to the agent without an answer was missed. */
export function callOutcome(call: Call): Outcome {
  const disposition = callDisposition(call);
  if (disposition === null) {
    const phase = callPhase(call);
    if (phase === 'unconfirmed') return { word: 'unconfirmed', tone: phaseTones.unconfirmed };
    const colour = phase === 'ended' ? 'unknown' : phaseTones[phase].colour;
    return { word: 'underWay', tone: { colour, icon: PhoneCall } };
  }
  if (isMissed(call)) return missed;
  if (wasAnsweredElsewhere(call)) return { word: 'elsewhere', tone: { colour: 'unknown', icon: PhoneForwarded } };
  return { word: disposition, tone: dispositionTones[disposition] };
}

/** How the last call with a number ended, of which no more is known. */
export function endedOutcome(direction: Direction, disposition: Disposition): Outcome {
  if (direction === 'inbound' && isUnanswered(disposition)) return missed;
  return { word: disposition, tone: dispositionTones[disposition] };
}
