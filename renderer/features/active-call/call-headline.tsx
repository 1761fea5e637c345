import type { Call } from '../../../shared/domain/call.ts';
import { otherParty, talkingSince } from '../../../shared/domain/call-view.ts';
import type { Disposition } from '../../../shared/domain/disposition.ts';
import { useWords } from '../../text/use-words.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { useNow } from '../../ui/use-now.ts';
import { callOutcome } from '../history/call-outcome.ts';
import { PartyInShort } from '../names/party.tsx';
import type { CallPhase } from './call-phase.ts';

export interface CallHeadlineProps {
  readonly call: Call;
  readonly phase: CallPhase;
  readonly outcome: Disposition | null;
}

/** The leg that is under way, or how the call ended: the one line an agent looks for. */
export function CallHeadline({ call, phase, outcome }: CallHeadlineProps) {
  const { t, running } = useWords();
  const since = phase === 'talking' ? talkingSince(call) : null;
  const now = useNow(250, since !== null);
  const open = { skipInterpolation: true } as const;
  if (phase === 'ended') return t(outcome === null ? 'card.state.ended' : `disposition.${callOutcome(call).word}`);
  if (phase === 'ringingCallee') {
    const parts = { number: <PartyInShort number={otherParty(call)} /> };
    return <Sentence text={t('card.state.ringingCallee', open)} parts={parts} />;
  }
  if (phase === 'talking' && since !== null) {
    const time = <NumberText aligned>{running((now - since.atMs) / 1000)}</NumberText>;
    return <Sentence text={t('card.state.talking', open)} parts={{ time }} />;
  }
  return t(`card.state.${phase}`);
}
