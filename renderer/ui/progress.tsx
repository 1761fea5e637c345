import { Label, ProgressBar } from 'react-aria-components';
import { bindClasses } from './class-names.ts';
import styles from './progress.module.css';

const cx = bindClasses(styles);

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** In numbers, for eye and ear. */
  readonly words: string;
}

/** How far a longer work is. */
export function Progress({ label, done, total, words }: ProgressProps) {
  return (
    <ProgressBar className={cx('progress')} value={done} maxValue={Math.max(total, 1)} valueLabel={words}>
      {({ percentage = 0 }) => (
        <>
          <span className={cx('head')}>
            <Label className={cx('label')}>{label}</Label>
            <span className={cx('words')}>{words}</span>
          </span>
          <span className={cx('track')}>
            <span className={cx('bar')} style={{ inlineSize: `${percentage}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
