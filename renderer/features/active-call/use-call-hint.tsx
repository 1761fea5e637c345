import type { ReactNode } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { talkSeconds } from '../../../shared/domain/call-view.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { useNow } from '../../ui/use-now.ts';
import { acceptedHint } from './accepted-hint.ts';
import { type CallPhase, unseenReason } from './call-phase.ts';

/** Whether the program will be told how a call goes on. */
export function useIsSeen(call: Call): boolean {
  const listener = useSnapshot((state) => state.listener);
  const settings = useSnapshot((state) => state.settings);
  return unseenReason(call, { listener, settings }) === null;
}

/** One line: what the agent should do now, or how long a call lasted; null when there is nothing to say. */
export function useCallHint(call: Call, phase: CallPhase): ReactNode {
  const { t, running } = useWords();
  const seen = useIsSeen(call);
  const now = useNow(1000, phase === 'accepted' && seen);
  if (phase === 'accepted') return seen ? t(`card.hint.${acceptedHint(call, now)}`) : null;
  if (phase === 'ringingCaller' || phase === 'callerAnswered' || phase === 'incoming' || phase === 'unwatched') {
    return t(`card.hint.${phase}`);
  }
  const seconds = phase === 'ended' ? talkSeconds(call) : null;
  if (seconds === null || seconds === 0) return null;
  const time = <NumberText aligned>{running(seconds)}</NumberText>;
  return <Sentence text={t('card.talked', { skipInterpolation: true })} parts={{ time }} />;
}
