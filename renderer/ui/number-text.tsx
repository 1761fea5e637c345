import type { ReactNode } from 'react';
import { bindClasses } from './class-names.ts';
import styles from './number-text.module.css';

const cx = bindClasses(styles);

export interface NumberTextProps {
  /** Text, or a text in pieces. */
  readonly children: ReactNode;
  /** For clocks that run and times below each other: figures of one width in every language. */
  readonly aligned?: boolean;
}

/** A number or name from outside: isolated, so that it cannot turn the sentence around. */
export function NumberText({ children, aligned = false }: NumberTextProps) {
  return (
    <bdi dir="ltr" className={aligned ? cx('aligned') : undefined}>
      {children}
    </bdi>
  );
}
