import { describe, expect, it } from 'vitest';
import { matchRanker, matchRanks, readContactQuery } from '../../shared/domain/contact/contact-query.ts';
import { searchText, toHaystack } from '../../shared/domain/contact/search-text.ts';
import { aDraft } from '../support/contact-builders.ts';

const sara = aDraft('Sara Ahmadi', ['0912 345 6789', '557'], {
  company: 'Blue Clinic',
  tags: ['VIP'],
  note: 'likes tea',
});
const shop = aDraft('24 Shop', ['5571']);

describe('how well a contact fits what is looked for', () => {
  it.each([
    ['Sara Ahmadi', 'exact'],
    ['saraahmadi', 'words'],
    ['sara', 'prefix'],
    ['sara ahm', 'prefix'],
    ['ahmadi', 'words'],
    ['ahm sar', 'words'],
    ['a', 'words'],
    ['mad', 'anywhere'],
    ['sara tea', 'anywhere'],
    ['clinic', 'anywhere'],
    ['c', 'anywhere'],
    ['09123456789', 'exact'],
    ['557', 'exact'],
    ['55', 'prefix'],
    ['0912', 'prefix'],
    ['6789', 'anywhere'],
    ['89', 'anywhere'],
    ['009', null],
    ['h', null],
    ['sara karimi', null],
    ['0935', null],
  ] as const)('%j: %s', (typed, rank) => {
    const expected = rank === null ? null : matchRanks[rank];
    expect(matchRanker(readContactQuery(typed))(toHaystack(searchText(sara)))).toBe(expected);
  });

  it('takes zeros that nothing much follows for the end of a number', () => {
    const rank = matchRanker(readContactQuery('0001'));
    const haystack = (number: string) => toHaystack(searchText(aDraft('Ali', [number])));
    expect([rank(haystack('0912 340 0001')), rank(haystack('0912 345 6781'))]).toEqual([matchRanks.anywhere, null]);
  });

  it.each([
    ['557', 'prefix'],
    ['5571', 'exact'],
    ['24', 'prefix'],
  ] as const)('of a name that begins with a number, %j: %s', (typed, rank) => {
    expect(matchRanker(readContactQuery(typed))(toHaystack(searchText(shop)))).toBe(matchRanks[rank]);
  });
});
