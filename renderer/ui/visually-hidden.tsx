import type { ReactNode } from 'react';
import { bindClasses } from './class-names.ts';
import styles from './visually-hidden.module.css';

const cx = bindClasses(styles);

/** For screen readers only. */
export function VisuallyHidden({
  children,
  live,
}: {
  readonly children: ReactNode;
  readonly live?: 'polite' | 'assertive';
}) {
  return (
    <div className={cx('hidden')} aria-live={live} aria-atomic={live === undefined ? undefined : true}>
      {children}
    </div>
  );
}
