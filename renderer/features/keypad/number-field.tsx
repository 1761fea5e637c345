import { Delete } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import { clearNumber, deleteBefore, typeNumber, useKeypad } from '../../stores/keypad.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyButton } from './key-button.tsx';
import styles from './number-field.module.css';

const cx = bindClasses(styles);

export interface NumberFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
}

/** The number is the hero: large, left to right in every language, whatever script was typed or pasted. */
export function NumberField({ inputRef, describedBy, invalid, onEnter, onEscape }: NumberFieldProps) {
  const { t } = useWords();
  const text = useKeypad((store) => store.text);
  const caret = useKeypad((store) => store.caret);

  useLayoutEffect(() => {
    if (caret !== null) inputRef.current?.setSelectionRange(caret, caret);
  }, [caret, inputRef]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      // A held key repeats; one intent is one call.
      if (!event.repeat) onEnter();
    } else if (event.key === 'Escape') {
      onEscape();
    }
  };

  const length = text.length > 17 ? 'longest' : text.length > 13 ? 'long' : 'short';
  return (
    <div className={cx('field')}>
      <input
        ref={inputRef}
        className={cx('input', length)}
        aria-label={t('keypad.numberLabel')}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        type="text"
        inputMode="tel"
        dir="ltr"
        placeholder={t('keypad.empty')}
        autoComplete="off"
        spellCheck={false}
        maxLength={256}
        value={text}
        onChange={(event) => typeNumber(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <KeyButton
        look="erase"
        label={t('keypad.backspace')}
        hidden={text === ''}
        onPress={() => {
          const input = inputRef.current;
          if (input !== null) deleteBefore(input.selectionStart ?? 0, input.selectionEnd ?? 0);
        }}
        onHold={clearNumber}
      >
        <Icon of={Delete} size={20} />
      </KeyButton>
    </div>
  );
}
