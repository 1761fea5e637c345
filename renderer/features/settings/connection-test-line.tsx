import { Circle, CircleAlert, CircleCheck, CircleMinus, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import styles from './connection-test-line.module.css';

const cx = bindClasses(styles);

export type CheckState = 'waiting' | 'running' | 'passed' | 'failed' | 'skipped';

const icons: Readonly<Record<CheckState, LucideIcon>> = {
  waiting: Circle,
  running: LoaderCircle,
  passed: CircleCheck,
  failed: CircleAlert,
  skipped: CircleMinus,
};

export interface CheckLineProps {
  readonly name: string;
  readonly state: CheckState;
  /** What was found; without it the state is said in its word. */
  readonly detail?: ReactNode;
  /** How long it took, where it was measured. */
  readonly ms?: number;
  /** What stands below: a failure in words, parts of the finding. */
  readonly children?: ReactNode;
}

/** One step of a check: its state as icon, colour and word. */
export function CheckLine({ name, state, detail, ms, children }: CheckLineProps) {
  const { t, digits } = useWords();
  return (
    <li className={cx('line')}>
      <div className={cx('head')}>
        <span className={cx('icon', state)}>
          <Icon of={icons[state]} spinning={state === 'running'} />
        </span>
        <span className={cx('name')}>{name}</span>
        <span className={cx('detail', state === 'failed' && 'failedWord')}>
          {detail ?? (state === 'passed' ? null : t(`check.state.${state}`))}
        </span>
        {ms === undefined ? null : (
          <span className={cx('time')}>
            <Sentence
              text={t('check.milliseconds', { skipInterpolation: true })}
              parts={{ ms: <NumberText>{digits(String(Math.round(ms)))}</NumberText> }}
            />
          </span>
        )}
      </div>
      {children === undefined || children === null ? null : <div className={cx('below')}>{children}</div>}
    </li>
  );
}
