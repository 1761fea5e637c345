import { useState } from 'react';
import { myselfError, useChecks } from '../../stores/checks.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { ErrorNextStep } from '../failure/error-next-step.tsx';
import styles from './tried-call.module.css';

const cx = bindClasses(styles);

/** What came of a call to oneself since this was opened, where it proved nothing of the right to place calls. */
export function TriedCall() {
  const myself = useChecks((store) => store.myself);
  const [before] = useState(myself);
  const error = myself === before ? null : myselfError(myself);
  return (
    <span role="status" className={cx('tried')}>
      {error === null || error.code === 'pbx-access-denied' ? null : <ErrorNextStep error={error} withMessage />}
    </span>
  );
}
