import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDestination } from '../../shared/domain/destination.ts';
import { toPersianDigits } from '../../shared/domain/digits.ts';
import { findNumbers, longestTextSearched } from '../../shared/domain/numbers-in-text.ts';
import { assertAlways } from '../support/properties.ts';

const iran = { countryCode: '98' };
const found = (text: string, rules = iran) => findNumbers(text, rules).map(({ digits }) => digits);

describe('numbers in a text', () => {
  it.each<[text: string, ...numbers: string[]]>([
    ['', ...[]],
    ['no number here', ...[]],
    ['Call Ali at 0912 345 6789 or 021-8877 6655, please.', '09123456789', '02188776655'],
    ['Ali: +98 912 345 6789', '09123456789'],
    ['Ali: 0098-912-345-67-89', '09123456789'],
    ['Ali: +98 (0)912 3456789', '09123456789'],
    ['Ali: 98 912 345 6789', '989123456789'],
    ['(021) 8877.6655', '02188776655'],
    ['tel:+982188776655;ext=12', '02188776655'],
    ['در تماس با ۰۹۱۲۳۴۵۶۷۸۹ یا ۰۲۱-۸۸۷۷۶۶۵۵ داخلی ۱۲ باشید', '09123456789', '02188776655'],
    ['شماره٠٩١٢٣٤٥٦٧٨٩است', '09123456789'],
    ['\u202a+98\u00a0912\u00a0345\u00a06789\u202c', '09123456789'],
    ['０９１２３４５６７８９', '09123456789'],
    ['0912 345 6789 021 8877 6655', '09123456789', '02188776655'],
    ['09123456789 - 09123456780', '09123456789', '09123456780'],
    ['09123456789/02188776655', '09123456789', '02188776655'],
    ['09123456789\n09123456780\r\n09123456781', '09123456789', '09123456780', '09123456781'],
    ['1. 0912 345 6789\n2. 0912 345 6780', '09123456789', '09123456780'],
    ['5 0912 345 6789', '09123456789'],
    // The first digit of a number written in groups is part of it.
    ['1-800-555-0199', '18005550199'],
    ['1 800 555 0199', '18005550199'],
    ['1.800.555.0199', '18005550199'],
    ['1 (800) 555-0199', '18005550199'],
    ['8-495-123-45-67', '84951234567'],
    ['8 (495) 123-45-67', '84951234567'],
    ['۱-۸۰۰-۵۵۵-۰۱۹۹', '18005550199'],
    ['toll-free 1-800-555-0199 or 1-800-555-0198', '18005550199', '18005550198'],
    ['2-0912-000-0001', '09120000001'],
    ['1. 8877 6655', '88776655'],
    ['(2) 8877 6655', '88776655'],
    ['12) 912 345 6789', '9123456789'],
    ['(21) 8877 6655', '2188776655'],
    ['०९१२३४५६७८९ या ০২১-৮৮৭৭৬৬৫৫', '09123456789', '02188776655'],
    ['โทร ๐๙๑๒ ๓๔๕ ๖๗๘๙', '09123456789'],
    ['\u{1d7ce}\u{1d7d7}\u{1d7cf}\u{1d7d0}3456789', '09123456789'],
    ['tel:09120000001,,123#', '09120000001'],
    ['دفتر: ۸۸۷۷۶۶۵۵ و ۸۸۷۷۶۶۵۶', '88776655', '88776656'],
    ['0912 345 6789, +98 912 345 6789 and 00989123456789', '09123456789'],
    ['In Berlin +49 30 901820, in London +44 20 7946 0958', '004930901820', '00442079460958'],
    ['x: 09123456789x12', '09123456789'],
    ['sip:09123456789@pbx.example', '09123456789'],
    ['tel: ۰۲۱ ۸۸۷۷ ۶۶۵۵', '02188776655'],
    ['همراه:۰۹۱۲-۳۴۵-۶۷۸۹؛ ثابت:۰۲۱/۸۸۷۷۶۶۵۵', '09123456789', '02188776655'],
    ['Ali <0912 345 6789>', '09123456789'],
    ['[0912 345 6789]', '09123456789'],
    ['"09123456789"', '09123456789'],
    ['«۰۹۱۲۳۴۵۶۷۸۹»', '09123456789'],
    ['Ali,09123456789,Tehran', '09123456789'],
    ['Ali\t09123456789\tTehran', '09123456789'],
    ['Ali|09123456789|Tehran', '09123456789'],
    ['Mobile=09123456789;Work=02188776655', '09123456789', '02188776655'],
    ['0912\u2013345\u20136789', '09123456789'],
    ['0912\u2009345\u20096789', '09123456789'],
    ['0912\u202f345\u202f6789', '09123456789'],
    ['09123456789.', '09123456789'],
    ['09123456789!', '09123456789'],
    ['Call 09123456789? Or 09123456780?', '09123456789', '09123456780'],
    ['+989123456789+989123456780', '09123456789', '09123456780'],
    ['\u200f۰۹۱۲۳۴۵۶۷۸۹\u200f', '09123456789'],
    // A text that is nothing but a short number or a code.
    ['557', '557'],
    [' ۵۵۷ ', '557'],
    ['*21#', '*21#'],
  ])('%j', (text, ...numbers) => {
    expect(found(text)).toEqual(numbers);
  });

  it.each([
    ['a date', 'on 1403/05/12 and 2024-05-12 10:30, 12.05.2024 too'],
    ['a date alone', '1403/05/12'],
    ['a time', 'at 10:30:15'],
    ['an amount', 'it costs 12,500,000 or 12.500.000, 1234567.89 in all'],
    ['an amount with its currency', 'it costs 88776655 تومان, 1250000ریال, $ 1250000, 8877665 IRR'],
    ['an amount in Persian', 'مبلغ ۱۲٬۵۰۰٬۰۰۰ ریال و ۸۸۷۷۶۶۵۵ تومان'],
    ['a card', 'card 6037 9975 1234 5678, 6037997512345678, 6037-9975-1234-5678, 3782 822463 10005'],
    ['an IBAN', 'IR062960000000100324200001 and IR06 2960 0000 0010 0324 2000 01'],
    ['an address of a computer', '192.168.100.200'],
    ['a page', 'https://example.com/orders/09123456789'],
    ['a mailbox', '09123456789@example.com'],
    ['a serial number', 'AB09123456789 and 09123456789ZX'],
    ['a UUID', '550e8400-e29b-41d4-a716-446655440000'],
    ['what is named otherwise', 'کد ملی: ۲۲۱۲۳۴۵۶۷۸، کد پستی 1234567890, Order no. 88776655'],
    ['a year in a sentence', 'since 1998, with 12 people'],
    ['too many digits', '09123456789012345678'],
  ])('is not %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  it('keeps the extension behind a number for the eye', () => {
    const extensions = (text: string) => findNumbers(text, iran).map(({ extension }) => extension);
    expect(extensions('02188776655 ext. 12, 02188776656 داخلی ۱۳, 02188776657x14, 02188776658')).toEqual([
      '12',
      '13',
      '14',
      null,
    ]);
    // After a pause, in a text and alone.
    expect(extensions('tel:09120000001,,123#')).toEqual(['123']);
    expect(extensions('call 09120000001,,123# or 02188776655,12')).toEqual(['123', '12']);
    expect(extensions('02188776655,,1,,2345#')).toEqual(['1 2345']);
  });

  it('knows whole numbers from what only the whole text says to be one', () => {
    expect(findNumbers('557', iran)).toEqual([{ digits: '557', extension: null, complete: false }]);
    expect(findNumbers('09123456789', iran)).toEqual([{ digits: '09123456789', extension: null, complete: true }]);
    expect(findNumbers('please 557', iran)).toEqual([]);
    expect(findNumbers('091234', iran)).toEqual([]);
  });

  const complete = (text: string, rules = iran) => findNumbers(text, rules).map((number) => number.complete);
  it.each([
    '1-800-555-0199',
    '1.800.555.0199',
    '8-495-123-45-67',
    '2-0912-000-0001',
    '5 0912 345 6789',
    '0912 345 6789 12',
    '02188776655-60',
    '88776655-12',
    '88776655,12',
    '5 8877665',
    'call 0912 345 6789/12',
    'call *21*09123456789#',
    'on 12: 09123456789',
  ])('leaves %j to a person: digits beside the number may belong to it', (text) => {
    expect(complete(text)).toEqual([false]);
  });

  it.each([
    ['1. 0912 345 6789', iran],
    [' ۲) ۰۹۱۲ ۳۴۵ ۶۷۸۹', iran],
    ['(1) 021-88776655', iran],
    ['Ali: 98 912 345 6789', iran],
    ['8877 6655', iran],
    ['+1-800-555-0199', iran],
    ['1-800-555-0199', { countryCode: '1' }],
    ['(555) 123-4567', { countryCode: '1' }],
    ['8-495-123-45-67', { countryCode: '7' }],
  ])('is sure of %j', (text, rules) => {
    expect(complete(text, rules)).toEqual([true]);
  });

  it('reads the numbers of other countries by their own rules', () => {
    expect(found('Call (555) 123-4567 or 1 555 123 4568', { countryCode: '1' })).toEqual(['5551234567', '15551234568']);
    expect(found('Ruf 030 901820 an', { countryCode: '49' })).toEqual(['030901820']);
    expect(found('0912 345 6789', { countryCode: '' })).toEqual(['09123456789']);
  });
});

