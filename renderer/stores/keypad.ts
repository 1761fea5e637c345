import { create } from 'zustand';

interface KeypadStore {
  /** As typed, in any script. */
  readonly text: string;
  /** Where the caret goes after a change that did not come from the field itself; null leaves it alone. */
  readonly caret: number | null;
  readonly lastDialled: string | null;
}

export const useKeypad = create<KeypadStore>(() => ({ text: '', caret: null, lastDialled: null }));

export function typeNumber(text: string): void {
  useKeypad.setState({ text, caret: null });
}

/** Replaces a part of the text, as a key of the keypad does at the caret. */
export function insertAt(start: number, end: number, inserted: string): void {
  useKeypad.setState(({ text }) => ({
    text: text.slice(0, start) + inserted + text.slice(end),
    caret: start + inserted.length,
  }));
}

export function deleteBefore(start: number, end: number): void {
  if (start !== end) insertAt(start, end, '');
  else if (start > 0) insertAt(start - 1, start, '');
}

export function clearNumber(): void {
  useKeypad.setState({ text: '', caret: 0 });
}

export function rememberDialled(text: string): void {
  useKeypad.setState({ lastDialled: text });
}

/** The numbers of the demo are not those of the real PBX. */
export function forgetDialled(): void {
  useKeypad.setState({ lastDialled: null });
}

/** Puts a whole number into the field, as recalling the last one does. */
export function putNumber(text: string): void {
  useKeypad.setState({ text, caret: text.length });
}
