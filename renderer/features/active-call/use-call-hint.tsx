import type { ReactNode } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { talkSeconds } from '../../../shared/domain/call-view.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { type CallPhase, unseenReason } from './call-phase.ts';

/** One line: what the agent should do now, or how long a call lasted; null when there is nothing to say. */
export function useCallHint(call: Call, phase: CallPhase): ReactNode {
  const { t, running } = useWords();
  const listener = useSnapshot((state) => state.listener);
  const settings = useSnapshot((state) => state.settings);
  if (phase === 'accepted' && unseenReason(call, { listener, settings }) !== null) return null;
  if (phase === 'accepted' || phase === 'ringingCaller' || phase === 'callerAnswered' || phase === 'incoming') {
    return t(`card.hint.${phase}`);
  }
  const seconds = phase === 'ended' ? talkSeconds(call) : null;
  if (seconds === null || seconds === 0) return null;
  const time = <NumberText>{running(seconds)}</NumberText>;
  return <Sentence text={t('card.talked', { skipInterpolation: true })} parts={{ time }} />;
}
