import { useEffect, useState } from 'react';
import type { RequestOutput } from '../../../shared/ipc/contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { pingRoundTrip } from '../../stores/listener.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Note } from '../../ui/note.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import styles from './events-arrived-round-trip.module.css';
import { TryLine } from './try-line.tsx';

const cx = bindClasses(styles);

type Answer = RequestOutput<'listener:ping-round-trip'>;

/** Both directions at once: asks the PBX for an event and waits for it here. */
export function PingRoundTrip() {
  const { t, digits } = useWords();
  const [answer, setAnswer] = useState<Answer | 'none' | 'waiting'>('none');
  const waiting = answer === 'waiting';
  const { state, starts } = useSnapshot((snapshot) => snapshot.listener);
  // What was found out says nothing of a listener that was started anew since, elsewhere or with other credentials, or not at all.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the listener changes
  useEffect(() => setAnswer((before) => (before === 'waiting' ? before : 'none')), [state, starts]);
  const run = async () => {
    if (waiting) return;
    setAnswer('waiting');
    const told = await pingRoundTrip();
    setAnswer(told.ok && told.value.outcome === 'pbx-left' ? 'none' : told);
  };
  const ms = (value: number) => digits(String(Math.round(value)));
  const found = answer === 'none' || answer === 'waiting' || !answer.ok ? null : answer.value;
  return (
    <div className={cx('test')}>
      <TryLine
        action={t('check.roundTrip.action')}
        state={waiting ? 'running' : found?.outcome === 'arrived' ? 'passed' : 'untried'}
        words={
          waiting
            ? t('check.roundTrip.waiting')
            : answer === 'none'
              ? t('check.roundTrip.help')
              : found?.outcome === 'arrived'
                ? t('check.roundTrip.arrived', { answer: ms(found.answerMs), event: ms(found.eventMs) })
                : null
        }
        onPress={() => void run()}
      />
      {found?.outcome === 'nothing-came' ? (
        <Note announced tone="wait" title={t('check.roundTrip.nothingCame', { answer: ms(found.answerMs) })}>
          {t('check.roundTrip.nothingCameNext')}
        </Note>
      ) : null}
      {found?.outcome === 'turned-away' ? (
        <Note announced tone="wait" title={t('check.roundTrip.turnedAway', { answer: ms(found.answerMs) })}>
          {t('check.roundTrip.turnedAwayNext')}
        </Note>
      ) : null}
      {found?.outcome === 'not-listening' ? (
        <Note announced tone="bad" title={t('check.roundTrip.notListening')} />
      ) : null}
      {answer !== 'none' && answer !== 'waiting' && !answer.ok ? (
        <ErrorNote error={answer.error} withoutRemedy />
      ) : null}
    </div>
  );
}
