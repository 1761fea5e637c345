import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import buttonStyles from './button.module.css';
import { bindClasses } from './class-names.ts';

const cx = bindClasses(buttonStyles);

export interface RowButtonProps {
  readonly label: string;
  /** The keyboard reaches what is in the chosen row. */
  readonly reachable: boolean;
  /** What it does, if it may come back as another element. */
  readonly control?: string;
  /** In place of the looks of a button with an icon. */
  readonly className?: string;
  readonly onPress: (pressed: { readonly altKey: boolean }) => void;
  readonly children: ReactNode;
}

/**
 * A button with an icon in a row of a long list. Dozens of them are drawn with every key that is typed into a search, so it is a plain
 * element. The list keeps the focus and the choice when it is pressed, and a key that is held down presses it once.
 */
export function RowButton({ label, reachable, control, className, onPress, children }: RowButtonProps) {
  return (
    <button
      type="button"
      className={className ?? cx('icon', 'light')}
      aria-label={label}
      title={label}
      data-control={control}
      tabIndex={reachable ? undefined : -1}
      onMouseDown={keepFocus}
      onClick={(event) => {
        event.stopPropagation();
        onPress(event);
      }}
      onKeyDown={(event) => {
        if (!isPressing(event)) return;
        event.preventDefault();
        event.stopPropagation();
        if (!event.repeat) onPress(event);
      }}
    >
      {children}
    </button>
  );
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

const isPressing = ({ key }: KeyboardEvent) => key === 'Enter' || key === ' ';
