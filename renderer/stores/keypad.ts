import { create } from 'zustand';
import { toLatinDigits } from '../../shared/domain/digits.ts';

/** What Undo brings back. */
interface Moment {
  readonly text: string;
  /** In the text as typed, whatever the field shows between its digits. */
  readonly caret: number;
}

/** Keys one after the other are taken back together, every other change by itself. */
type ChangeKind = 'typed' | 'deleted' | 'whole';

/** What was asked for with a number that was put in, for as long as it stands there unchanged. */
export interface NumberHow {
  /** As it stands, whatever rules say. */
  readonly literal: boolean;
  /** The trunk that the contact is called by. */
  readonly contactTrunk: string | null;
}
const usualHow: NumberHow = { literal: false, contactTrunk: null };

interface KeypadStore {
  /** As typed, in any script. */
  readonly text: string;
  readonly how: NumberHow;
  /** Where the caret goes; a new object with every change, also one that leaves the text as it is. */
  readonly caret: { readonly at: number };
  /** The last change was typed or pasted, not made by the keys of the window: what covers those is not in the way. */
  readonly typedHere: boolean;
  readonly lastDialled: string | null;
  readonly past: readonly Moment[];
  readonly future: readonly Moment[];
  readonly lastKind: ChangeKind;
}

const mostMoments = 100;
/** As much as the main process takes. */
const longestText = 256;

export const useKeypad = create<KeypadStore>(() => ({
  text: '',
  how: usualHow,
  caret: { at: 0 },
  typedHere: false,
  lastDialled: null,
  past: [],
  future: [],
  lastKind: 'whole',
}));

function change(text: string, at: number, kind: ChangeKind, typedHere = false, how = usualHow): void {
  useKeypad.setState((store) => {
    const caret = { at };
    if (text === store.text) return { caret };
    const goesOn = kind !== 'whole' && kind === store.lastKind && store.text !== '';
    const past = goesOn ? store.past : [...store.past, { text: store.text, caret: store.caret.at }].slice(-mostMoments);
    return { text, how, caret, typedHere, past, future: [], lastKind: kind };
  });
}

/** Replaces a part of the text, as typing and pasting do, or a key of the keypad, which is not `typedHere`. */
export function insertAt(start: number, end: number, inserted: string, typedHere = true): void {
  const { text } = useKeypad.getState();
  // What is shown differs from what was typed by spaces alone, so a digit takes one place in both.
  const single = inserted.replace(/[\u{10000}-\u{10ffff}]/gu, toLatinDigits);
  const fitting = single.slice(0, longestText - (text.length - (end - start)));
  const kind = single === '' ? 'deleted' : single.length === 1 && start === end ? 'typed' : 'whole';
  change(text.slice(0, start) + fitting + text.slice(end), start + fitting.length, kind, typedHere);
}

export function deleteBefore(start: number, end: number): void {
  if (start !== end) insertAt(start, end, '', false);
  else if (start > 0) insertAt(start - 1, start, '', false);
}

/** Puts in a pasted text, then the number that was read from it, if there is one; taking that back shows the text. */
export function insertPasted(start: number, end: number, pasted: string, number: string | null): void {
  insertAt(start, end, pasted.replace(/[\r\n]+/g, ' '));
  if (number !== null) insertAt(start, useKeypad.getState().caret.at, number);
}

export function clearNumber(): void {
  change('', 0, 'whole');
}

export function rememberDialled(text: string): void {
  useKeypad.setState({ lastDialled: text });
}

/** The numbers of the demo are not those of the real PBX. */
export function forgetDialled(): void {
  useKeypad.setState({ lastDialled: null });
}

/** Puts a whole number into the field, as recalling the last one does. */
export function putNumber(text: string, how: NumberHow = usualHow): void {
  change(text, text.length, 'whole', false, how);
  keepHow(text, how);
}

/** The number stays where it is, and so does how it was asked for. */
export function keepHow(text: string, how: NumberHow): void {
  if (useKeypad.getState().text === text) useKeypad.setState({ how });
}

/** Takes the place of a number that was put in: Undo goes back to what stood there before that one. */
export function replaceNumber(text: string): void {
  useKeypad.setState({
    text,
    how: usualHow,
    caret: { at: text.length },
    typedHere: false,
    future: [],
    lastKind: 'whole',
  });
}

export function undo(): void {
  useKeypad.setState(({ past, future, text, caret }) => {
    const last = past.at(-1);
    if (last === undefined) return {};
    const restored = {
      text: last.text,
      how: usualHow,
      caret: { at: last.caret },
      lastKind: 'whole',
      typedHere: false,
    } as const;
    return { ...restored, past: past.slice(0, -1), future: [...future, { text, caret: caret.at }] };
  });
}

export function redo(): void {
  useKeypad.setState(({ past, future, text, caret }) => {
    const next = future.at(-1);
    if (next === undefined) return {};
    const restored = {
      text: next.text,
      how: usualHow,
      caret: { at: next.caret },
      lastKind: 'whole',
      typedHere: false,
    } as const;
    return { ...restored, past: [...past, { text, caret: caret.at }], future: future.slice(0, -1) };
  });
}
