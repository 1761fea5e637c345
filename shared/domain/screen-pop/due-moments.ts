import type { Call } from '../call.ts';
import { lastSignOfLifeAtMs } from '../call-signs.ts';
import { callSteps } from '../call-steps.ts';
import { callEnd, talkingSince, wasAnsweredElsewhere } from '../call-view.ts';
import { mayBeTakenElsewhere } from '../taken-elsewhere.ts';
import type { PopMoment } from './slots.ts';
import { popDirection } from './values.ts';

export type LiveMoment = Exclude<PopMoment, 'click'>;

/** What was seen longer ago is not what happens now: it was worked on late, or comes from an earlier run. */
const freshMs = 30_000;

/**
 * The moments that this call has just come to. Told from the call alone, by when things were seen on this computer's clock:
 * what an earlier run saw, what comes once more and what is read in reports afterwards makes no moment. The end is one for calls
 * of the agent: talked in here, or missed by everybody; the end of one that a colleague took is the colleague's.
 */
export function dueMoments(
  call: Call,
  at: { readonly nowMs: number; readonly runningSinceMs: number },
): readonly LiveMoment[] {
  const isNow = (atMs: number | null | undefined) =>
    atMs !== null && atMs !== undefined && atMs >= at.runningSinceMs && at.nowMs - atMs <= freshMs;
  const end = callEnd(call);
  if (end !== null) {
    if (wasAnsweredElsewhere(call) || mayBeTakenElsewhere(call, at.nowMs)) return [];
    if (end.source === 'extension-state') return isNow(end.atMs) ? ['ended'] : [];
    // Its times are of the PBX's clock: that the PBX sent it tells that this is the end, when the call was seen in this run.
    const sent = call.records.cdr !== undefined || call.records['queue-cdr'] !== undefined;
    const seenInThisRun = (lastSignOfLifeAtMs(call) ?? 0) >= at.runningSinceMs;
    const open = call.settlement === null;
    return end.source === 'call-record' && sent && seenInThisRun && open ? ['ended'] : [];
  }
  const moments: LiveMoment[] = [];
  if (isNow(ringingSinceMs(call))) moments.push('ringing');
  const talking = talkingSince(call);
  if (talking?.source === 'extension-state' && isNow(talking.atMs)) moments.push('answered');
  return moments;
}

/** The phone that is waited for: the agent's own in a call that comes in, else the other party's. */
function ringingSinceMs(call: Call): number | undefined {
  if (popDirection(call) === 'incoming') return call.observed['agent-ringing'];
  return callSteps(call).find(({ kind }) => kind === 'callee-reached')?.atMs;
}
