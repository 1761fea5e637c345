import type { ReactNode } from 'react';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './setup-page.module.css';

const cx = bindClasses(styles);

export interface SetupPageProps {
  readonly back?: ReactNode;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** One step of the set-up: a sentence, the fields, the buttons. */
export function SetupPage({ back, title, lead, children, actions }: SetupPageProps) {
  return (
    <main className={cx('page')}>
      <div className={cx('content')}>
        {back === undefined ? null : <div className={cx('back')}>{back}</div>}
        <div>
          <h1 className={cx('title')}>{title}</h1>
          <p className={cx('lead')}>{lead}</p>
        </div>
        {children}
        <div className={cx('actions')}>{actions}</div>
      </div>
    </main>
  );
}
