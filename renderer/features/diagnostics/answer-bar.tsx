import type { ReactNode } from 'react';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './answer-bar.module.css';

const cx = bindClasses(styles);

/** Buttons, and beside them what came of the last one. */
export function AnswerBar({
  children,
  answer,
  failed = false,
}: {
  readonly children: ReactNode;
  readonly answer: ReactNode;
  readonly failed?: boolean;
}) {
  return (
    <div className={cx('bar')}>
      {children}
      <p role="status" className={cx('answer', failed && 'failed')}>
        {answer}
      </p>
    </div>
  );
}
