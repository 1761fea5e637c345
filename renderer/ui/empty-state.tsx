import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { bindClasses } from './class-names.ts';
import styles from './empty-state.module.css';
import { Icon } from './icon.tsx';

const cx = bindClasses(styles);

/** Teaches what will stand here, and offers the one action that fills it; with `tone="bad"` says why it could not be read. */
export function EmptyState(props: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
  readonly tone?: 'quiet' | 'bad';
}) {
  return (
    <div className={cx('empty', props.tone === 'bad' && 'bad')} role={props.tone === 'bad' ? 'alert' : undefined}>
      <Icon of={props.icon} size={28} />
      <h2 className={cx('title')}>{props.title}</h2>
      {props.text === undefined ? null : <p className={cx('text')}>{props.text}</p>}
      {props.action}
    </div>
  );
}
