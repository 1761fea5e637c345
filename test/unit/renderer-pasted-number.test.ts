import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastedNumber, pastedText } from '../../renderer/features/keypad/pasted-number.ts';
import { parseDestination } from '../../shared/domain/destination.ts';
import { assertAlways } from '../support/properties.ts';

const iran = { countryCode: '98' };

describe('the number in a pasted text', () => {
  it.each([
    ['09123456789', '09123456789'],
    ['Tel: +98 (912) 345-67 89 ext', '09123456789'],
    ['Ali Karimi, 0912 345 6789, please call back', '09123456789'],
    ['علی کریمی: ۰۹۱۲ ۳۴۵ ۶۷۸۹ لطفاً', '09123456789'],
    ['تلفن:\u200e ٠٢١-٨٨٧٧٦٦٥٥\n', '02188776655'],
    ['0098 912 345 67 89', '09123456789'],
    ['tel:+98-912-345-6789', '09123456789'],
    ['Office (021) 8877.6655', '02188776655'],
    ['+49 170 1234567', '+491701234567'],
    ['Mobile: +44 (0)20 7946 0018', '+442079460018'],
    ['*21#', '*21#'],
    ['room 558', '558'],
    ['558', '558'],
    ['2 calls from 0912 345 6789', '09123456789'],
  ])('%j is %s', (text, number) => {
    expect(pastedNumber(text, iran)).toBe(number);
  });

  it.each([
    'hello',
    '',
    '0912 345 6789\n0935 111 2222',
    '2026-11-22',
    '۱۴۰۵/۰۹/۰۱',
    '\u200e2026-11-22\u200f',
    '\u200f۱۴۰۵/۰۹/۰۱',
    'room 558 until 22/11/2026',
    'order 4411, phone 0912 345 6789',
    'Ali 09123456789 or Reza 09351112222',
    `${'1'.repeat(40)}`,
    '0912 345 6789 - 0935 111 2222',
    '1-800-FLOWERS',
    '0912345678O',
    'A12345',
    'INV-2024-889',
    'شماره۰۹۱۲',
    '12,500,000',
    '۱۲٬۵۰۰٬۰۰۰',
    'a page '.repeat(500),
  ])('%j has none, or more than one, and is left alone', (text) => {
    expect(pastedNumber(text, iran)).toBeNull();
  });

  it('a date is put in apart from what stands around it, anything else as it is', () => {
    expect(pastedText('2026-11-22', '', '')).toBe('2026-11-22');
    expect(pastedText('2026-11-22\n', '0912', '34')).toBe(' 2026-11-22 ');
    expect(pastedText('345 6789', '0912', '34')).toBe('345 6789');
  });

  it.each(['2026-11-22', '\u200e2026-11-22\u200f', '\u200f۱۴۰۵/۰۹/۰۱'])(
    'a date (%j) pasted after digits makes no number with them',
    (date) => {
      const typed = '0912';
      const error = { code: 'destination-invalid', reason: 'date' };
      expect(parseDestination(`${typed}${pastedText(date, typed, '')}`, iran)).toEqual({ ok: false, error });
    },
  );

  it('is made of what can be dialled, whatever the text', () => {
    assertAlways(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-()# .,\na۰۹ext'), maxLength: 60 }), (text) => {
        expect(pastedNumber(text, iran) ?? '0').toMatch(/^\+?[\d*#]+$/);
      }),
      { numRuns: 1000 },
    );
  });
});
