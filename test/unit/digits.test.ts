import { describe, expect, it } from 'vitest';
import { toLatinDigits } from '../../shared/domain/digits.ts';

describe('digits of any script', () => {
  it.each([
    ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
    ['Arabic', '٠١٢٣٤٥٦٧٨٩'],
    ['Devanagari', '०१२३४५६७८९'],
    ['Bengali', '০১২৩৪৫৬৭৮৯'],
    ['Thai', '๐๑๒๓๔๕๖๗๘๙'],
    ['full width', '０１２３４５６７８９'],
    ['bold', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
    ['monospaced, behind four other tens', '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿'],
  ])('%s', (_script, digits) => expect(toLatinDigits(digits)).toBe('0123456789'));

  it('are all of them read, and nothing else is', () => {
    const all = Array.from({ length: 0x20000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code));
    const decimal = all.filter((character) => /\p{Nd}/u.test(character)).map(toLatinDigits);
    expect(decimal.join('')).toBe('0123456789'.repeat(decimal.length / 10));
    expect(toLatinDigits('²½Ⅷ①x')).toBe('²½Ⅷ①x');
  });
});
