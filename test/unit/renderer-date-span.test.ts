import { CalendarDate, PersianCalendar } from '@internationalized/date';
import { describe, expect, it } from 'vitest';
import { dateAt, momentsOf, spanOf, spanWords, wishedDays } from '../../renderer/text/date-span.ts';

const tehran = { timeZone: 'Asia/Tehran' };
const english = { language: 'en', calendar: 'gregorian', digits: 'latin', ...tehran } as const;
const jalali = { language: 'fa', calendar: 'persian', digits: 'persian', ...tehran } as const;
/** Sunday 22 November 2026, the first of Azar 1405, at half past one in Tehran. */
const nowMs = Date.UTC(2026, 10, 22, 10);
const hour = 3_600_000;

const told = (kind: 'today' | 'yesterday' | 'this-week' | 'this-month', style: typeof english | typeof jalali) => {
  const { start, end } = spanOf({ kind }, nowMs, style);
  return [start, end].map((date) => `${date.year}-${date.month}-${date.day}`);
};

describe('spans of days', () => {
  it('move with the clock, in the calendar of the agent', () => {
    expect(told('today', english)).toEqual(['2026-11-22', '2026-11-22']);
    expect(told('yesterday', english)).toEqual(['2026-11-21', '2026-11-21']);
    expect(told('this-month', english)).toEqual(['2026-11-1', '2026-11-30']);
    expect(told('today', jalali)).toEqual(['1405-9-1', '1405-9-1']);
    expect(told('yesterday', jalali)).toEqual(['1405-8-30', '1405-8-30']);
    expect(told('this-month', jalali)).toEqual(['1405-9-1', '1405-9-30']);
  });

  it('have weeks from Monday, and from Saturday where the Persian calendar or language is', () => {
    expect(told('this-week', english)).toEqual(['2026-11-16', '2026-11-22']);
    expect(told('this-week', jalali)).toEqual(['1405-8-30', '1405-9-6']);
    const persianWords = { ...english, language: 'fa' } as const;
    expect(spanOf({ kind: 'this-week' }, nowMs, persianWords).start.toString()).toBe('2026-11-21');
  });

  it('know months of 29, 30 and 31 days, and the leap year of the Persian calendar', () => {
    const lastOf = (year: number, month: number) => {
      const inMonth = new CalendarDate(new PersianCalendar(), year, month, 5);
      const atMs = momentsOf({ start: inMonth, end: inMonth }, jalali).fromMs + 12 * hour;
      return spanOf({ kind: 'this-month' }, atMs, jalali).end.day;
    };
    expect([lastOf(1405, 1), lastOf(1405, 7), lastOf(1405, 12), lastOf(1403, 12)]).toEqual([31, 30, 29, 30]);
  });

  it('begin at the first moment of a day and end before the next, also where clocks change', () => {
    expect(momentsOf(spanOf({ kind: 'today' }, nowMs, jalali), jalali)).toEqual({
      fromMs: Date.UTC(2026, 10, 21, 20, 30),
      toMs: Date.UTC(2026, 10, 22, 20, 30),
    });
    const berlin = { ...english, timeZone: 'Europe/Berlin' };
    const { fromMs, toMs } = momentsOf(
      spanOf({ kind: 'days', first: '2026-10-25', last: '2026-10-25' }, 0, berlin),
      berlin,
    );
    expect((toMs - fromMs) / hour).toBe(25);
  });

  it('are kept in one calendar, so that they mean the same days in the other', () => {
    const chosen = spanOf({ kind: 'this-month' }, nowMs, jalali);
    const kept = wishedDays(chosen);
    expect(kept).toEqual({ kind: 'days', first: '2026-11-22', last: '2026-12-21' });
    expect(momentsOf(spanOf(kept, 0, english), english)).toEqual(momentsOf(chosen, jalali));
    // Whichever end was chosen first.
    expect(spanOf({ kind: 'days', first: '2026-12-21', last: '2026-11-22' }, 0, jalali)).toEqual(chosen);
  });

  it('are told without saying a month or a year twice', () => {
    const words = (first: string, last: string, style: typeof english | typeof jalali) =>
      spanWords(spanOf({ kind: 'days', first, last }, nowMs, style), style);
    expect(words('2026-11-22', '2026-11-22', english)).toEqual([null, '22 November 2026']);
    expect(words('2026-11-03', '2026-11-22', english)).toEqual(['3', '22 November 2026']);
    expect(words('2026-10-03', '2026-11-22', english)).toEqual(['3 October', '22 November 2026']);
    expect(words('2025-11-22', '2026-11-22', english)).toEqual(['22 November 2025', '22 November 2026']);
    expect(words('2026-11-22', '2026-11-28', jalali)).toEqual(['۱', '۷ آذر ۱۴۰۵']);
    expect(dateAt(nowMs, jalali).month).toBe(9);
  });
});
