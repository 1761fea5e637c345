import { describe, expect, it } from 'vitest';
import {
  canBeCalled,
  destinationKind,
  isDialable,
  isOwnNumber,
  parseDestination,
  sameNumber,
} from '../../shared/domain/destination.ts';
import { groupForReading, nationalForReading } from '../../shared/domain/group-for-reading.ts';

const read = (text: string, countryCode = '98') => {
  const parsed = parseDestination(text, { countryCode });
  return parsed.ok ? parsed.value.digits : parsed.error.reason;
};

describe('every writing of a number gives its digits', () => {
  it.each([
    ['09123456789', '09123456789'],
    ['۰۹۱۲۳۴۵۶۷۸۹', '09123456789'],
    ['٠٩١٢٣٤٥٦٧٨٩', '09123456789'],
    ['０９１２３４５６７８９', '09123456789'],
    ['۰۹۱٢٣45۶۷۸۹', '09123456789'],
    ['  0912 345 6789  ', '09123456789'],
    ['0912\u00a0345\u202f6789', '09123456789'],
    ['0912\t345\t6789', '09123456789'],
    ['0912-345-6789', '09123456789'],
    ['0912–345—6789', '09123456789'],
    ['0912.345.6789', '09123456789'],
    ['0912_345_6789', '09123456789'],
    ['0912~3456789', '09123456789'],
    ['021/88776655', '02188776655'],
    ['021\\88776655', '02188776655'],
    ['(021) 8877 6655', '02188776655'],
    ['（021）8877－6655', '02188776655'],
    ['[021] {8877} 6655', '02188776655'],
    ['021,8877,6655', '02188776655'],
    ['021،88776655', '02188776655'],
    ["'09123456789", '09123456789'],
    ['"0912 345 6789"', '09123456789'],
    ['9123456789.0', '9123456789'],
    ['\u202a0912 345 6789\u202c', '09123456789'],
    ['\u200e+98\u200f 912 345 6789', '09123456789'],
    ['\u2067۰۹۱۲ ۳۴۵ ۶۷۸۹\u2069', '09123456789'],
    ['0912\u200c345\u200d6789\ufeff', '09123456789'],
    ['0912\u00ad3456789', '09123456789'],
    ['09123456789\n', '09123456789'],
    ['09123456789;', '09123456789'],
  ])('%j', (text, digits) => {
    expect(read(text)).toBe(digits);
  });
});

describe('links give the number they carry', () => {
  it.each([
    ['tel:09123456789', '09123456789'],
    ['TEL:+98-912-345-6789', '09123456789'],
    ['tel:%2B98%20912%203456789', '09123456789'],
    ['tel:%E0%A4%A', 'letters'],
    ['callto:09123456789', '09123456789'],
    ['callto://+989123456789', '09123456789'],
    ['sip:101@pbx.example', '101'],
    ['Tel: 021 8877 6655', '02188776655'],
    ['tel:09123456789;ext=12', '09123456789'],
    ['tel:88776655;phone-context=+98;ext=3', '88776655'],
    ['tel:09123456789?subject=hello', '09123456789'],
    ['tel:', 'empty'],
    ['http://09123456789', 'letters'],
  ])('%j', (text, digits) => {
    expect(read(text)).toBe(digits);
  });
});

describe('a plus or the international prefix becomes the national form at home', () => {
  it.each([
    ['+989123456789', '98', '09123456789'],
    ['＋۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹', '98', '09123456789'],
    ['00989123456789', '98', '09123456789'],
    ['0098 (0) 912 345 6789', '98', '09123456789'],
    ['+98 (0)912 345 6789', '98', '09123456789'],
    ['+98 ( 0 ) 912 345 6789', '98', '09123456789'],
    ['+98 0912 345 6789', '98', '09123456789'],
    ['+98 0098 912 345 6789', '98', '09123456789'],
    ['+98 21 8877 6655', '98', '02188776655'],
    ['+39 06 1234 5678', '39', '0612345678'],
    ['+34 912 345 678', '34', '912345678'],
    ['+36 1 234 5678', '36', '0612345678'],
    ['+1 (212) 555-0134', '1', '12125550134'],
    ['011 1 212 555 0134', '1', '12125550134'],
    ['+7 800 555-35-35', '7', '88005553535'],
    ['8 10 7 495 123 45 67', '7', '84951234567'],
    ['+44 (0)20 7946 0958', '44', '02079460958'],
    ['+225 07 12 34 56 78', '225', '0712345678'],
  ])('%j in %s', (text, country, digits) => {
    expect(read(text, country)).toBe(digits);
  });
});

