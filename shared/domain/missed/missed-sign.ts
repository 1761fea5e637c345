import type { Call } from '../call.ts';
import {
  callDisposition,
  callEnd,
  callQueue,
  finalRecord,
  isMissed,
  isToAgent,
  otherParty,
  talkingSince,
  wasAnsweredElsewhere,
} from '../call-view.ts';
import { sameNumber } from '../destination.ts';
import type { Disposition } from '../disposition.ts';

/** What one call says of whether a number that called in vain still waits: it called in vain, somebody talked with it, or tried to. */
export interface MissedSign {
  readonly kind: 'missed' | 'talk' | 'attempt';
  readonly number: string;
  readonly atMs: number;
  /** The colleague who talked or tried; null: the agent. */
  readonly by: string | null;
  /** Of a talk: the number reached us. */
  readonly cameIn: boolean;
  /** Of an attempt: how it ended. */
  readonly outcome: Disposition | null;
  readonly queue: string | null;
  readonly waitedSeconds: number | null;
}

/** A request that got no further is no attempt to reach anybody. */
const nobodyWasRung: readonly Disposition[] = ['refused', 'not-sent', 'agent-no-answer'];

/** Null: the call says nothing of that, or not yet. */
export function signOfCall(call: Call): MissedSign | null {
  const number = otherParty(call);
  if (number === '' || sameNumber(number, call.agentNumber)) return null;
  const sign = { number, atMs: momentOf(call), by: null, cameIn: isToAgent(call), outcome: null, ...nobodyWaited };
  if (wasAnsweredElsewhere(call)) {
    return { ...sign, kind: 'talk', by: finalRecord(call)?.callee ?? null };
  }
  if (isMissed(call)) {
    return { ...sign, kind: 'missed', queue: callQueue(call), waitedSeconds: waitedSeconds(call) };
  }
  const talk = talkingSince(call);
  const outcome = callDisposition(call);
  if (talk !== null || outcome === 'answered') {
    return { ...sign, kind: 'talk', atMs: Math.max(sign.atMs, talk?.atMs ?? 0) };
  }
  if (outcome === null || isToAgent(call) || nobodyWasRung.includes(outcome)) return null;
  return { ...sign, kind: 'attempt', outcome };
}

export const nobodyWaited = { queue: null, waitedSeconds: null };

/** By the clock of this computer where it saw the call, since that is the clock of what happened before and after; else by the record. */
function momentOf(call: Call): number {
  const wasSeen = call.outcome === 'none' && Object.keys(call.observed).length > 0;
  return wasSeen ? call.heard.firstAtMs : call.startedAtMs;
}

function waitedSeconds(call: Call): number | null {
  const record = finalRecord(call);
  const told = record?.waitSeconds || record?.totalSeconds;
  if (told) return told;
  const endedAtMs = callEnd(call)?.atMs ?? null;
  const seconds = endedAtMs === null ? 0 : Math.round((endedAtMs - call.startedAtMs) / 1000);
  return seconds > 0 ? seconds : null;
}
