import { describe, expect, it } from 'vitest';
import { parsePbxTime } from '../../electron/simotel-words/pbx-time.ts';

const tehran = 'Asia/Tehran';

describe('a time from the PBX', () => {
  it.each<[string, unknown, string, string]>([
    ['Gregorian with microseconds', '2021-01-16 06:30:37.471398', 'UTC', '2021-01-16T06:30:37.471Z'],
    ['Gregorian without a fraction', '2021-01-16 06:30:37', 'UTC', '2021-01-16T06:30:37.000Z'],
    ['a fraction of one digit', '2021-01-16 06:30:37.4', 'UTC', '2021-01-16T06:30:37.400Z'],
    ['no seconds', '2021-01-16 06:30', 'UTC', '2021-01-16T06:30:00.000Z'],
    ['time first', '11:55:33.208640 2017-11-12', 'UTC', '2017-11-12T11:55:33.208Z'],
    ['time first, local', '11:55:33.208640 2017-11-12', tehran, '2017-11-12T08:25:33.208Z'],
    ['time first, Jalali', '11:55:33 1396-08-21', tehran, '2017-11-12T08:25:33.000Z'],
    ['Gregorian in a report, summer time of Tehran', '2021-06-22 10:19:04', tehran, '2021-06-22T05:49:04.000Z'],
    ['Jalali in a report, summer time of Tehran', '1400-04-01 10:19:04', tehran, '2021-06-22T05:49:04.000Z'],
    ['Jalali, winter time', '1399-12-10 15:05:16', tehran, '2021-02-28T11:35:16.000Z'],
    ['the day of the Persian new year', '1403-01-01 00:00:00', tehran, '2024-03-19T20:30:00.000Z'],
    ['the last day of a Persian leap year', '1403-12-30 12:00:00', tehran, '2025-03-20T08:30:00.000Z'],
    ['Tehran after it gave up summer time', '2024-07-01 12:00:00', tehran, '2024-07-01T08:30:00.000Z'],
    ['slashes', '1400/04/01 10:19:04', tehran, '2021-06-22T05:49:04.000Z'],
    ['single digits', '1400-4-1 9:19:04', tehran, '2021-06-22T04:49:04.000Z'],
    ['Persian digits', '۱۴۰۰-۰۴-۰۱ ۱۰:۱۹:۰۴', tehran, '2021-06-22T05:49:04.000Z'],
    ['spaces around', '  2021-01-16 06:30:37 ', 'UTC', '2021-01-16T06:30:37.000Z'],
    ['ISO with Z, whatever the zone', '2021-01-16T06:30:37.471Z', tehran, '2021-01-16T06:30:37.471Z'],
    ['ISO with an offset', '2021-01-16T10:00:37+03:30', 'UTC', '2021-01-16T06:30:37.000Z'],
    ['ISO with a negative offset', '2021-01-16T01:30:37-0500', tehran, '2021-01-16T06:30:37.000Z'],
    ['ISO without a mark', '2021-01-16T06:30:37', 'UTC', '2021-01-16T06:30:37.000Z'],
    ['another zone', '2024-01-15 12:00:00', 'Europe/Berlin', '2024-01-15T11:00:00.000Z'],
    ['an hour skipped by summer time', '2024-03-31 02:30:00', 'Europe/Berlin', '2024-03-31T01:30:00.000Z'],
    ['an hour that comes twice: the first one', '2024-10-27 02:30:00', 'Europe/Berlin', '2024-10-27T00:30:00.000Z'],
    ['Mongo, canonical', { $date: { $numberLong: '1624340947977' } }, tehran, '2021-06-22T05:49:07.977Z'],
    ['Mongo, milliseconds', { $date: 1624340947977 }, tehran, '2021-06-22T05:49:07.977Z'],
    ['Mongo, text', { $date: '2021-06-22T05:49:07.977Z' }, tehran, '2021-06-22T05:49:07.977Z'],
    ['epoch seconds', 1610778618, tehran, '2021-01-16T06:30:18.000Z'],
    ['epoch seconds as text', '1610778618', tehran, '2021-01-16T06:30:18.000Z'],
    ['epoch seconds with a fraction', '1610778618.378', tehran, '2021-01-16T06:30:18.378Z'],
    ['epoch milliseconds', 1610778618378, tehran, '2021-01-16T06:30:18.378Z'],
    ['29 February of a leap year', '2024-02-29 00:00:00', 'UTC', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (_form, value, zone, expected) => {
    const atMs = parsePbxTime(value, zone);
    expect(atMs === null ? null : new Date(atMs).toISOString()).toBe(expected);
  });

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['null', null],
    ['undefined', undefined],
    ['a word', 'yesterday'],
    ['a day without a time', '2021-01-16'],
    ['zeros', '0000-00-00 00:00:00'],
    ['month 13', '2021-13-01 00:00:00'],
    ['29 February of a common year', '2023-02-29 00:00:00'],
    ['30 Esfand of a common Persian year', '1402-12-30 00:00:00'],
    ['31 Mehr', '1402-07-31 00:00:00'],
    ['hour 25', '2021-01-16 25:00:00'],
    ['minute 61', '2021-01-16 10:61:00'],
    ['a time before telephones had clocks', '1750-01-01 00:00:00'],
    ['epoch zero', 0],
    ['a short number', '557'],
    ['not a number', Number.NaN],
    ['a broken Mongo object', { $date: { $numberLong: 'soon' } }],
    ['another object', { date: '2021-01-16 06:30:37' }],
    ['a list', ['2021-01-16 06:30:37']],
  ])('makes nothing of %s', (_what, value) => {
    expect(parsePbxTime(value, 'UTC')).toBeNull();
  });

  it('makes nothing of a local time in a zone that does not exist', () => {
    expect(parsePbxTime('2021-01-16 06:30:37', 'Mars/Olympus')).toBeNull();
  });
});
