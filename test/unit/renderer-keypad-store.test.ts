import { beforeEach, describe, expect, it } from 'vitest';
import {
  clearNumber,
  deleteBefore,
  insertAt,
  insertPasted,
  redo,
  undo,
  useKeypad,
} from '../../renderer/stores/keypad.ts';

const start = useKeypad.getState();
beforeEach(() => useKeypad.setState(start, true));

const field = () => {
  const { text, caret } = useKeypad.getState();
  return `${text.slice(0, caret.at)}|${text.slice(caret.at)}`;
};
const type = (keys: string) => {
  for (const key of keys) {
    const { at } = useKeypad.getState().caret;
    insertAt(at, at, key);
  }
};

describe('the number as typed', () => {
  it('holds one place for a digit, also of a script whose digits take two', () => {
    type('09');
    insertAt(1, 1, '\u{1fbf5}\u{1d7d0}');
    expect(field()).toBe('052|9');
  });

  it('takes keys at the caret and in place of what is selected', () => {
    type('0912');
    insertAt(2, 2, '5');
    expect(field()).toBe('095|12');
    insertAt(1, 4, '+');
    expect(field()).toBe('0+|2');
    deleteBefore(2, 2);
    expect(field()).toBe('0|2');
    deleteBefore(0, 0);
    expect(field()).toBe('0|2');
    deleteBefore(0, 2);
    expect(field()).toBe('|');
  });

  it('takes no more than can be sent', () => {
    insertAt(0, 0, '1'.repeat(255));
    type('234');
    expect(useKeypad.getState().text).toBe(`${'1'.repeat(255)}2`);
    insertAt(0, 256, '5'.repeat(300));
    expect(useKeypad.getState().text).toBe('5'.repeat(256));
  });

  it('comes back by Undo: a run of keys at once, every other change by itself', () => {
    type('0912');
    deleteBefore(4, 4);
    type('5');
    insertAt(0, 4, '021', false);
    clearNumber();
    undo();
    expect(field()).toBe('021|');
    undo();
    expect(field()).toBe('0915|');
    undo();
    expect(field()).toBe('091|');
    undo();
    expect(field()).toBe('0912|');
    undo();
    expect(field()).toBe('|');
    undo();
    expect(field()).toBe('|');
    redo();
    redo();
    expect(field()).toBe('091|');
    type('7');
    redo();
    expect(field()).toBe('0917|');
  });

  it('shows a pasted text itself when the number read from it is taken back', () => {
    type('5');
    insertPasted(1, 1, 'Tel:\n021', '021');
    expect(field()).toBe('5021|');
    undo();
    expect(field()).toBe('5Tel: 021|');
    undo();
    expect(field()).toBe('5|');
    insertPasted(0, 1, '5'.repeat(300), '5551');
    expect(field()).toBe('5551|');
  });
});