const mobiles = fc.integer({ min: 100_000_000, max: 999_999_999 }).map((rest) => `09${rest}`);
const spelled = fc
  .tuple(
    mobiles,
    fc.constantFrom('09', '+989', '+98 9', '00989', '+98 (0)9'),
    fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u2013'),
    fc.boolean(),
    fc.constantFrom('', '\u202a', '\u200e'),
  )
  .map(([digits, start, joint, persian, mark]) => {
    const written = `${start}${[digits.slice(2, 4), digits.slice(4, 7), digits.slice(7)].join(joint)}`;
    return { digits, text: mark + (persian ? toPersianDigits(written) : written) };
  });
const fillers = fc.constantFrom('\n', ', ', ' یا ', ' or ', '؛ ', ' | ', ' (Ali) ', ' تماس با ', '\t', ': ');

describe('in every text', () => {
  it('each number is found, in its order, once, whatever stands between them', () => {
    assertAlways(
      fc.property(fc.array(fc.tuple(spelled, fillers), { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.map(([{ text }, filler]) => text + filler).join('');
        const expected = [...new Set(parts.map(([{ digits }]) => digits))];
        expect(found(text)).toEqual(expected);
      }),
    );
  });

  it('what is found can be dialled as it stands', () => {
    const units = [...'0123456789+*#,;|/()-. \nxA@:', '۰', '٩', '９', 'یا', 'ext', 'tel:', '98', '00', '(0)', '\u202a'];
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...units), maxLength: 120 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    assertAlways(
      fc.property(texts, fc.constantFrom('98', '1', '49', ''), (text, countryCode) => {
        for (const { digits } of findNumbers(text, { countryCode })) {
          expect(parseDestination(digits, { countryCode })).toMatchObject({ ok: true, value: { digits } });
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a hostile text', () => {
  const megabyte = 1_000_000;
  it.each([
    ['digits', '1'],
    ['zeros', '0'],
    ['pairs', '0 '],
    ['numbers', '09123456789 '],
    ['words', 'a'],
    ['dots', '1.'],
    ['mail', 'a.a-'],
    ['signs', '+'],
    ['brackets', '('],
    ['groups of four', '1234 '],
    ['commas', '1,234'],
    ['pauses', '1,,'],
    ['ordinals', '1. '],
    ['lone digits', '1-'],
    ['Devanagari', '०'],
    ['currencies', '1 $'],
    ['letters and digits', 'IR06 2960 '],
    ['marks', '\u202a'],
  ])('of %s takes no noticeable time', (_what, unit) => {
    const text = unit.repeat(megabyte / unit.length);
    // What this process worked, whatever else the machine did meanwhile.
    const before = process.cpuUsage();
    found(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(400);
  });

  it('is read as far as an agent would look', () => {
    const far = `${'a '.repeat(longestTextSearched)}09123456789`;
    expect(found(far)).toEqual([]);
    const many = Array.from({ length: 500 }, (_, index) => `0912${String(1_000_000 + index)}`).join('\n');
    expect(found(many)).toHaveLength(30);
  });
});
