import type { Call } from '../../shared/domain/call.ts';
import { lastSignOfLifeAtMs } from '../../shared/domain/call-signs.ts';
import { callDisposition, callEnd, callQueue, isMissed, otherParty, ringsHere } from '../../shared/domain/call-view.ts';
import type { Disposition } from '../../shared/domain/disposition.ts';
import { mayBeTakenElsewhere } from '../../shared/domain/taken-elsewhere.ts';
import { stillRings } from './second-leg.ts';

/** As the settings name them. */
export type NotificationKind = DeskNotification['kind'];

/** What is said outside of the window, without a word of any language. What has the same key takes the other's place. */
export type DeskNotification = { readonly key: string } & (
  | {
      readonly kind: 'incoming' | 'missed';
      readonly callId: string;
      readonly number: string;
      /** Of the contact; empty: nobody's. */
      readonly name: string;
      readonly queue: string | null;
    }
  | {
      readonly kind: 'failed';
      readonly callId: string;
      readonly number: string;
      readonly name: string;
      readonly how: Grief;
    }
  | {
      readonly kind: 'followUp';
      readonly callId: string;
      readonly number: string;
      readonly name: string;
      readonly note: string;
      /** So many more are due as well. */
      readonly others: number;
    }
  | { readonly kind: 'connection'; readonly line: Line; readonly now: 'lost' | 'back' }
);

/** What keeps the program from placing calls, and from seeing them. */
export type Line = 'pbx' | 'listener';

/** `unconfirmed`: the PBX did not say whether it took the request, and nothing was heard of the call. */
export type Grief =
  | Extract<Disposition, 'busy' | 'no-answer' | 'agent-no-answer' | 'failed' | 'congestion' | 'refused' | 'not-sent'>
  | 'unconfirmed';

/** `wait`: what was said stands until more is known. */
export type News = DeskNotification | 'wait' | 'nothing';

/** No call came of it, and not because the agent gave it up. What nobody knows the end of is not among them. */
const griefs: readonly (Disposition | null)[] = [
  'busy',
  'no-answer',
  'agent-no-answer',
  'failed',
  'congestion',
  'refused',
  'not-sent',
] satisfies Grief[];

export interface NewsFacts {
  readonly nowMs: number;
  readonly runningSinceMs: number;
  /** Empty: the contacts have none for it. */
  readonly nameOf: (number: string) => string;
}

/** What a call asks to be said of it. Of one that was on the line before this run only the history tells. */
export function callNews(call: Call, at: NewsFacts): News {
  if (call.outcome !== 'none') return requestNews(call, at);
  const heardAtMs = lastSignOfLifeAtMs(call);
  if (heardAtMs === null || heardAtMs < at.runningSinceMs) return 'nothing';
  const about = { key: call.id, callId: call.id, ...partyOf(call, at), queue: callQueue(call) };
  // Nobody told that it stopped; by itself it rings no longer than that.
  if (ringsHere(call)) return stillRings(call, at.nowMs) ? { ...about, kind: 'incoming' } : 'nothing';
  if (!isMissed(call)) return 'nothing';
  return mayBeTakenElsewhere(call, at.nowMs) ? 'wait' : { ...about, kind: 'missed' };
}

function partyOf(call: Call, { nameOf }: NewsFacts): { readonly number: string; readonly name: string } {
  const number = otherParty(call);
  return { number, name: number === '' ? '' : nameOf(number) };
}

function requestNews(call: Call, at: NewsFacts): News {
  const how = isUnconfirmed(call) ? 'unconfirmed' : callDisposition(call);
  if (call.startedAtMs < at.runningSinceMs || !isGrief(how)) return 'nothing';
  return { key: call.id, kind: 'failed', callId: call.id, ...partyOf(call, at), how };
}

function isGrief(how: Grief | Disposition | null): how is Grief {
  return how === 'unconfirmed' || griefs.includes(how);
}

function isUnconfirmed(call: Call): boolean {
  return call.outcome === 'unknown' && callEnd(call) === null && lastSignOfLifeAtMs(call) === null;
}