describe('numbers of other countries get the international prefix', () => {
  it.each([
    ['+49 30 1234567', '98', '0049301234567'],
    ['+49 (0)30 1234567', '98', '0049301234567'],
    ['0049 30 1234567', '98', '0049301234567'],
    ['+98 912 345 6789', '1', '011989123456789'],
    ['+98 912 345 6789', '7', '810989123456789'],
    ['+98 912 345 6789', '', '00989123456789'],
    ['00989123456789', '', '00989123456789'],
  ])('%j in %j', (text, country, digits) => {
    expect(read(text, country)).toBe(digits);
  });
});

describe('what is not certainly international stays as typed', () => {
  it.each([
    ['989123456789', '989123456789'],
    ['9123456789', '9123456789'],
    ['88776655', '88776655'],
    ['0098', '0098'],
    ['00981', '00981'],
    ['001', '001'],
    ['(0) 21 88776655', '02188776655'],
    ['101', '101'],
    ['1', '1'],
    ['۱۰۱', '101'],
    ['*72', '*72'],
    ['*72 09123456789', '*7209123456789'],
    ['#31#0912-345-6789', '#31#09123456789'],
    ['＊۷۲＃', '*72#'],
    ['*', '*'],
    ['0098*72', '0098*72'],
  ])('%j', (text, digits) => {
    expect(read(text)).toBe(digits);
  });
});

describe('an extension behind a number is left out, because only the number can be dialled', () => {
  it.each([
    ['02188776655;ext=12'],
    ['021 8877 6655 ext. 12'],
    ['021 8877 6655 x12'],
    ['(021) 88776655, extension 12'],
    ['۰۲۱۸۸۷۷۶۶۵۵ داخلی ۱۲'],
    ['02188776655,12'],
    ['02188776655,,12'],
    ['021-8877-6655, 12'],
  ])('%j', (text) => {
    expect(read(text)).toBe('02188776655');
  });
});

describe('a text that holds no single number is refused with the reason', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['\u200e\u200f', 'empty'],
    ['---', 'no-digits'],
    ['+', 'no-digits'],
    ['()', 'no-digits'],
    ['Ali', 'letters'],
    ['علی', 'letters'],
    ['1-800-FLOWERS', 'letters'],
    ['9.123E+09', 'letters'],
    ['0912\x1c5', 'letters'],
    ['09123456789\n09351234567', 'several-numbers'],
    ['09123456789\r\n09351234567', 'several-numbers'],
    ['09123456789,09351234567', 'several-numbers'],
    ['09123456789، 09351234567', 'several-numbers'],
    ['09123456789; 09351234567', 'several-numbers'],
    ['09123456789 | 09351234567', 'several-numbers'],
    ['09123456789 or 09351234567', 'several-numbers'],
    ['۰۹۱۲۳۴۵۶۷۸۹ یا ۰۹۳۵۱۲۳۴۵۶۷', 'several-numbers'],
    ['02188776655 / 02188776656', 'several-numbers'],
    ['09123456789 09351234567', 'several-numbers'],
    ['101\n102', 'several-numbers'],
    ['101, 102', 'several-numbers'],
    ['98+9123456789', 'plus-inside'],
    ['++989123456789', 'plus-inside'],
    ['9123456789+', 'plus-inside'],
    ['+*72', 'plus-inside'],
    ['+98', 'too-short'],
    ['+101', 'too-short'],
    // Two numbers without anything between them.
    ['0912345678909351234567', 'too-long'],
    ['1'.repeat(19), 'too-long'],
    [`*72${'1'.repeat(30)}`, 'too-long'],
    [`+49${'1'.repeat(29)}`, 'too-long'],
  ])('%j: %s', (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  it('takes the longest number of the world with a prefix, and feature codes with what they carry', () => {
    expect(read('1'.repeat(18))).toBe('1'.repeat(18));
    expect(read(`00${'9'.repeat(15)}`)).toBe(`00${'9'.repeat(15)}`);
    expect(read(`*72${'1'.repeat(29)}`)).toBe(`*72${'1'.repeat(29)}`);
  });
});

