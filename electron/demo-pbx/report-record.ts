import type { FinishedCall } from './finished-call.ts';
import { toGregorianReportTime, toJalaliReportTime } from './report-time.ts';

/**
 * A finished call as the report services send it, with the contradictions of real servers: Jalali `start` and
 * `starttime` beside a Gregorian `answer`, and in every third record Mongo's extended JSON for `endtime` together
 * with a `duration` that is not the length of the call.
 */
export function toReportRecord(call: FinishedCall): Record<string, unknown> {
  const odd = isOdd(call);
  const duration = odd ? 1 : call.waitSeconds + call.talkSeconds;
  return {
    _id: Buffer.from(call.pbxCallId.padStart(12, '0').slice(-12)).toString('hex'),
    type: call.callType,
    [call.written === 'old-id' ? 'unique_id' : 'cuid']: call.pbxCallId,
    clid: `"" <${call.callType === 'incoming' ? call.caller : call.callee}>`,
    src: call.caller,
    dst: call.callee,
    dcontext: 'main_routing',
    channel: `SIP/${call.callType === 'outgoing' ? call.outgoingPoint : call.caller}-00009cb6`,
    dstchannel: '',
    lastapp: 'Hangup',
    lastdata: '',
    start: toJalaliReportTime(call.startedAtMs),
    answer: call.answeredAtMs === null ? '' : toGregorianReportTime(call.answeredAtMs),
    duration,
    billsec: call.talkSeconds,
    disposition: call.disposition,
    amaflags: 'DOCUMENTATION',
    accountcode: '',
    uniqueid: call.pbxCallId.replace(/\d+$/, (counter) => String(Number(counter) + 1)),
    userfield: '',
    sequence: '54231',
    comment: '',
    v: 2,
    entry_point: call.entryPoint,
    outgoing_point: call.outgoingPoint,
    wait: call.waitSeconds,
    starttime: startTime(call),
    endtime: odd ? { $date: { $numberLong: String(call.endedAtMs) } } : toJalaliReportTime(call.endedAtMs),
    record: call.recordFile,
    [call.disposition]: 1,
    [call.callType]: 1,
    billsec_hhmmss: clock(call.talkSeconds),
    wait_hhmmss: clock(call.waitSeconds),
    duration_hhmmss: clock(duration),
  };
}

function startTime({ startedAtMs, written }: FinishedCall): unknown {
  if (written === 'gregorian') {
    return toGregorianReportTime(startedAtMs);
  }
  return written === 'mongo' ? { $date: new Date(startedAtMs).toISOString() } : toJalaliReportTime(startedAtMs);
}

function isOdd(call: FinishedCall): boolean {
  return Number(call.pbxCallId.split('.')[1] ?? 0) % 3 === 0;
}

function clock(seconds: number): string {
  const pieces = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return pieces.map((piece) => String(piece).padStart(2, '0')).join(':');
}
