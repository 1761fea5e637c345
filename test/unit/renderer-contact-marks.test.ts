import { describe, expect, it } from 'vitest';
import { excerpt, numberMarks, textMarks } from '../../renderer/features/contacts/contact-marks.ts';
import { cutAt } from '../../renderer/ui/cut-at.ts';

const marked = (text: string, marks: ReturnType<typeof textMarks>) =>
  cutAt(text, marks).flatMap((piece) => (piece.marked ? piece.text : []));

describe('what was searched is marked', () => {
  it.each([
    ['Sara Ahmadi', 'ahm', ['Ahm']],
    ['Sara Ahmadi', 'sara ahmadi', ['Sara', 'Ahmadi']],
    ['José Álvarez', 'jose alv', ['José', 'Álv']],
    ['علی کریمی', 'علي كريمي', ['علی', 'کریمی']],
    ['حسین‌زاده', 'حسین زاده', ['حسین', 'زاده']],
    // One letter is the beginning of a word, not any letter.
    ['Anna Banks', 'b', ['B']],
    ['Anna', 'n', []],
    ['Sara', '', []],
    ['Sara', 'omid', []],
  ])('in %s for %s', (text, query, expected) => {
    expect(marked(text, textMarks(text, query))).toEqual(expected);
  });

  it.each([
    ['0912 345 6789', '3456', ['345 6']],
    ['0912 345 6789', '0912', ['912']],
    ['0912 345 6789', '۳۴۵', ['345']],
    ['۰۹۱۲ ۳۴۵ ۶۷۸۹', '345', ['۳۴۵']],
    ['+98 912 345 6789', '0912345', ['912 345']],
    ['0912 345 6789', '0912-345-6789', ['912 345 6789']],
    ['0912 345 6789', 'sara 345', ['345']],
    ['0912 345 6789', 'sara', []],
    ['557', '558', []],
  ])('in the number %s for %s', (shown, query, expected) => {
    expect(marked(shown, numberMarks(shown, query))).toEqual(expected);
  });

  it.each([
    ['0912 345 6789', '98912', ['0912']],
    ['0912 345 6789', '+98912', ['912']],
    ['0912 345 6789', '00989123456789', ['912 345 6789']],
    ['+49 98 912', '98912', ['98 912']],
    ['021 8800', '98912', []],
  ])('in %s for %s, as a call is found', (shown, query, expected) => {
    expect(marked(shown, numberMarks(shown, query, '98'))).toEqual(expected);
  });

  it('shows the part of a long note that was found', () => {
    const note = `${'Called about the delivery of the machine. '.repeat(5)}Wants an offer in March.`;
    const { text, marks } = excerpt(note, 'march');
    expect(text).toMatch(/^….{0,24}March\.$/);
    expect(marked(text, marks)).toEqual(['March']);
    expect(excerpt('Two\nlines', 'two')).toMatchObject({ text: 'Two lines' });
  });
});
