import {
  Ban,
  BellOff,
  CircleAlert,
  CircleHelp,
  CircleSlash,
  CircleX,
  CloudOff,
  type LucideIcon,
  OctagonX,
  Phone,
  PhoneCall,
  PhoneForwarded,
  PhoneIncoming,
  PhoneOff,
  Send,
} from 'lucide-react';
import type { Disposition } from '../../../shared/domain/disposition.ts';
import type { CallPhase } from './call-phase.ts';

/** State is colour and icon and word; this gives the first two. */
export interface Tone {
  readonly colour: 'good' | 'wait' | 'bad' | 'unknown';
  readonly icon: LucideIcon;
  /** The picture has an arrow along the line of reading. */
  readonly mirrored?: true;
}

export const phaseTones: Readonly<Record<Exclude<CallPhase, 'ended'>, Tone>> = {
  asking: { colour: 'unknown', icon: Send, mirrored: true },
  accepted: { colour: 'unknown', icon: Send, mirrored: true },
  unconfirmed: { colour: 'wait', icon: CircleHelp },
  incoming: { colour: 'wait', icon: PhoneIncoming, mirrored: true },
  ringingCaller: { colour: 'wait', icon: PhoneCall },
  callerAnswered: { colour: 'wait', icon: Phone },
  ringingCallee: { colour: 'wait', icon: PhoneForwarded, mirrored: true },
  talking: { colour: 'good', icon: PhoneCall },
  unwatched: { colour: 'unknown', icon: CircleHelp },
};

/** No two outcomes look alike. */
export const dispositionTones: Readonly<Record<Disposition, Tone>> = {
  answered: { colour: 'good', icon: Phone },
  'no-answer': { colour: 'bad', icon: PhoneOff },
  busy: { colour: 'bad', icon: Ban },
  failed: { colour: 'bad', icon: CircleX },
  congestion: { colour: 'bad', icon: CircleAlert },
  'agent-no-answer': { colour: 'bad', icon: BellOff },
  cancelled: { colour: 'unknown', icon: CircleSlash },
  refused: { colour: 'bad', icon: OctagonX },
  'not-sent': { colour: 'bad', icon: CloudOff },
  unknown: { colour: 'unknown', icon: CircleHelp },
};

/** Of a call of which the end was seen and the outcome not told yet. */
export const endedTone: Tone = { colour: 'unknown', icon: Phone };