describe('the kind of a destination', () => {
  it.each([
    ['101', 'extension'],
    ['123456', 'extension'],
    ['1234567', 'outside'],
    ['0912', 'outside'],
    ['0098', 'outside'],
    ['*72', 'code'],
    ['1#', 'code'],
  ])('of %s is %s', (digits, kind) => {
    expect(destinationKind(digits)).toBe(kind);
  });
});

describe('two writings of one party', () => {
  it.each([
    ['101', '۱۰۱'],
    ['09123456789', '+989123456789'],
    ['09123456789', '00989123456789'],
    ['09123456789', '989123456789'],
    ['9123456789', '09123456789'],
    ['909123456789', '09123456789'],
    ['88776655', '02188776655'],
    ['+4930123456', '030123456'],
    ['+74951234567', '84951234567'],
    ['12345678', '+4512345678'],
    ['anonymous', 'anonymous'],
  ])('%s and %s are the same', (left, right) => {
    expect([sameNumber(left, right), sameNumber(right, left)]).toEqual([true, true]);
  });

  it.each([
    ['101', '1101'],
    ['101', '0101'],
    ['123456', '0123456'],
    ['02188776655', '03188776655'],
    ['02188776655', '09188776655'],
    ['*7209123456789', '09123456789'],
    ['09123456789', '09123456780'],
    ['', '101'],
    [null, '101'],
    [null, null],
    ['anonymous', 'unavailable'],
  ])('%s and %s are not', (left, right) => {
    expect([sameNumber(left, right), sameNumber(right, left)]).toEqual([false, false]);
  });
});

it.each(['anonymous', 'unavailable', ''])('nobody can call %j', (party) => {
  expect(canBeCalled(party, { countryCode: '98' })).toBe(false);
});

it.each([
  ['989351112233', '98', '09351112233'],
  ['982188776655', '98', '02188776655'],
  ['989351112233', '', '989351112233'],
  ['989351112233', '49', '989351112233'],
  ['98935111223', '98', '98935111223'],
  ['980351112233', '98', '980351112233'],
  ['+989351112233', '98', '+989351112233'],
  ['9812', '98', '9812'],
  ['13125550199', '1', '13125550199'],
])('reads the caller %s in the country %j as %s', (told, countryCode, read) => {
  expect(nationalForReading(told, countryCode)).toBe(read);
});

it('groups digits for reading without changing them', () => {
  expect(
    ['09123456789', '02188776655', '0049301234567', '88776655', '101', '*72', '0912000', '+989123456789'].map(
      groupForReading,
    ),
  ).toEqual([
    '0912 345 6789',
    '021 8877 6655',
    '0049 301 234 567',
    '887 766 55',
    '101',
    '*72',
    '0912 000',
    '+98 912 345 6789',
  ]);
});

it.each([
  ['557', true],
  ['5'.repeat(18), true],
  ['5'.repeat(19), false],
  ['*21', true],
  [`*${'5'.repeat(31)}`, true],
  [`*${'5'.repeat(32)}`, false],
  ['5a', false],
])('%s as a number to call is %s, and so it is as the own one', (digits, expected) => {
  expect(isDialable(digits)).toBe(expected);
  expect(isOwnNumber(digits)).toBe(expected);
});

it('the own number alone may be missing', () => {
  expect([isOwnNumber(''), isDialable('')]).toEqual([true, false]);
});
