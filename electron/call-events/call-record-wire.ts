import type { CallRecord } from '../../shared/domain/call-event.ts';
import { toDirection } from '../simotel-words/direction-words.ts';
import { toDisposition } from '../simotel-words/disposition-words.ts';
import { firstText, textsOf, toScore, toWholeNumber } from '../simotel-words/field-readers.ts';
import { parsePbxTime } from '../simotel-words/pbx-time.ts';
import type { EventFields } from './event-body.ts';

/** The fields that Cdr and CdrQueue share; what one of them does not have is null. */
export function readCallRecord(fields: EventFields, timeZone: string): CallRecord {
  return {
    caller: firstText(fields, 'src'),
    callee: firstText(fields, 'dst'),
    direction: toDirection(firstText(fields, 'type')),
    disposition: toDisposition(firstText(fields, 'disposition')),
    startedAtMs: readTime(fields, timeZone, 'starttime', 'start_time'),
    endedAtMs: readTime(fields, timeZone, 'endtime', 'end_time'),
    waitSeconds: toWholeNumber(firstText(fields, 'wait')),
    talkSeconds: toWholeNumber(firstText(fields, 'billsec')),
    totalSeconds: toWholeNumber(firstText(fields, 'duration')),
    recordingFiles: textsOf(fields, 'record'),
    trunkName: firstText(fields, 'outgoing_point', 'entry_point'),
    queue: firstText(fields, 'queue'),
    surveyScore: toScore(firstText(fields, 'poll_point')),
    // `poll_lable` is the vendor's spelling.
    surveyLabel: firstText(fields, 'poll_lable', 'poll_label'),
  };
}

/** The first of the fields that holds a time; also Mongo's `{"$date": ...}`, which some servers let through. */
function readTime(fields: EventFields, timeZone: string, ...names: readonly string[]): number | null {
  for (const name of names) {
    const atMs = parsePbxTime(fields[name], timeZone);
    if (atMs !== null) return atMs;
  }
  return null;
}
