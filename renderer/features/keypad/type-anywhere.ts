import { type RefObject, useEffect } from 'react';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import { insertAt, useKeypad } from '../../stores/keypad.ts';

const editors =
  'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="dialog"]';

/** True for the keys that a number is made of, in any script. */
export function isDialKey(key: string): boolean {
  return key.length === 1 && /^[0-9*#+]$/.test(toLatinDigits(key));
}

/**
 * Digits typed anywhere outside an editor land in the number field, which also has the focus when the window opens.
 * `reveal` brings the keypad into view where another tab hides it; `onEscape` is Escape outside an editor.
 */
export function useTypeAnywhere(
  inputRef: RefObject<HTMLInputElement | null>,
  reveal: () => void,
  onEscape: () => void,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(editors) !== null) return;
      if (event.key === 'Escape') onEscape();
      if (!isDialKey(event.key)) return;
      event.preventDefault();
      reveal();
      const input = inputRef.current;
      const end = useKeypad.getState().text.length;
      insertAt(input?.selectionStart ?? end, input?.selectionEnd ?? end, event.key);
      input?.focus();
    };
    const onFocus = () => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) inputRef.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('focus', onFocus);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('focus', onFocus);
    };
  }, [inputRef, reveal, onEscape]);
}
