import { CircleCheck, LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RequestOutput } from '../../../shared/ipc/contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { pingRoundTrip } from '../../stores/listener.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import styles from './events-arrived-round-trip.module.css';

const cx = bindClasses(styles);

type Answer = RequestOutput<'listener:ping-round-trip'>;

/** Both directions at once: asks the PBX for an event and waits for it here. */
export function PingRoundTrip() {
  const { t, digits } = useWords();
  const [answer, setAnswer] = useState<Answer | 'none' | 'waiting'>('none');
  const waiting = answer === 'waiting';
  const { state, address } = useSnapshot((snapshot) => snapshot.listener);
  // What was found out says nothing of a listener that stands elsewhere since, or not at all.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the listener changes
  useEffect(() => setAnswer((before) => (before === 'waiting' ? before : 'none')), [state, address]);
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
      <div className={cx('line')}>
        <Button aria-disabled={waiting} onPress={() => void run()}>
          {t('check.roundTrip.action')}
        </Button>
        <span role="status" className={cx('words', found?.outcome === 'arrived' && 'arrived')}>
          {answer === 'none' ? t('check.roundTrip.help') : null}
          {waiting ? (
            <>
              <Icon of={LoaderCircle} spinning />
              {t('check.roundTrip.waiting')}
            </>
          ) : null}
          {found?.outcome === 'arrived' ? (
            <>
              <Icon of={CircleCheck} />
              {t('check.roundTrip.arrived', { answer: ms(found.answerMs), event: ms(found.eventMs) })}
            </>
          ) : null}
        </span>
      </div>
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
