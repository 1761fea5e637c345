import { type KeyboardEvent, useRef } from 'react';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import { insertAt, redo, undo, useKeypad } from '../../stores/keypad.ts';
import { typedSelection } from './typed-selection.ts';

type FieldKeyEvent = KeyboardEvent<HTMLInputElement>;

/** The editing keys that a field cannot know which shows other text than it holds. Returns whether it was one of them. */
export function useEditingKeys(): (event: FieldKeyEvent) => boolean {
  const turned = useRef(false);
  return (event) => {
    if (!event.repeat) turned.current = false;
    const done = undoKey(event) || stepOverSeparator(event) || holdZero(event, turned);
    if (done) event.preventDefault();
    return done;
  };
}

/** The field's own memory is lost with every text that is put into it. By the key's place, so in every layout. */
function undoKey(event: FieldKeyEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  if (event.code === 'KeyY' && !event.shiftKey) redo();
  else if (event.code !== 'KeyZ') return false;
  else if (event.shiftKey) redo();
  else undo();
  return true;
}

/** An arrow key moves by one digit, also where a space stands between them. */
function stepOverSeparator(event: FieldKeyEvent): boolean {
  const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const { selectionStart: at, selectionEnd, value } = event.currentTarget;
  const grouped = value.length !== useKeypad.getState().text.length;
  if (!grouped || at === null || at !== selectionEnd) return false;
  const passed = step === 1 ? value.slice(at, at + 1) : value.slice(Math.max(0, at - 2), at);
  if (!passed.includes(' ')) return false;
  event.currentTarget.setSelectionRange(at + 2 * step, at + 2 * step);
  return true;
}

/** A held zero becomes a plus, as on a telephone, and only once. */
function holdZero(event: FieldKeyEvent, turned: { current: boolean }): boolean {
  if (!event.repeat || event.ctrlKey || event.metaKey || event.altKey || toLatinDigits(event.key) !== '0') return false;
  const { start, end } = typedSelection(event.currentTarget);
  const typed = toLatinDigits(useKeypad.getState().text);
  if (!turned.current && start === end && typed[start - 1] === '0') insertAt(start - 1, start, '+');
  turned.current = true;
  return true;
}
