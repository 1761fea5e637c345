import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLatinDigits } from '../../shared/domain/digits.ts';
import { findTerm, fold, foldedTerms } from '../../shared/domain/fold.ts';
import { assertAlways } from '../support/properties.ts';

const folded = (text: string) => fold(text).text;

describe('folding for a search', () => {
  it.each([
    ['Time ZONE', 'time zone'],
    ['Dial-plan', 'dialplan'],
    ['Café', 'cafe'],
    ['ي', 'ی'],
    ['ك', 'ک'],
    ['گذرواژه‌ها', 'گذرواژهها'],
    ['شمارهٔ', 'شماره'],
    ['آدرس', 'ادرس'],
    ['۹۸', '98'],
    ['٩٨', '98'],
    ['\u2067auto\u2069', 'auto'],
    ['a\u00a0b', 'a b'],
  ])('writes %s as %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('changes nothing the second time, and tells of each character where it was', () => {
    assertAlways(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = fold(text);
        expect(folded(once.text)).toBe(once.text);
        expect(once.at).toHaveLength(once.text.length);
        expect([...once.at].sort((one, other) => one - other)).toEqual(once.at);
        for (const place of once.at) expect(place).toBeLessThan(text.length);
      }),
    );
  });

  it('does not care about the script of digits', () => {
    assertAlways(
      fc.property(fc.string({ unit: fc.constantFrom(...'0۱٢3a ') }), (text) => {
        expect(folded(text)).toBe(folded(toLatinDigits(text)));
      }),
    );
  });
});

describe('finding a term', () => {
  it('marks the letters of the original, half-spaces and vowel signs between them too', () => {
    const text = 'شمارهٔ گذرواژه‌ها';
    const found = findTerm(fold(text), folded('واژهها'));
    expect(text.slice(...(found?.span ?? [0, 0]))).toBe('واژه‌ها');
    expect(found?.startsWord).toBe(false);
  });

  it('prefers the beginning of a word', () => {
    expect(findTerm(fold('report port'), 'port')).toEqual({ span: [7, 11], startsWord: true });
  });

  it('finds Persian words written together or apart, English ones only as they are', () => {
    expect(findTerm(fold('کد کشور'), folded('کدکشور'))?.span).toEqual([0, 7]);
    expect(findTerm(fold('country code'), 'countrycode')).toBeNull();
  });

  it('finds every piece of a text in it', () => {
    assertAlways(
      fc.property(fc.string({ unit: fc.constantFrom(...'abکیو ‌۱-') }), fc.nat(), fc.nat(), (text, from, length) => {
        const whole = fold(text);
        for (const term of foldedTerms(text.slice(from % (text.length + 1)).slice(0, 1 + (length % 5)))) {
          expect(findTerm(whole, term)).not.toBeNull();
        }
      }),
    );
  });
});
