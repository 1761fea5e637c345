import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { DialStop } from '../../../shared/domain/dial-findings.ts';
import type { DialerError } from '../../../shared/errors.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { showSettings } from '../../stores/view.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { errorRemedy } from '../failure/error-remedy.ts';
import { AboutLine, AboutWords } from './about-line.tsx';
import { AfterPause } from './after-pause.tsx';
import styles from './dial-line.module.css';
import { planSentence } from './plan-sentence.ts';
import { StopLine, StopWords } from './stop-line.tsx';
import type { TypedPlan } from './typed-plan.ts';
import { useNotedToday } from './use-noted-today.ts';
import { usePlanExtras } from './use-plan-extras.ts';
import type { SuggestionList } from './use-suggestion-list.ts';

const cx = bindClasses(styles);

/** A number of the demo that answers and talks, for who has nobody to call yet. */
const demoExample = '09120000001';

export interface DialLineProps {
  /** Of what describes the number field: what will be dialled, or why it cannot be. */
  readonly id: string;
  readonly plan: TypedPlan;
  /** Why no call is possible now: so nothing is dialled either, and that is what has to be known. */
  readonly obstacle: DialerError | null;
  readonly inFlight: boolean;
  readonly lastDialled: string | null;
  /** What is known of the typed number: from earlier calls, and whose it is. */
  readonly list: Pick<SuggestionList, 'exact' | 'owner' | 'note' | 'stranger'>;
  /** Call was pressed on something that cannot be dialled. */
  readonly insisted: boolean;
  /** What keeps the call from being made unless it is asked for once more. */
  readonly stop: DialStop | null;
  readonly stopInsisted: boolean;
  readonly onCallAnyway: () => void;
}

/** Says before the call what will be dialled and how, or why the text cannot be dialled. Its room is always there. */
export function DialLine(props: DialLineProps) {
  const { id, plan, obstacle, inFlight, lastDialled, insisted, stopInsisted } = props;
  const { t } = useWords();
  const extras = usePlanExtras(plan);
  const noted = useNotedToday();
  const sentence = usePlanTitle(plan);
  const title = extras === '' ? sentence : `${sentence} · ${extras}`;
  if (obstacle !== null && plan.kind !== 'invalid' && !inFlight) return <ObstacleLine id={id} obstacle={obstacle} />;
  const stop = inFlight ? null : props.stop;
  const { exact: known, owner, note, stranger } = props.list;
  const name = owner === null ? '' : owner.name || owner.company;
  const something = known !== null || name !== '' || stranger;
  const about = plan.kind === 'ready' && !inFlight && stop === null && something;
  const full = about || stop !== null;
  return (
    <>
      <div className={cx('line', plan.kind === 'invalid' && 'invalid', insisted && 'insisted')}>
        <div id={id} className={cx('plan', (full || extras !== '') && 'single')} title={title}>
          {inFlight ? t('keypad.calling') : <LineText plan={plan} lastDialled={lastDialled} />}
          {inFlight || extras === '' ? null : full ? (
            <VisuallyHidden> · {extras}</VisuallyHidden>
          ) : (
            <div className={cx('single')}>{extras}</div>
          )}
        </div>
        {stop === null ? null : (
          <StopLine stop={stop} known={known} insisted={stopInsisted} onCallAnyway={props.onCallAnyway} />
        )}
        {about ? (
          <AboutLine
            known={known}
            name={name}
            note={note}
            noted={noted}
            strangerNumber={stranger ? plan.destination.digits : null}
          />
        ) : null}
      </div>
      <AfterPause of={inFlight ? '' : JSON.stringify([plan, known, name, note, noted, insisted, stop])}>
        <LineText plan={plan} lastDialled={lastDialled} spelled /> {extras}{' '}
        {about ? <AboutWords known={known} name={name} note={note} noted={noted} /> : null}
        {stop === null ? null : <StopWords stop={stop} known={known} />}
      </AfterPause>
    </>
  );
}

/** In the place of what would be dialled, where it covers nothing and moves nothing. */
function ObstacleLine({ id, obstacle }: { readonly id: string; readonly obstacle: DialerError }) {
  const { t } = useWords();
  const remedy = errorRemedy(obstacle);
  return (
    <div className={cx('line', 'obstacle')}>
      <p id={id}>
        <Icon of={TriangleAlert} size={14} /> {errorWords(obstacle, t).message}{' '}
        {remedy === null ? null : (
          <LinkButton onPress={() => showSettings(remedy)}>{t('action.openSetting')}</LinkButton>
        )}
      </p>
    </div>
  );
}

interface LineTextProps {
  readonly plan: TypedPlan;
  readonly lastDialled: string | null;
  /** Digit by digit, so that it is read out as a number to dial and not as an amount. */
  readonly spelled?: boolean;
}

/** What pressing Call would do, in one sentence. */
export function LineText({ plan, lastDialled, spelled = false }: LineTextProps) {
  const { t, digits, number } = useWords();
  const demo = useSnapshot((state) => state.effective.mode === 'demo');
  const spell = (text: string) => digits(text.split('').join(' '));
  const grouped = spelled ? spell : number;
  const written = spelled ? spell : digits;
  const open = { skipInterpolation: true } as const;
  if (plan.kind === 'invalid') {
    const words = errorWords(plan.error, t);
    return (
      <>
        <Icon of={CircleAlert} size={14} />
        <span>
          {words.message} {words.nextStep}
        </span>
      </>
    );
  }
  if (plan.kind === 'empty') {
    const [key, example] =
      lastDialled === null ? (['keypad.demoExample', demoExample] as const) : (['keypad.recall', lastDialled] as const);
    return (
      <>
        <div className={cx('single')}>{t('keypad.empty')}</div>
        {lastDialled !== null || demo ? (
          <div className={cx('single')}>
            <Sentence text={t(key, open)} parts={{ number: <NumberText>{grouped(example)}</NumberText> }} />
          </div>
        ) : null}
      </>
    );
  }
  const { call } = plan;
  const parts = {
    number: <NumberText>{written(call.digits)}</NumberText>,
    trunk: <bdi>{call.trunkName}</bdi>,
    rule: <bdi>{call.ruleName ?? call.withoutRule}</bdi>,
  };
  return <Sentence text={t(planSentence(plan), open)} parts={parts} />;
}

/** What may be cut where a name is long. */
function usePlanTitle(plan: TypedPlan): string | undefined {
  const { t, digits } = useWords();
  if (plan.kind !== 'ready') return undefined;
  const { call } = plan;
  const rule = call.ruleName ?? call.withoutRule ?? '';
  return t(planSentence(plan), { number: digits(call.digits), trunk: call.trunkName, rule });
}
