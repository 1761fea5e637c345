import type { ReactNode } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { bindClasses } from './class-names.ts';
import styles from './info-popover.module.css';

const cx = bindClasses(styles);

export interface InfoPopoverProps {
  /** Where no heading names it. */
  readonly label?: string;
  readonly at: 'start' | 'end';
  readonly holds: 'notes' | 'text';
  readonly children: (close: () => void) => ReactNode;
}

/** All that is known, below the word or the sign that opened it. */
export function InfoPopover({ label, at, holds, children }: InfoPopoverProps) {
  return (
    <Popover className={cx('popover')} placement={`bottom ${at}`} offset={4} containerPadding={8}>
      <Dialog
        className={cx('dialog', holds === 'notes' && 'notes')}
        {...(label === undefined ? {} : { 'aria-label': label })}
      >
        {({ close }) => children(close)}
      </Dialog>
    </Popover>
  );
}
