import type { TFunction } from 'i18next';
import type { Call } from '../../../shared/domain/call.ts';
import { callDisposition, otherParty } from '../../../shared/domain/call-view.ts';
import type { CallPhase } from './call-phase.ts';

/** What a screen reader says when a call changes; numbers digit by digit, so that they are read as numbers. */
export function announcedPhase(call: Call, phase: CallPhase, t: TFunction): string {
  const number = otherParty(call).split('').join(' ');
  if (phase === 'ended') {
    return t('card.announce.ended', { disposition: t(`disposition.${callDisposition(call) ?? 'unknown'}`) });
  }
  return t(`card.announce.${phase}`, { number });
}
