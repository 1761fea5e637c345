import { CalendarDateTime, GregorianCalendar, PersianCalendar, toZoned } from '@internationalized/date';
import { toLatinDigits } from '../../shared/domain/digits.ts';
import { isJsonObject } from './field-readers.ts';

const gregorian = new GregorianCalendar();
const persian = new PersianCalendar();

// A PBX has no records of the Gregorian 17th century, and the Persian year 1700 is three centuries away.
const firstGregorianYear = 1700;

const date = String.raw`(\d{4})[-/](\d{1,2})[-/](\d{1,2})`;
const time = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const zone = String.raw`\s*(Z|[+-]\d{2}:?\d{2})?`;
const dateFirst = new RegExp(`^${date}[ T]+${time}${zone}$`, 'i');
// The form of one of the vendor's documents.
const timeFirst = new RegExp(`^${time}[ ]+${date}$`);

/**
 * Any time the PBX sends, as UTC epoch milliseconds; null for what is not one, also for a day or an hour that does not
 * exist. Texts carry no zone mark, so `timeZone` is the one in which this PBX writes them: UTC for events by default,
 * its local zone for reports. Persian (Jalali) and Gregorian years are told apart by their number.
 */
export function parsePbxTime(value: unknown, timeZone: string): number | null {
  if (typeof value === 'number') {
    return fromEpoch(value);
  }
  if (typeof value === 'string') {
    return fromText(toLatinDigits(value.trim()), timeZone);
  }
  if (!isJsonObject(value)) {
    return null;
  }
  const { $date } = value;
  return fromMongo($date);
}

/** Mongo extended JSON: canonical `{"$numberLong": "ms"}`, or relaxed: milliseconds or an ISO text in UTC. */
function fromMongo(value: unknown): number | null {
  if (typeof value === 'string' && !/^\d+$/.test(value)) {
    return fromText(value.trim(), 'UTC');
  }
  const { $numberLong } = isJsonObject(value) ? value : { $numberLong: value };
  const atMs = Number($numberLong);
  return Number.isSafeInteger(atMs) && atMs > 0 ? atMs : null;
}

function fromText(text: string, timeZone: string): number | null {
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) {
    return fromEpoch(Number(text));
  }
  const forward = dateFirst.exec(text);
  if (forward !== null) {
    const [, year, month, day, hour, minute, second, fraction, mark] = forward;
    return fromParts([year, month, day, hour, minute, second], fraction, mark ?? null, timeZone);
  }
  const backward = timeFirst.exec(text);
  if (backward !== null) {
    const [, hour, minute, second, fraction, year, month, day] = backward;
    return fromParts([year, month, day, hour, minute, second], fraction, null, timeZone);
  }
  return null;
}

/** Seconds, or milliseconds where as seconds it would be thousands of years away. */
function fromEpoch(value: number): number | null {
  if (!Number.isFinite(value) || value < 1e8 || value >= 1e14) {
    return null;
  }
  return Math.round(value < 1e11 ? value * 1000 : value);
}

function fromParts(
  parts: readonly (string | undefined)[],
  fraction: string | undefined,
  mark: string | null,
  timeZone: string,
): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  const milliseconds = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  const calendar = year < firstGregorianYear ? persian : gregorian;
  const written = new CalendarDateTime(calendar, year, month, day, hour, minute, second, milliseconds);
  // The library moves a day that does not exist to the nearest one; ours would then be a made-up time.
  const exists = written.year === year && written.month === month && written.day === day;
  if (!exists || hour > 23 || minute > 59 || second > 59) {
    return null;
  }
  const atMs =
    mark === null ? zonedMs(written, timeZone) : written.toDate('UTC').getTime() - offsetMinutes(mark) * 60_000;
  return atMs === null || atMs < 0 ? null : atMs;
}

/** Null when there is no such zone: a guess would put calls at the wrong hour. */
function zonedMs(written: CalendarDateTime, timeZone: string): number | null {
  try {
    return toZoned(written, timeZone).toDate().getTime();
  } catch (problem) {
    if (problem instanceof RangeError) {
      return null;
    }
    throw problem;
  }
}

function offsetMinutes(mark: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(mark);
  const minutes = match === null ? 0 : Number(match[2]) * 60 + Number(match[3]);
  return match?.[1] === '-' ? -minutes : minutes;
}
