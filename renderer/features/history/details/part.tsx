import type { ReactNode } from 'react';
import { bindClasses } from '../../../ui/class-names.ts';
import styles from './call-details.module.css';

const cx = bindClasses(styles);

/** One of the things that are told of a call, under its name. */
export function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={cx('part')} aria-label={name}>
      <h3 className={cx('partName')}>{name}</h3>
      {children}
    </section>
  );
}
