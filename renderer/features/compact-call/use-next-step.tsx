import type { ReactNode } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { useDialling } from '../../stores/dialling.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import type { CallPhase } from '../active-call/call-phase.ts';
import { useCallHint } from '../active-call/use-call-hint.tsx';

/** What to do now, in one line: the card has the whole of it. */
export function useNextStep(call: Call, phase: CallPhase): ReactNode {
  const { t } = useWords();
  const hint = useCallHint(call, phase);
  const problem = useDialling((store) => (store.problem?.place === 'compact' ? store.problem.error : null));
  if (problem !== null) return errorWords(problem, t).message;
  if (hint !== null) return hint;
  if (phase === 'unconfirmed') return t('card.compact.unconfirmed');
  if (phase === 'accepted') return t('card.compact.unseen');
  return phase === 'ended' && call.outcome === 'refused' ? t('card.compact.refused') : null;
}
