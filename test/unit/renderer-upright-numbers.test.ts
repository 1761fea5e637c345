import { describe, expect, it } from 'vitest';
import {
  readEdit,
  shownCaret,
  withoutMarks,
  withUprightNumbers,
} from '../../renderer/features/quick-dial/upright-numbers.ts';

const mark = '\u200e';

describe('numbers in the field of the palette', () => {
  it.each([
    ['با +98 935 111 2233 تماس', `با ${mark}+98 935 111 2233 تماس`],
    ['با ۰۹۳۵ ۱۱۱ ۲۲۳۳ تماس', `با ${mark}۰۹۳۵ ۱۱۱ ۲۲۳۳ تماس`],
    ['با 0935-111-2233 یا 021 8877', `با ${mark}0935-111-2233 یا ${mark}021 8877`],
  ])('stay as they are written among Persian words: %s', (text, shown) => {
    expect(withUprightNumbers(text)).toBe(shown);
    expect(withoutMarks(shown)).toBe(text);
  });

  it.each(['+98 935 111 2233', 'call +98 935', 'علی', 'با 09351112233'])('need nothing in %j', (text) => {
    expect(withUprightNumbers(text)).toBe(text);
  });

  const text = 'با 0935 111';
  const shown = withUprightNumbers(text);
  it('are edited as if there was no mark', () => {
    const typed = { shown: `${shown}5`, caret: shown.length + 1, forward: false };
    expect(readEdit(text, typed)).toEqual({ text: `${text}5`, caret: text.length + 1 });
    // Backspace behind the mark takes what is before it, Delete before it what is behind.
    const withoutMark = { shown: text, caret: 3 };
    expect(readEdit(text, { ...withoutMark, forward: false })).toEqual({ text: 'با0935 111', caret: 2 });
    expect(readEdit(text, { ...withoutMark, forward: true })).toEqual({ text: 'با 935 111', caret: 3 });
  });

  it('keep the caret at its character', () => {
    expect([0, 3, 4, text.length].map((caret) => shownCaret(text, caret))).toEqual([0, 3, 5, shown.length]);
  });
});
