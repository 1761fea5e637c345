import type { Call } from '../call.ts';
import { callDisposition, callEnd, isToAgent, talkingSince, wasAnsweredElsewhere } from '../call-view.ts';
import type { Disposition } from '../disposition.ts';
import type { CallWork } from './call-work.ts';

/** Which calls ask for an outcome. `placed`: also those to others that nobody answered. */
export const awaitingKinds = ['talked', 'placed'] as const;
export type AwaitingKind = (typeof awaitingKinds)[number];

export interface QueueRule {
  readonly kind: AwaitingKind;
  /** Calls that ended before ask for none: there were no outcomes yet, or another rule. */
  readonly sinceMs: number;
}

/** The other side was never rung. */
const neverRang: readonly (Disposition | null)[] = ['refused', 'not-sent', 'agent-no-answer'];

/** A call that is over, and that nobody gave an outcome yet, waits for one. */
export function awaitsOutcome(call: Call, work: CallWork | null, rule: QueueRule): boolean {
  const end = callEnd(call);
  if (end === null || end.atMs < rule.sinceMs || (work !== null && work.outcome !== null)) return false;
  if (wasAnsweredElsewhere(call)) return false;
  if (talkingSince(call) !== null || callDisposition(call) === 'answered') return true;
  return rule.kind === 'placed' && !isToAgent(call) && !neverRang.includes(callDisposition(call));
}
