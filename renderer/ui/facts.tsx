import type { ReactNode } from 'react';
import { bindClasses } from './class-names.ts';
import styles from './facts.module.css';

const cx = bindClasses(styles);

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values, one pair a line. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={cx('facts')}>
      {facts.map((fact) => (
        <div key={fact.name} className={cx('fact')}>
          <dt className={cx('name')}>{fact.name}</dt>
          <dd className={cx('value')}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
