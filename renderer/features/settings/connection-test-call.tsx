import type { Call } from '../../../shared/domain/call.ts';
import { callSteps } from '../../../shared/domain/call-view.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useCalls } from '../../stores/calls.ts';
import { type CallToMyself, callMyself, useChecks } from '../../stores/checks.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import styles from './connection-test-call.module.css';
import { CheckLine, type CheckState } from './connection-test-line.tsx';
import { ErrorNote } from './error-note.tsx';

const cx = bindClasses(styles);

type Word =
  | 'unproven'
  | 'asking'
  | 'accepted'
  | 'waitingForRing'
  | 'rang'
  | 'notRung'
  | 'refused'
  | 'unclear'
  | 'notSent';

/** Whether calls can be placed is proven by one: to the agent's own phone, and only when the agent asks for it. */
export function CallMyself({ possible }: { readonly possible: boolean }) {
  const { t, digits } = useWords();
  const own = useSnapshot((state) => state.effective.identity.caller);
  const eventsArrive = useSnapshot((state) => state.listener.lastEventAtMs !== null);
  const myself = useChecks((store) => store.myself);
  const call = useCalls(({ calls }) =>
    myself.state === 'sent' ? (calls.find(({ id }) => id === myself.callId) ?? null) : null,
  );
  const word = wordFor(myself, call, eventsArrive);
  const error = 'error' in myself ? myself.error : null;
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
          <Button isDisabled={myself.state === 'asking'} onPress={() => void callMyself()}>
            {t('check.myself.action')}
          </Button>
        </div>
      ) : null}
    </CheckLine>
  );
}

const states: Readonly<Record<Word, CheckState>> = {
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

/** Says only what was observed: without events nobody knows whether the phone rang. */
function wordFor(myself: CallToMyself, call: Call | null, eventsArrive: boolean): Word {
  if (myself.state === 'not-sent') return 'notSent';
  if (myself.state !== 'sent') return myself.state === 'asking' ? 'asking' : 'unproven';
  const steps = call === null ? [] : callSteps(call).map(({ kind }) => kind);
  if (steps.includes('caller-ringing') || steps.includes('caller-answered')) return 'rang';
  if (call?.outcome === 'refused') return 'refused';
  if (myself.error !== null) return call?.outcome === 'unknown' ? 'unclear' : 'refused';
  if (!eventsArrive) return 'accepted';
  return steps.includes('ended') ? 'notRung' : 'waitingForRing';
}
