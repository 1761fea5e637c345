import { ArrowLeft, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { bindClasses } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './view-head.module.css';

const cx = bindClasses(styles);

export interface ViewHeadProps {
  /** What it shows: a heading, or the name of where the way back leads. */
  readonly title: ReactNode;
  readonly backLabel: string;
  readonly onBack: () => void;
  /** It stands beside what it belongs to: there is no way back, but an end. */
  readonly closes?: boolean;
  /** At the end of the line. */
  readonly children?: ReactNode;
}

/** Over what took the place of the list, or stands beside it: the way back, and what it is. */
export function ViewHead({ title, backLabel, onBack, closes = false, children }: ViewHeadProps) {
  return (
    <div className={cx('head')}>
      <IconButton data-first aria-label={backLabel} onPress={onBack}>
        <Icon of={closes ? X : ArrowLeft} mirrored={!closes} size={18} />
      </IconButton>
      <div className={cx('title')}>{title}</div>
      {children}
    </div>
  );
}
