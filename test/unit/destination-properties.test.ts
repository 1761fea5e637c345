import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDestination, sameNumber } from '../../shared/domain/destination.ts';
import { toLatinDigits, toPersianDigits } from '../../shared/domain/digits.ts';
import { groupForReading } from '../../shared/domain/group-for-reading.ts';
import { holdsDate } from '../../shared/domain/written-date.ts';
import { assertAlways } from '../support/properties.ts';

const countries = fc.constantFrom('98', '1', '7', '39', '36', '44', '225', '');
const digitStrings = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
const zeros = [0x30, 0x06f0, 0x0660, 0x0966, 0x09e6, 0x0e50, 0xff10, 0x1d7ce, 0x1d7d8, 0x1fbf0];
const between = ['', '', '', ' ', '-', '.', '/', '(', ')', '\u200e', '\u00a0', '\u2013', '\u202b'];
const messy = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      ...'0123456789+*#,;|/()-. \nx',
      '۰',
      '٩',
      '９',
      'یا',
      'or',
      'ext',
      'tel:',
      '98',
      '00',
      '(0)',
      '\u202a',
    ),
    maxLength: 40,
  }),
);

/** One number, each digit in a script of its own and with something between. */
const writtenNumbers = digitStrings(1, 20).chain((digits) =>
  fc
    .array(fc.tuple(fc.constantFrom(...zeros), fc.constantFrom(...between)), {
      minLength: digits.length,
      maxLength: digits.length,
    })
    .map((style) => ({
      digits,
      written: style.map(([zero, gap], index) => String.fromCodePoint(zero + Number(digits[index])) + gap).join(''),
    })),
);

describe('parseDestination', () => {
  it('gives the same digits whatever the script and the separators', () => {
    assertAlways(
      fc.property(writtenNumbers, countries, ({ digits, written }, countryCode) => {
        // `(0)` inside an international number and seven digits on both sides of a slash mean something else.
        fc.pre(!/\(.*\)/.test(written) && !written.includes('/') && !holdsDate(toLatinDigits(written)));
        expect(parseDestination(written, { countryCode })).toEqual(parseDestination(digits, { countryCode }));
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws and never yields anything but digits, stars and hashes', () => {
    assertAlways(
      fc.property(messy, countries, (text, countryCode) => {
        const parsed = parseDestination(text, { countryCode });
        if (parsed.ok) expect(parsed.value.digits).toMatch(/^[0-9*#]{1,32}$/);
        else expect(parsed.error.code).toBe('destination-invalid');
      }),
      { numRuns: 5000 },
    );
  });

  it('takes its own result for the same destination', () => {
    assertAlways(
      fc.property(
        fc.oneof(
          messy,
          digitStrings(1, 32),
          digitStrings(1, 30).map((d) => `+${d}`),
        ),
        countries,
        (text, countryCode) => {
          const parsed = parseDestination(text, { countryCode });
          fc.pre(parsed.ok);
          if (parsed.ok) expect(parseDestination(parsed.value.digits, { countryCode })).toEqual(parsed);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('takes what it shows for the same destination, in Latin and in Persian digits', () => {
    assertAlways(
      fc.property(digitStrings(1, 20), countries, (digits, countryCode) => {
        const parsed = parseDestination(digits, { countryCode });
        const shown = groupForReading(digits);
        expect(parseDestination(shown, { countryCode })).toEqual(parsed);
        expect(parseDestination(toPersianDigits(shown), { countryCode })).toEqual(parsed);
      }),
    );
  });

  it('never makes one number of two', () => {
    const numbers = digitStrings(5, 12);
    assertAlways(
      fc.property(
        numbers,
        numbers,
        fc.constantFrom('\n', ',', ';', '|', ' or ', ', ', '\r\n', '؛', '، '),
        (one, two, by) => {
          expect(parseDestination(one + by + two, { countryCode: '98' })).toMatchObject({
            ok: false,
            error: { reason: 'several-numbers' },
          });
        },
      ),
    );
  });

  it('answers at once whatever is pasted', () => {
    for (const length of [1024, 1_000_000])
      for (const part of ['1', '1,', '(0)', ' ', '1 x', ';a=', '1\n', ',,']) {
        const before = performance.now();
        parseDestination(part.repeat(length / part.length), { countryCode: '98' });
        expect(performance.now() - before).toBeLessThan(100);
      }
  });
});

describe('sameNumber', () => {
  const parties = fc.option(fc.oneof(digitStrings(0, 14), messy), { nil: null });

  it('does not depend on which is named first', () => {
    assertAlways(
      fc.property(parties, parties, (one, two) => {
        expect(sameNumber(one, two)).toBe(sameNumber(two, one));
      }),
    );
  });

  it('is true for any number that is known and itself', () => {
    assertAlways(
      fc.property(fc.oneof(digitStrings(1, 14), messy), (one) => {
        expect(sameNumber(one, one)).toBe(one !== '');
      }),
    );
  });

  it('is true for the national and the international form of a number at home', () => {
    assertAlways(
      fc.property(digitStrings(10, 10), (subscriber) => {
        expect(sameNumber(`0${subscriber}`, `+98${subscriber}`)).toBe(true);
      }),
    );
  });
});
