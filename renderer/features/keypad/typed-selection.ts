import { useKeypad } from '../../stores/keypad.ts';
import { typedPlace } from './shown-number.ts';

/** What is selected in the number field, as places in the typed text; its end when the field is not in the window. */
export function typedSelection(input: HTMLInputElement | null): { readonly start: number; readonly end: number } {
  const { text } = useKeypad.getState();
  if (input === null) return { start: text.length, end: text.length };
  const place = (shown: number | null) => typedPlace(text, input.value, shown ?? input.value.length);
  return { start: place(input.selectionStart), end: place(input.selectionEnd) };
}
