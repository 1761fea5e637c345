import type { RefObject } from 'react';
import { insertAt } from '../../stores/keypad.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { KeyButton } from './key-button.tsx';
import styles from './keys.module.css';
import { typedSelection } from './typed-selection.ts';

const cx = bindClasses(styles);
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** Telephone order in every language: keypads are not mirrored. */
export function Keys({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const { t, digits } = useWords();
  const insert = (key: string) => {
    const { start, end } = typedSelection(inputRef.current);
    insertAt(start, end, key, false);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of keys is not a set of form fields
    <div className={cx('keys')} dir="ltr" role="group" aria-label={t('keypad.keys')}>
      {keys.map((key) => (
        <KeyButton
          key={key}
          look="digit"
          onPress={() => insert(key)}
          {...(key === '0' ? { onHold: () => insert('+'), heldMark: '+' } : {})}
        >
          {digits(key)}
        </KeyButton>
      ))}
    </div>
  );
}
