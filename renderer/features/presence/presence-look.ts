import { BellRing, CircleCheck, CircleDashed, CirclePause, CircleX, type LucideIcon, PhoneCall } from 'lucide-react';
import type { ExtensionState } from '../../../shared/domain/call-event.ts';

export interface PresenceLook {
  readonly icon: LucideIcon;
  readonly colour: 'good' | 'wait' | 'bad' | 'unknown';
}

/** Green can be called, amber has something on, grey is not there or not known: each with a shape of its own. */
export const presenceLooks: Readonly<Record<ExtensionState, PresenceLook>> = {
  idle: { icon: CircleCheck, colour: 'good' },
  ringing: { icon: BellRing, colour: 'wait' },
  'in-use': { icon: PhoneCall, colour: 'wait' },
  paused: { icon: CirclePause, colour: 'wait' },
  unavailable: { icon: CircleX, colour: 'bad' },
  unknown: { icon: CircleDashed, colour: 'unknown' },
};
