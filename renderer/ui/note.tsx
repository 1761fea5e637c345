import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../text/use-words.ts';
import { IconButton } from './button.tsx';
import { bindClasses } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './note.module.css';

const cx = bindClasses(styles);
const icons = { bad: CircleAlert, wait: TriangleAlert, info: Info } as const;

export interface NoteProps {
  readonly tone: 'bad' | 'wait' | 'info';
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Read out at once when it appears; off for what was there from the beginning. */
  readonly announced?: boolean;
  /** Puts a button to close it in its corner. */
  readonly onDismiss?: () => void;
}

/** Says in place what is the matter, what to do next, and offers the one button that does it. */
export function Note({ tone, title, children, action, announced = false, onDismiss }: NoteProps) {
  const { t } = useWords();
  return (
    <div className={cx('note', tone)} role={announced ? 'alert' : undefined}>
      <Icon of={icons[tone]} />
      <div className={cx('words')}>
        <p className={cx('title')}>{title}</p>
        {children === undefined ? null : <div className={cx('rest')}>{children}</div>}
        {action === undefined || action === null ? null : <div className={cx('action')}>{action}</div>}
      </div>
      {onDismiss === undefined ? null : (
        <div className={cx('close')}>
          <IconButton aria-label={t('action.dismiss')} onPress={onDismiss}>
            <Icon of={X} />
          </IconButton>
        </div>
      )}
    </div>
  );
}
