import { PhoneCall, PhoneMissed } from 'lucide-react';
import type { Call } from '../../../shared/domain/call.ts';
import { callDisposition } from '../../../shared/domain/call-view.ts';
import type { Disposition } from '../../../shared/domain/disposition.ts';
import { dispositionTones, type Tone } from '../active-call/call-tone.ts';

export interface Outcome {
  readonly word: Disposition | 'missed' | 'underWay';
  readonly tone: Tone;
}

/** How a call ended as an agent calls it: an incoming call without an answer was missed. */
export function callOutcome(call: Call): Outcome {
  const disposition = callDisposition(call);
  if (disposition === null) return { word: 'underWay', tone: { colour: 'good', icon: PhoneCall } };
  if (call.direction === 'inbound' && (disposition === 'no-answer' || disposition === 'cancelled')) {
    return { word: 'missed', tone: { colour: 'bad', icon: PhoneMissed } };
  }
  return { word: disposition, tone: dispositionTones[disposition] };
}
