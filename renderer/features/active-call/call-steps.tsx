import type { Call } from '../../../shared/domain/call.ts';
import { callSteps } from '../../../shared/domain/call-steps.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { NumberText } from '../../ui/number-text.tsx';
import styles from './call-steps.module.css';

const cx = bindClasses(styles);

export interface CallStepsProps {
  readonly id: string;
  readonly call: Call;
  /** Folded steps leave the eye; a screen reader always finds every step. */
  readonly shown: boolean;
  /** Keeps the place of the steps to come. */
  readonly growing: boolean;
}

/** Every step that was observed, when, and who told it. Steps nobody told are not here. */
export function CallSteps({ id, call, shown, growing }: CallStepsProps) {
  const { t, clock } = useWords();
  return (
    <ol id={id} className={cx('list', growing && 'growing', !shown && 'folded')} aria-label={t('card.steps')}>
      {callSteps(call).map((step) => {
        const source = t(`card.source.${step.source}`);
        return (
          <li key={step.kind} className={cx('step')} title={t('card.sourceIs', { source })}>
            <span className={cx('time')}>
              <NumberText aligned>{clock(step.atMs, true)}</NumberText>
            </span>
            <span className={cx('name')}>{t(`card.step.${step.kind}`)}</span>
            <span className={cx('source')}>{source}</span>
          </li>
        );
      })}
    </ol>
  );
}
