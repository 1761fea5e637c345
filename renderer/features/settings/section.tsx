import type { ReactNode } from 'react';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './section.module.css';
import { useAllHidden } from './setting-mode.ts';
import type { SettingName } from './settings-catalogue.ts';

const cx = bindClasses(styles);

export interface SectionProps {
  readonly title?: string;
  readonly lead?: string;
  /** Its settings, if it has nothing else: where all of them are hidden it is left out. */
  readonly of?: readonly SettingName[];
  readonly children: ReactNode;
}

/** Settings that belong together, set off by a hairline. */
export function Section({ title, lead, of = [], children }: SectionProps) {
  if (useAllHidden(of)) return null;
  return (
    <section className={cx('section')}>
      {title === undefined ? null : <h3 className={cx('title')}>{title}</h3>}
      {lead === undefined ? null : <p className={cx('lead')}>{lead}</p>}
      {children}
    </section>
  );
}

/** A frame for rows of facts. */
export function Panel({ children }: { readonly children: ReactNode }) {
  return <div className={cx('panel')}>{children}</div>;
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={cx('row')}>{children}</div>;
}
