import { type RefObject, useEffect } from 'react';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import { insertAt } from '../../stores/keypad.ts';
import { typedSelection } from './typed-selection.ts';

/** Where digits are typed, or mean something else. */
const editors =
  'input:not([type="range"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="dialog"], [data-takes-digits]';

/** True for the keys that a number is made of, in any script. */
export function isDialKey(key: string): boolean {
  return key.length === 1 && /^[0-9*#+]$/.test(toLatinDigits(key));
}

/**
 * Digits typed anywhere outside an editor land in the number field, which has the focus whenever nothing else has it.
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
      const { start, end } = typedSelection(inputRef.current);
      insertAt(start, end, event.key);
      inputRef.current?.focus();
    };
    const takeFocus = () => {
      const { activeElement } = document;
      const nowhere = activeElement === null || activeElement === document.body;
      // Text that somebody marked to copy stays marked.
      if (nowhere && (document.getSelection()?.isCollapsed ?? true)) inputRef.current?.focus();
    };
    // Captured: the components stop keys that they handle themselves.
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('focus', takeFocus);
    window.addEventListener('pointerup', takeFocus);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('focus', takeFocus);
      window.removeEventListener('pointerup', takeFocus);
    };
  }, [inputRef, reveal, onEscape]);
}
