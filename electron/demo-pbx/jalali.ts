export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;

const persianCalendar = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

export function toJalaliDay(gregorian: CalendarDay): CalendarDay {
  return jalaliDayAt(Date.UTC(gregorian.year, gregorian.month - 1, gregorian.day));
}

/** Null when the Jalali calendar has no such day. */
export function toGregorianDay(jalali: CalendarDay): CalendarDay | null {
  const { year, month, day } = jalali;
  // Six months of 31 days, then 30; the year begins on 20, 21 or 22 March, so the guess is at most a day off.
  const dayOfYear = (month - 1) * 30 + Math.min(month - 1, 6) + day;
  const guess = Date.UTC(year + 621, 2, 20 + dayOfYear);
  for (const atMs of [guess, guess - dayMs, guess + dayMs]) {
    const found = jalaliDayAt(atMs);
    if (found.year === year && found.month === month && found.day === day) {
      const date = new Date(atMs);
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    }
  }
  return null;
}

function jalaliDayAt(atMs: number): CalendarDay {
  const found = { year: 0, month: 0, day: 0 };
  for (const part of persianCalendar.formatToParts(atMs)) {
    if (part.type === 'year' || part.type === 'month' || part.type === 'day') {
      found[part.type] = Number(part.value);
    }
  }
  return found;
}
