import { useSnapshot } from '../../stores/app-state.ts';
import { useCalls } from '../../stores/calls.ts';
import { callMyself, myselfError, useChecks } from '../../stores/checks.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import styles from './connection-test-call.module.css';
import { type MyselfWord, myselfWord } from './connection-test-call-word.ts';
import { CheckLine, type CheckState } from './connection-test-line.tsx';

const cx = bindClasses(styles);

/** Whether calls can be placed is proven by one: to the agent's own phone, and only when the agent asks for it. */
export function CallMyself({ possible }: { readonly possible: boolean }) {
  const { t, digits } = useWords();
  const own = useSnapshot((state) => state.effective.identity.caller);
  const eventsArrive = useSnapshot((state) => state.listener.lastEventAtMs !== null);
  const myself = useChecks((store) => store.myself);
  const call = useCalls(({ calls }) =>
    myself.state === 'asked' ? (calls.find(({ id }) => id === myself.result.callId) ?? null) : null,
  );
  const now = useNow(1000, myself.state === 'asked' && myself.result.outcome === 'accepted');
  const word = myselfWord(myself, call, eventsArrive, now);
  const error = myselfError(myself);
  return (
    <CheckLine
      name={t('check.line.calls')}
      state={states[word]}
      detail={<span role="status">{t(`check.myself.${word}`)}</span>}
    >
      {error === null ? null : <ErrorNote error={error} tone={word === 'unclear' ? 'wait' : 'bad'} withoutRemedy />}
      {possible ? (
        <div className={cx('offer')}>
          {own === '' ? null : (
            <p className={cx('help')}>
              <Sentence
                text={t('check.myself.explain', { skipInterpolation: true })}
                parts={{ number: <NumberText>{digits(own)}</NumberText> }}
              />
            </p>
          )}
          <Button aria-disabled={myself.state === 'asking'} onPress={() => void callMyself()}>
            {t('check.myself.action')}
          </Button>
        </div>
      ) : null}
    </CheckLine>
  );
}

const states: Readonly<Record<MyselfWord, CheckState>> = {
  unproven: 'waiting',
  asking: 'running',
  accepted: 'passed',
  waitingForRing: 'running',
  rang: 'passed',
  notRung: 'skipped',
  refused: 'failed',
  unclear: 'failed',
  notSent: 'failed',
};
