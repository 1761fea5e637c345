import { LoaderCircle, Phone } from 'lucide-react';
import type { RefObject } from 'react';
import type { HeldKeys } from '../../stores/dialling.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './call-button.module.css';

const cx = bindClasses(styles);

export interface CallButtonProps {
  readonly busy: boolean;
  readonly disabled: boolean;
  /** Where the focus belongs before and after a press by mouse. */
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onPress: (keys: HeldKeys) => void;
}

/**
 * Gives the focus to the number field, also while it is busy, and takes a held key for one press. The focus moves before
 * the press counts, so that a trunk name still being typed is taken over first.
 */
export function CallButton({ busy, disabled, inputRef, onPress }: CallButtonProps) {
  const { t } = useWords();
  const inert = busy || disabled;
  return (
    <button
      type="button"
      className={cx('call', disabled ? 'disabled' : busy && 'busy')}
      aria-disabled={inert}
      onMouseDown={(event) => {
        event.preventDefault();
        inputRef.current?.focus();
      }}
      onKeyDown={(event) => {
        if (event.repeat) event.preventDefault();
      }}
      onClick={(event) => {
        if (!inert) onPress({ literal: event.altKey, anyway: event.ctrlKey || event.metaKey });
      }}
    >
      <Icon of={busy ? LoaderCircle : Phone} spinning={busy} />
      {t('keypad.call')}
    </button>
  );
}
