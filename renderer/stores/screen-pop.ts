import type { PopSlot } from '../../shared/domain/screen-pop/slots.ts';
import { request } from '../dialer-api.ts';
import { type DialPlace, forgetProblemAt, showProblem } from './dialling.ts';

/** Opens the page of a call; what went wrong stands where the agent asked for it. */
export async function openPageOf(callId: string, place: DialPlace): Promise<void> {
  forgetProblemAt(place);
  const answer = await request('screen-pop:open', { callId });
  if (!answer.ok) showProblem(place, '', answer.error);
}

export function tryPage(slot: PopSlot) {
  return request('screen-pop:try', { slot });
}

/** The agent saw that pages did not open. */
export function takeNoteOfPages() {
  return request('screen-pop:noticed', {});
}
