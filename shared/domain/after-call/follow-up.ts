import type { Call } from '../call.ts';
import { otherParty, talkingSince } from '../call-view.ts';
import { sameNumber } from '../destination.ts';
import type { CallWork } from './call-work.ts';

const minuteMs = 60_000;

export const quickFollowUps = ['quarter', 'hour', 'tomorrow'] as const;
export type QuickFollowUp = (typeof quickFollowUps)[number];

/** When a quick choice means, by this computer's clock: in whole minutes, or the next morning at nine. */
export function quickFollowUpAt(choice: QuickFollowUp, nowMs: number): number {
  if (choice === 'tomorrow') {
    const at = new Date(nowMs);
    at.setDate(at.getDate() + 1);
    return at.setHours(9, 0, 0, 0);
  }
  const minutes = choice === 'quarter' ? 15 : 60;
  return Math.ceil(nowMs / minuteMs) * minuteMs + minutes * minuteMs;
}

export function isOpenFollowUp({ followUpAtMs, followUpDoneAtMs }: CallWork): boolean {
  return followUpAtMs !== null && followUpDoneAtMs === null;
}

export function isDue(work: CallWork, nowMs: number): boolean {
  return isOpenFollowUp(work) && work.followUpAtMs !== null && work.followUpAtMs <= nowMs;
}

/** A follow-up that waits to be done. */
export interface OpenFollowUp {
  readonly callId: string;
  readonly number: string;
  readonly note: string;
  readonly startedAtMs: number;
  readonly atMs: number;
  /** Set, or taken up again, or what was written beside it. */
  readonly changedAtMs: number;
}

/** A talk with the number that began after the follow-up was noted does what it was for, whoever called. */
export function closesFollowUp(call: Call, followUp: OpenFollowUp): boolean {
  const talk = talkingSince(call);
  return (
    talk !== null &&
    call.id !== followUp.callId &&
    call.startedAtMs > followUp.startedAtMs &&
    talk.atMs > followUp.changedAtMs &&
    sameNumber(otherParty(call), followUp.number)
  );
}
