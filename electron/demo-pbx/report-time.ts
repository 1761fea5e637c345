import { type CalendarDay, toGregorianDay, toJalaliDay } from './jalali.ts';

// Reports use the server's local time, Tehran on nearly every Simotel, in two calendars.
const tehranClock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
  timeZone: 'Asia/Tehran',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

export function toGregorianReportTime(atMs: number): string {
  const { day, time } = tehranTime(atMs);
  return `${dashed(day)} ${time}`;
}

export function toJalaliReportTime(atMs: number): string {
  const { day, time } = tehranTime(atMs);
  return `${dashed(toJalaliDay(day))} ${time}`;
}

/** `YYYY-MM-DD HH:MM` with or without seconds, in either calendar; null when it is neither. */
export function parseReportTime(text: string): number | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text.trim());
  if (match === null) {
    return null;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  // No phone system has records of the Gregorian 17th century, no Persian date is past 1699 yet.
  const gregorian = year < 1700 ? toGregorianDay({ year, month, day }) : existingDay({ year, month, day });
  if (gregorian === null || hour > 23 || minute > 59 || second > 59) {
    return null;
  }
  const asIfUtc = Date.UTC(gregorian.year, gregorian.month - 1, gregorian.day, hour, minute, second);
  const firstGuess = asIfUtc - tehranOffsetAt(asIfUtc);
  return asIfUtc - tehranOffsetAt(firstGuess);
}

function existingDay(day: CalendarDay): CalendarDay | null {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day));
  return date.getUTCMonth() + 1 === day.month && date.getUTCDate() === day.day ? day : null;
}

function tehranOffsetAt(atMs: number): number {
  const { day, time } = tehranTime(atMs);
  return Date.parse(`${dashed(day)}T${time}Z`) - Math.floor(atMs / 1000) * 1000;
}

function tehranTime(atMs: number): { day: CalendarDay; time: string } {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of tehranClock.formatToParts(atMs)) {
    parts[part.type] = part.value;
  }
  return {
    day: { year: Number(parts.year), month: Number(parts.month), day: Number(parts.day) },
    time: `${parts.hour}:${parts.minute}:${parts.second}`,
  };
}

function dashed(day: CalendarDay): string {
  return `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
}
