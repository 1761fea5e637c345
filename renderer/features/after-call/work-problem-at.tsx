import { bindClasses } from '../../ui/class-names.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import { useProblemAt } from '../settings/use-problem-at.ts';
import styles from './work-lists.module.css';

const cx = bindClasses(styles);

/** Why a call that was asked for in a list of work was not placed. */
export function WorkProblemAt() {
  const problem = useProblemAt('history');
  return problem === null ? null : (
    <div className={cx('problem')}>
      <ErrorNote error={problem} />
    </div>
  );
}
