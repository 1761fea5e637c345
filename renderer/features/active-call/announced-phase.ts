import type { TFunction } from 'i18next';
import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import type { Disposition } from '../../../shared/domain/disposition.ts';
import { callOutcome } from '../history/call-outcome.ts';
import type { CallPhase } from './call-phase.ts';

/**
 * What a screen reader says when a call changes; numbers digit by digit, so that they are read as numbers. Nothing for a call that has
 * just ended until its outcome is told, so that the end is said once.
 */
export function announcedPhase(call: Call, phase: CallPhase, outcome: Disposition | null, t: TFunction): string {
  if (phase === 'ended') {
    return outcome === null
      ? ''
      : t('card.announce.ended', { disposition: t(`disposition.${callOutcome(call).word}`) });
  }
  return t(`card.announce.${phase}`, { number: otherParty(call).split('').join(' ') });
}
