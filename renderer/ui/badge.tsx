import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { bindClasses } from './class-names.ts';

const cx = bindClasses(styles);

export function Badge({
  tone = 'quiet',
  children,
}: {
  readonly tone?: 'quiet' | 'good' | 'wait' | 'bad';
  readonly children: ReactNode;
}) {
  return <span className={cx('badge', tone)}>{children}</span>;
}
