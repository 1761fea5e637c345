import { fromAbsolute, type ZonedDateTime } from '@internationalized/date';
import type { CallRecordPage, CallRecordPageQuery, FoundCallRecord } from '../calls/ports.ts';
import { toDirection } from '../simotel-words/direction-words.ts';
import { toDisposition } from '../simotel-words/disposition-words.ts';
import {
  firstText,
  isJsonObject,
  type JsonObject,
  textsOf,
  toScore,
  toWholeNumber,
} from '../simotel-words/field-readers.ts';
import { parsePbxTime } from '../simotel-words/pbx-time.ts';
import { parseList } from './pbx-wire.ts';
import { sameParty, searchedNumber } from './same-party.ts';

export interface CallRecordQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly caller: string;
  readonly callee: string;
}

const pageLength = 50;
/** Some 900 bytes each, and an answer may have 256 KB. */
const longPageLength = 100;
const minuteMs = 60_000;

export function toCallRecordSearchBody(query: CallRecordQuery, timeZone: string): Readonly<Record<string, unknown>> {
  return {
    alike: 'true',
    conditions: { from: query.caller, to: query.callee },
    date_range: dateRange(query, timeZone),
    pagination: { start: 0, count: pageLength, sorting: { starttime: -1 } },
  };
}

/** Newest first: what is added while pages are read comes before them, and shifts some rows into the next page. */
export function toCallRecordPageBody(query: CallRecordPageQuery, timeZone: string): Readonly<Record<string, unknown>> {
  const party = searchedNumber(query.party);
  return {
    alike: 'true',
    conditions: query.side === 'caller' ? { from: party, to: '' } : { from: '', to: party },
    date_range: dateRange(query, timeZone),
    pagination: { start: query.start, count: longPageLength, sorting: { starttime: -1 } },
  };
}

/** The records of calls between the two parties that began in the time asked for; null when there is no list. */
export function parseCallRecords(
  data: unknown,
  query: CallRecordQuery,
  timeZone: string,
): readonly FoundCallRecord[] | null {
  return parseRows(data, timeZone)?.found.filter((found) => isAskedFor(found, query)) ?? null;
}

/** What is alike only is dropped: to the PBX 557 is in 05571234. Null when there is no list. */
export function parseCallRecordPage(
  data: unknown,
  query: CallRecordPageQuery,
  timeZone: string,
): CallRecordPage | null {
  const read = parseRows(data, timeZone);
  if (read === null) return null;
  const { pagination } = isJsonObject(data) ? data : {};
  const { total } = isJsonObject(pagination) ? pagination : {};
  const found = read.found.filter(({ record }) => sameParty(record[query.side], query.party));
  return { found, rows: read.rows, total: toWholeNumber(total) };
}

function parseRows(
  data: unknown,
  timeZone: string,
): { readonly found: readonly FoundCallRecord[]; readonly rows: number } | null {
  const rows = parseList(data);
  if (rows === null) return null;
  return { found: rows.filter(isJsonObject).map((row) => toFoundCallRecord(row, timeZone)), rows: rows.length };
}

/** A report record in our words. Its times may be in two calendars and in Mongo's form at once. */
export function toFoundCallRecord(row: JsonObject, timeZone: string): FoundCallRecord {
  const { type, disposition, starttime, start, endtime, wait, billsec, duration } = row;
  // The id of the call, under the name of today or of older servers, before that of one of its legs.
  const ids = [firstText(row, 'cuid'), firstText(row, 'unique_id'), firstText(row, 'uniqueid')];
  const talkSeconds = toWholeNumber(billsec);
  const waitSeconds = toWholeNumber(wait);
  const pbxCallIds = [...new Set(ids.filter((id) => id !== null))];
  const startedAtMs = parsePbxTime(starttime, timeZone) ?? parsePbxTime(start, timeZone);
  // Asterisk's ids begin with the second in which the call was made, in UTC, whatever calendar and zone reports have.
  const told = pbxCallIds.map((id) => parsePbxTime(id, 'UTC'));
  return {
    pbxCallIds,
    mayHaveBegunAtMs: [startedAtMs, ...told].filter((atMs) => atMs !== null),
    record: {
      caller: firstText(row, 'src'),
      callee: firstText(row, 'dst'),
      direction: toDirection(type),
      disposition: toDisposition(disposition),
      startedAtMs,
      endedAtMs: parsePbxTime(endtime, timeZone),
      waitSeconds,
      talkSeconds,
      totalSeconds: totalSeconds(toWholeNumber(duration), waitSeconds, talkSeconds),
      recordingFiles: textsOf(row, 'record'),
      trunkName: firstText(row, 'outgoing_point', 'entry_point'),
      queue: firstText(row, 'queue'),
      surveyScore: toScore(firstText(row, 'poll_point')),
      surveyLabel: firstText(row, 'poll_lable', 'poll_label'),
    },
  };
}

/** Real servers write `duration: 1` on a call of a minute: what is shorter than the talk is not the whole call. */
function totalSeconds(duration: number | null, wait: number | null, talk: number | null): number | null {
  const sum = wait === null || talk === null ? null : wait + talk;
  return duration === null || (talk !== null && duration < talk) ? sum : duration;
}

function isAskedFor({ mayHaveBegunAtMs, record }: FoundCallRecord, query: CallRecordQuery): boolean {
  const inTime = mayHaveBegunAtMs.some((atMs) => atMs >= query.fromMs && atMs <= query.toMs);
  return inTime && sameParty(record.caller, query.caller) && sameParty(record.callee, query.callee);
}

/** Whole minutes only, so the range is a little wider than asked. */
function dateRange({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }, timeZone: string) {
  return { from: reportMinute(fromMs, timeZone), to: reportMinute(toMs + minuteMs, timeZone) };
}

/** `YYYY-MM-DD HH:MM`, Gregorian, in the zone of the PBX's reports. */
function reportMinute(atMs: number, timeZone: string): string {
  const { year, month, day, hour, minute } = inZone(atMs, timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

function inZone(atMs: number, timeZone: string): ZonedDateTime {
  try {
    return fromAbsolute(atMs, timeZone);
  } catch {
    // No such zone on this computer: it is only what the PBX looks through first.
    return fromAbsolute(atMs, 'UTC');
  }
}
