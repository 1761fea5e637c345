import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLatinDigits } from '../../shared/domain/digits.ts';
import { findTerm, fold, foldedTerms, foldText } from '../../shared/domain/fold.ts';
import { assertAlways } from '../support/properties.ts';

const folded = (text: string) => fold(text).text;

describe('folding for a search', () => {
  it.each([
    ['Time ZONE', 'time zone'],
    ['Dial-plan', 'dialplan'],
    ['Café', 'cafe'],
    ['ي', 'ی'],
    ['ى', 'ی'],
    ['ې', 'ی'],
    ['ے', 'ی'],
    ['ئ', 'ی'],
    ['ك', 'ک'],
    ['ڪ', 'ک'],
    ['ة', 'ه'],
    ['ۀ', 'ه'],
    ['هٔ', 'ه'],
    ['ە', 'ه'],
    ['ہ', 'ه'],
    ['ھ', 'ه'],
    ['أ', 'ا'],
    ['إ', 'ا'],
    ['آ', 'ا'],
    ['ٱ', 'ا'],
    ['ؤ', 'و'],
    ['ء', ''],
    ['علي كريمي', 'علی کریمی'],
    ['مُحَمَّد', 'محمد'],
    ['رِضا', 'رضا'],
    ['مـــریم', 'مریم'],
    ['فاطمة', 'فاطمه'],
    ['موسى', 'موسی'],
    ['میرزائي', 'میرزایی'],
    ['مسؤول', 'مسوول'],
    ['علاء', 'علا'],
    ['قرآن', 'قران'],
    ['نیک\u200cبخت', 'نیکبخت'],
    ['نیک\u200dبخت', 'نیکبخت'],
    ['\u200fعلی\u200e', 'علی'],
    ['گذرواژه\u200cها', 'گذرواژهها'],
    ['شمارهٔ', 'شماره'],
    ['آدرس', 'ادرس'],
    ['پژمان چگینی گل', 'پژمان چگینی گل'],
    ['ﻋﻠﻲ', 'علی'],
    ['ﷲ', 'الله'],
    ['ﻻله', 'لاله'],
    ['۹۸', '98'],
    ['٩٨', '98'],
    ['９８', '98'],
    ['۰۹۱۲ ٣٤٥', '0912 345'],
    ['Đặng Văn Đức', 'dang van duc'],
    ['Müller', 'muller'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['ẞ', 'ss'],
    ['Łódź', 'lodz'],
    ['Ørsted', 'orsted'],
    ['Æsir', 'aesir'],
    ['Œuvre', 'oeuvre'],
    ['Þór', 'thor'],
    ['Guðrún', 'gudrun'],
    ['İstanbul', 'istanbul'],
    ['ışık', 'isik'],
    ['IŞIK', 'isik'],
    ['Şükrü Çağ', 'sukru cag'],
    ['Ħamrun', 'hamrun'],
    ['García Núñez', 'garcia nunez'],
    ['Åse', 'ase'],
    ['O’Brien', 'obrien'],
    ["O'Brien", 'obrien'],
    ['Jean‑Luc', 'jeanluc'],
    ['Jean–Luc', 'jeanluc'],
    ['ﬁn', 'fin'],
    ['Ⅳ', 'iv'],
    ['Χρήστος', 'χρηστοσ'],
    ['Ёлка', 'елка'],
    ['\u2067auto\u2069', 'auto'],
    ['a\u00a0b', 'a b'],
    ['a\u3000b', 'a b'],
    ['a\tb\nc', 'a b c'],
    ['co\u00adop', 'coop'],
    ['\ufeffali', 'ali'],
    ['👩‍👩‍👧 Ali', '👩👩👧 ali'],
  ])('writes %s as %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('changes nothing the second time, and tells of each character where it was', () => {
    assertAlways(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = fold(text);
        expect(folded(once.text)).toBe(once.text);
        expect(foldText(text)).toBe(once.text);
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
