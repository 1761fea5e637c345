import type { Call } from '../../../shared/domain/call.ts';
import { callSteps } from '../../../shared/domain/call-steps.ts';
import { callDisposition } from '../../../shared/domain/call-view.ts';
import { ownPhoneRingsMs } from '../../../shared/domain/ringing-time.ts';
import type { CallToMyself } from '../../stores/checks.ts';

export type MyselfWord =
  | 'unproven'
  | 'asking'
  | 'accepted'
  | 'waitingForRing'
  | 'rang'
  | 'notRung'
  | 'refused'
  | 'unclear'
  | 'notSent';

/** Says only what was observed: without events nobody knows whether the phone rang. The row of the call may come later than its answer. */
export function myselfWord(myself: CallToMyself, call: Call | null, eventsArrive: boolean, nowMs: number): MyselfWord {
  if (myself.state === 'not-sent') return 'notSent';
  if (myself.state !== 'asked') return myself.state === 'asking' ? 'asking' : 'unproven';
  const steps = call === null ? [] : callSteps(call).map(({ kind }) => kind);
  if (steps.includes('caller-ringing') || steps.includes('caller-answered')) return 'rang';
  switch (myself.result.outcome) {
    case 'refused':
      return call !== null && callDisposition(call) === 'not-sent' ? 'notSent' : 'refused';
    case 'unknown':
      return 'unclear';
    case 'accepted':
      if (!eventsArrive) return 'accepted';
      return steps.includes('ended') || (call !== null && nowMs - call.startedAtMs >= ownPhoneRingsMs(call))
        ? 'notRung'
        : 'waitingForRing';
  }
}
