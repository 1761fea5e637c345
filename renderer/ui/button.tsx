import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { bindClasses } from './class-names.ts';
import { useLock } from './use-lock.ts';

const cx = bindClasses(styles);

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'regular' | 'large';
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', size = 'regular', children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} {...useLocked()} className={cx('button', look, size === 'large' && 'large')}>
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'look' | 'size'> {
  readonly 'aria-label': string;
}

/** A button that shows only an icon; its name is for those who cannot see it. */
export function IconButton({ children, ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} {...useLocked()} className={cx('icon')}>
      {children}
    </AriaButton>
  );
}

/** A button that reads like a part of the sentence it stands in. */
export function LinkButton({ children, ...rest }: Omit<ButtonProps, 'look' | 'size'>) {
  return (
    <AriaButton {...rest} {...useLocked()} className={cx('link')}>
      {children}
    </AriaButton>
  );
}

function useLocked(): Pick<AriaButtonProps, 'isDisabled' | 'aria-describedby'> {
  const { isLocked, describedBy } = useLock();
  return isLocked ? { isDisabled: true, ...describedBy(null) } : {};
}
