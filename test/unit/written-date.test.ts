import { describe, expect, test } from 'vitest';
import { parseDestination } from '../../shared/domain/destination.ts';
import { holdsDate } from '../../shared/domain/written-date.ts';

describe('a date', () => {
  test.each([
    '2026-11-22',
    '2026/1/2',
    '2026.11.22',
    '22/11/2026',
    '11/22/2026',
    '1.12.1999',
    '1405/09/01',
    '1399-12-30',
    '2026-11-22T14:05',
    '2026-11-22 14:05',
    'on 22.11.2026, at noon',
    '(2026-11-22)',
    'Due: 2026-11-22.',
    '"2026-11-22"',
    "'22.11.2026'",
    '«1405/09/01»',
    '“2026-11-22”',
    '[2026-11-22]',
    '{2026-11-22}',
  ])('%s is known', (text) => {
    expect(holdsDate(text)).toBe(true);
  });

  test.each([
    '20261122',
    '2026 11 22',
    '2026-13-22',
    '2026-11-32',
    '32/11/2026',
    '22/13/2026',
    '2126-11-22',
    '2026-11/22',
    '2026-11-223',
    '2026-11-22-33',
    '02026-11-22',
    '021-2026-11-22',
    '+2026-11-22',
    '*2026-11-22',
    '0912-345-6789',
    '021/8877/6655',
    '1405/09',
    '192.168.1.10',
  ])('%s is none', (text) => {
    expect(holdsDate(text)).toBe(false);
  });

  test.each([
    '2026-11-22',
    '۱۴۰۵/۰۹/۰۱',
    '٢٢/١١/٢٠٢٦',
    ' \u200e2026-11-22\u200f ',
    '0912 2026-11-22',
    '"2026-11-22"',
    '[2026-11-22]',
  ])('%j cannot be dialled, and the reason says why', (text) => {
    const date = { ok: false, error: { code: 'destination-invalid', reason: 'date' } };
    expect(parseDestination(text, { countryCode: '98' })).toEqual(date);
  });

  test.each(['021 2030-10-10', '(021) 20-10-2030'])(
    'a number that is grouped like one (%s) is refused as well, rather than a date being called',
    (text) => {
      expect(parseDestination(text, { countryCode: '98' })).toMatchObject({ error: { reason: 'date' } });
    },
  );

  test('without its signs it is a number like any other', () => {
    expect(parseDestination('20261122', { countryCode: '98' })).toMatchObject({
      ok: true,
      value: { digits: '20261122' },
    });
  });
});
