import { type Answer, fileGone, refuse, succeed } from './answer.ts';
import type { CdrStore } from './cdr-store.ts';
import { knownConditions, meetsConditions } from './conditions.ts';
import type { FinishedCall } from './finished-call.ts';
import { flagField, type JsonObject, objectField, textField } from './json-fields.ts';
import { readPagination, toPage } from './paging.ts';
import { toReportRecord } from './report-record.ts';
import { parseReportTime } from './report-time.ts';
import { postService, type Services } from './service.ts';
import { toneWav } from './tone.ts';

export function reportServices(store: CdrStore): Services {
  return {
    'reports/cdr/search': postService((body) => searchCalls(store, body, 'cdr')),
    'reports/quick/search': postService((body) => searchCalls(store, body, 'quick')),
    'reports/audio/download': postService((body) => downloadAudio(store, body)),
  };
}

function searchCalls(store: CdrStore, body: JsonObject, target: 'cdr' | 'quick'): Answer {
  const range = readDateRange(objectField(body, 'date_range'));
  if (range === null) {
    return refuse("Field 'date_range':value is not valid");
  }
  const conditions = knownConditions(body, ['from', 'to', 'cuid']);
  const alike = flagField(body, 'alike');
  const found = store.calls.filter(
    (call) =>
      call.startedAtMs >= range.fromMs &&
      call.startedAtMs <= range.toMs &&
      meetsConditions({ from: call.caller, to: call.callee, cuid: call.pbxCallId }, conditions, alike),
  );
  const page = toPage(found, readPagination(body, { starttime: -1 }), sortKey);
  return succeed({ pagination: page.pagination, target, useGroupBy: false, data: page.rows.map(toReportRecord) });
}

function downloadAudio(store: CdrStore, body: JsonObject): Answer {
  const file = textField(body, 'file');
  if (file === '') {
    return refuse("Field 'file':value is missing");
  }
  const seconds = store.recordingSeconds(file);
  return seconds === null ? fileGone() : { kind: 'audio', status: 200, bytes: toneWav(seconds) };
}

/** Both ends are optional: a search by `cuid` sends `{}`. Null when an end is there and is no time. */
function readDateRange(range: JsonObject): { fromMs: number; toMs: number } | null {
  const from = textField(range, 'from');
  const to = textField(range, 'to');
  const fromMs = from === '' ? Number.NEGATIVE_INFINITY : parseReportTime(from);
  const toMs = to === '' ? Number.POSITIVE_INFINITY : parseReportTime(to);
  return fromMs === null || toMs === null ? null : { fromMs, toMs };
}

/** Times sort as times: their texts are in two calendars. */
function sortKey(call: FinishedCall, field: string): string | number {
  switch (field) {
    case 'starttime':
    case 'start':
      return call.startedAtMs;
    case 'endtime':
      return call.endedAtMs;
    case 'billsec':
      return call.talkSeconds;
    case 'wait':
      return call.waitSeconds;
    case 'duration':
      return call.waitSeconds + call.talkSeconds;
    default:
      return textField(toReportRecord(call), field);
  }
}
