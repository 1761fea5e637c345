import { createAfterCall } from '../after-call/after-call.ts';
import { createFollowUpClock } from '../after-call/follow-up-clock.ts';
import { createQueueRules, type QueueMemory } from '../after-call/queue-rule.ts';
import { unlessFailing } from '../calls/ports.ts';
import { logBug } from '../logging/log-bug.ts';
import { othersTurn } from '../storage/others-turn.ts';
import type { Foundation } from './foundation.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredSettings } from './wire-settings.ts';

/** What agents add to calls, what waits for it, and whom to call again. */
export function wireAfterCall(
  { clock, log, send, changed }: Foundation,
  { store: settings, profile }: WiredSettings,
  { callWork }: WiredHistory,
  memory: QueueMemory,
  onTick: () => void,
) {
  const desk = createAfterCall({
    store: callWork,
    rules: createQueueRules({
      settings: () => settings.read().afterCall,
      memory,
      clock,
      onEnd: () => unlessFailing(undefined, callWork.clearAwaiting),
    }),
    profile,
    clock,
    othersTurn,
    publish: (callId, work) => send('after-call:changed', { callId, work }),
    onCounts() {
      followUps.look();
      changed();
    },
  });
  const followUps = createFollowUpClock({ open: () => desk.counts().followUps, clock, onDue: changed, onTick });
  return {
    desk,
    followUps,
    /** Settings, or the calls in view, are others. */
    follow() {
      desk.refresh();
      followUps.look();
    },
    /** Looks at what ended while the program did not run, or in another profile. */
    catchUp() {
      desk.refresh();
      desk.sweep().catch(logBug(log, 'Calls that ended meanwhile could not be looked through'));
      followUps.look();
    },
    state() {
      const { awaiting, followUps: open } = desk.counts();
      return { awaiting, due: followUps.due().length, open: open.length };
    },
  };
}

export type WiredAfterCall = ReturnType<typeof wireAfterCall>;
