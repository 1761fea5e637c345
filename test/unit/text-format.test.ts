import { describe, expect, it } from 'vitest';
import { formatAge } from '../../renderer/text/format-age.ts';
import { formatDuration, formatRunning } from '../../renderer/text/format-duration.ts';
import { dayKey, dayOf, formatClock, formatDate, formatFullDate } from '../../renderer/text/format-time.ts';
import { createText } from '../../renderer/text/i18n.ts';

const tehran = 'Asia/Tehran';
const english = { language: 'en', calendar: 'gregorian', digits: 'latin', timeZone: tehran } as const;
const persian = { language: 'fa', calendar: 'persian', digits: 'persian', timeZone: tehran } as const;
const second = 1000;
const day = 86_400 * second;
/** 2026-11-21 12:41:07 in Tehran. */
const atMs = Date.UTC(2026, 10, 21, 9, 11, 7);

describe('durations', () => {
  it.each([
    [0, '0:00', '00:00'],
    [59, '0:59', '00:59'],
    [133, '2:13', '02:13'],
    [3600, '1:00:00', '1:00:00'],
    [3733.9, '1:02:13', '1:02:13'],
    [-5, '0:00', '00:00'],
  ])('%d seconds are %s in a list and %s on a running clock', (seconds, listed, running) => {
    expect(formatDuration(seconds, 'latin')).toBe(listed);
    expect(formatRunning(seconds, 'latin')).toBe(running);
  });

  it('are written in Persian digits in Persian', () => {
    expect(formatDuration(133, 'persian')).toBe('۲:۱۳');
  });
});

describe('times', () => {
  it('are told in 24 hours, in the zone of the computer', () => {
    expect(formatClock(atMs, english)).toBe('12:41');
    expect(formatClock(atMs, english, true)).toBe('12:41:07');
    expect(formatClock(atMs, persian)).toBe('۱۲:۴۱');
  });

  it('follow a zone with half an hour', () => {
    expect(formatClock(Date.UTC(2026, 10, 21, 20, 30), english)).toBe('00:00');
  });
});

describe('dates', () => {
  it('leave the year out when it is this one', () => {
    expect(formatDate(atMs, atMs + day, english)).toBe('Saturday 21 November');
    expect(formatDate(atMs, atMs + 365 * day, english)).toBe('21 November 2026');
    expect(formatDate(atMs, atMs + day, english, false)).toBe('21 November');
  });

  it('are Jalali when the calendar is Persian, in either language', () => {
    expect(formatFullDate(atMs, persian)).toBe('۳۰ آبان ۱۴۰۵');
    expect(formatFullDate(atMs, { ...persian, language: 'en', digits: 'latin' })).toBe('30 Aban 1405');
    expect(formatDate(atMs, atMs, persian)).toBe('شنبه ۳۰ آبان');
  });

  it('count the year by the chosen calendar', () => {
    // Nowruz 1406 lies between the two days, New Year 2027 does not.
    const before = Date.UTC(2027, 2, 1);
    const after = Date.UTC(2027, 3, 1);
    expect(formatDate(before, after, { ...persian, language: 'en', digits: 'latin' })).toBe('10 Esfand 1405');
    expect(formatDate(before, after, english)).toBe('Monday 1 March');
  });

  it('are Gregorian in Persian words when so chosen', () => {
    expect(formatFullDate(atMs, { ...persian, calendar: 'gregorian' })).toBe('۲۱ نوامبر ۲۰۲۶');
  });
});

describe('days', () => {
  it('begin at midnight where the agent is', () => {
    const lastMinute = Date.UTC(2026, 10, 20, 20, 29);
    const firstMinute = Date.UTC(2026, 10, 20, 20, 30);
    expect(dayKey(lastMinute, english)).not.toBe(dayKey(firstMinute, english));
    expect(dayOf(lastMinute, atMs, english)).toBe('yesterday');
    expect(dayOf(firstMinute, atMs, english)).toBe('today');
    expect(dayOf(atMs - 2 * day, atMs, english)).toBe('date');
  });

  it('are called by their names also where clocks change', () => {
    const berlin = { ...english, timeZone: 'Europe/Berlin' };
    // Half past eleven in the evening before a day of 23 hours, and before one of 25.
    const spring = Date.UTC(2026, 2, 28, 22, 30);
    const autumn = Date.UTC(2026, 9, 24, 21, 30);
    const named = (nowMs: number) => [15, 35, 60].map((hours) => dayOf(nowMs + hours * 3_600_000, nowMs, berlin));
    expect(named(spring)).toEqual(['tomorrow', 'date', 'date']);
    expect(named(autumn)).toEqual(['tomorrow', 'date', 'date']);
    expect(dayOf(spring + 24 * 3_600_000, spring, berlin)).toBe('date');
  });
});

describe('the age of the last event', () => {
  it.each([
    [2, 'now'],
    [-3, 'now'],
    [13, '10 s ago'],
    [61, '1 min ago'],
    [7300, '2 h ago'],
    [200_000, '2 d ago'],
  ])('%d seconds are told as %s', (seconds, told) => {
    const { t } = createText('en');
    expect(formatAge(seconds * second, t, 'latin')).toBe(told);
  });
});
