import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberKey, writtenNumberKey } from '../../shared/domain/contact/number-key.ts';
import { sameNumber } from '../../shared/domain/destination.ts';
import { assertAlways } from '../support/properties.ts';

/** As the database looks a number up: by the ending, which it has in an index, and then by comparing. */
function isFound(written: string, calling: string): boolean {
  const [stored, asked] = [writtenNumberKey(written), numberKey(calling)];
  return stored !== null && asked !== null && stored.ending === asked.ending && sameNumber(stored.digits, asked.digits);
}

describe('the last digits of a number in the address book and of a call', () => {
  it.each<[written: string, calling: string, found: boolean]>([
    ['09123456789', '09123456789', true],
    ['9123456789', '09123456789', true],
    ['989123456789', '09123456789', true],
    ['00989123456789', '09123456789', true],
    ['+989123456789', '09123456789', true],
    ['+98 912 345 67 89', '09123456789', true],
    ['0912-345-6789', '09123456789', true],
    ['۰۹۱۲۳۴۵۶۷۸۹', '09123456789', true],
    ['٠٩١٢٣٤٥٦٧٨٩', '09123456789', true],
    ['(0912) 345 6789', '09123456789', true],
    ['0912.345.6789', '09123456789', true],
    ['tel:+989123456789', '09123456789', true],
    ['+98 (0)912 3456789', '09123456789', true],
    ['0098 912 345 6789', '09123456789', true],
    ['009809123456789', '09123456789', true],
    ['\u202a+98 912 345 6789\u202c', '09123456789', true],
    ['09123456789', '+989123456789', true],
    ['9123456789', '+989123456789', true],
    ['989123456789', '+989123456789', true],
    ['00989123456789', '+989123456789', true],
    ['+989123456789', '+989123456789', true],
    ['+98 912 345 67 89', '+989123456789', true],
    ['02188776655', '02188776655', true],
    ['+982188776655', '02188776655', true],
    ['2188776655', '02188776655', true],
    ['88776655', '02188776655', true],
    ['09122123456', '22123456', false],
    ['+989122123456', '22123456', false],
    ['09121234567', '1234567', false],
    ['09121234567', '121234567', false],
    ['09121234567', '9121234567', true],
    ['0098 21 8877 6655', '02188776655', true],
    ['021 8877 6655', '02188776655', true],
    ['8877 6655', '02188776655', true],
    ['021-88776655 داخلی 12', '02188776655', true],
    ['02188776655 ext. 12', '02188776655', true],
    ['02188776655;ext=12', '02188776655', true],
    ['88776655', '2188776655', true],
    ['02188776655', '88776655', true],
    ['88776655', '+982188776655', true],
    ['8776655', '88776655', true],
    ['8776655', '2188776655', true],
    ['8776655', '982188776655', false],
    ['09123456789', '09123456780', false],
    ['09123456789', '09133456789', false],
    ['09123456789', '3456789 0', false],
    ['02188776655', '02288776655', false],
    ['88776655', '88776654', false],
    ['88776655', '9188776655 0', false],
    ['557', '1557', false],
    ['557', '0557', false],
    ['0557', '557', false],
    ['557', '558', false],
    ['101', '09120000101', false],
    ['776655', '88776655', false],
    ['123456', '0912123456', false],
    ['*21#', '21', false],
    ['*21#', '*22#', false],
    ['*21*09123456789#', '09123456789', false],
    ['00', '0', false],
    ['004930901820', '004940901820', false],
    ['9123456789', '9123456788', false],
    ['12345678', '912345678901234', false],
    ['1234567', '912345671', false],
    ['557', '557', true],
    ['557', '۵۵۷', true],
    ['*21#', '*21#', true],
    ['*۲۱#', '*21#', true],
    ['0', '0', true],
    ['004930901820', '+49 30 901820', true],
    ['30901820', '+493090 1820', true],
    ['123456789', '0123456789', true],
    ['01234567', '1234567', true],
    ['4930901820', '0049 30 901820', true],
    ['+1 555 123 4567', '5551234567', true],
    ['15551234567', '(555) 123-4567', true],
    ['+44 20 7946 0958', '02079460958', true],
  ])('%s and %s: %s', (written, calling, found) => {
    expect(isFound(written, calling)).toBe(found);
  });

  it.each(['', 'anonymous', '---', 'داخلی'])('are none in %j', (text) => {
    expect([numberKey(text), writtenNumberKey(text)]).toEqual([null, null]);
  });
});

const digits = (length: { minLength: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), ...length });
/** Numbers that may well be the same: one is made of the other by what people write before and leave out. */
const pairs = fc
  .tuple(
    digits({ minLength: 1, maxLength: 16 }),
    fc.constantFrom('', '0', '00', '98', '0098', '+98', '021', '1', '12345'),
    fc.nat(6),
  )
  .map(([number, before, from]) => [number, before + number.slice(from % number.length)] as const);
const any = fc.string({ unit: fc.constantFrom(...'0123456789۰۹*# -+'), minLength: 1, maxLength: 18 });

describe('looking a number up by its ending', () => {
  it('loses none that is the same, and finds no other', () => {
    assertAlways(
      fc.property(fc.oneof(pairs, fc.tuple(any, any)), ([left, right]) => {
        const [a, b] = [numberKey(left), numberKey(right)];
        const same = a !== null && b !== null && sameNumber(left, right);
        expect(a !== null && b !== null && a.ending === b.ending && sameNumber(a.digits, b.digits)).toBe(same);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is the same for every writing of what is dialled', () => {
    assertAlways(
      fc.property(digits({ minLength: 3, maxLength: 15 }), fc.constantFrom(' ', '-', '.', '/'), (number, joint) => {
        const written = `${number.slice(0, 2)}${joint}${number.slice(2)}`;
        expect(writtenNumberKey(written)).toEqual(numberKey(number));
      }),
    );
  });
});
