import { type PointerEvent, type ReactNode, useCallback, useEffect, useRef } from 'react';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './key-button.module.css';

const cx = bindClasses(styles);
const holdMs = 500;

export interface KeyButtonProps {
  readonly children: ReactNode;
  readonly label?: string;
  /** Shown to the pointer that rests on it. */
  readonly hint?: string;
  readonly look: 'digit' | 'erase';
  readonly hidden?: boolean;
  /** Shows in the corner what holding the key gives. */
  readonly heldMark?: string;
  readonly onPress: () => void;
  /** Instead of the press, when it is held. */
  readonly onHold?: () => void;
}

/**
 * A key of the keypad. It never takes the focus from the number field, by pointer or by Tab: who has a keyboard types
 * the digits.
 */
export function KeyButton({ children, label, hint, look, hidden = false, heldMark, onPress, onHold }: KeyButtonProps) {
  const timer = useRef<number | null>(null);
  const held = useRef(false);
  const downAt = useRef(0);
  const stop = useCallback(() => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const hold = () => {
    timer.current = null;
    held.current = true;
    onHold?.();
  };
  const onPointerDown = (event: PointerEvent) => {
    event.preventDefault();
    held.current = false;
    downAt.current = event.timeStamp;
    if (onHold !== undefined && event.button === 0) timer.current = window.setTimeout(hold, holdMs);
  };
  const onPointerUp = (event: PointerEvent) => {
    // A busy window may learn of the release before its timer runs out; what counts is how long the finger was down.
    if (timer.current !== null && event.timeStamp - downAt.current >= holdMs) hold();
    stop();
  };

  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      title={hint}
      className={cx('key', look, hidden && 'hidden')}
      onPointerDown={onPointerDown}
      onMouseDown={(event) => event.preventDefault()}
      onPointerUp={onPointerUp}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onClick={() => {
        if (!held.current) onPress();
        held.current = false;
      }}
    >
      {children}
      {heldMark === undefined ? null : (
        <span className={cx('held')} aria-hidden="true">
          {heldMark}
        </span>
      )}
    </button>
  );
}
