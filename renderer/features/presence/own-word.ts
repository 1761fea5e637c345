import type { ExtensionState } from '../../../shared/domain/call-event.ts';
import type { OwnQueue } from '../../../shared/domain/pbx-directory.ts';

/** What the header says of the agent: of the phone first, then of the queues that were left. */
export type OwnWord = ExtensionState | 'partly-paused';

/** A phone that rings or is talked on says so whatever the queues are; one at rest may have been taken out of some. */
export function ownWord(phone: ExtensionState | null, queues: readonly OwnQueue[]): OwnWord {
  if (phone !== null && phone !== 'idle' && phone !== 'unknown') return phone;
  const paused = queues.filter((queue) => queue.paused === true).length;
  if (paused === 0) return phone ?? 'unknown';
  return paused === queues.length ? 'paused' : 'partly-paused';
}
