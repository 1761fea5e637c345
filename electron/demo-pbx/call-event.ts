import type { CallEnding } from './call-script.ts';
import type { EventFields } from './demo-pbx-types.ts';
import { toEventTime, toTimeFirstEventTime } from './event-time.ts';
import type { FinishedCall } from './finished-call.ts';

/** An event of a played call, before the ids of the call are added. */
export interface CallEvent {
  readonly name: string;
  readonly fields: EventFields;
  /** The vendor sends `originated_call_id` with some events only. */
  readonly withOriginatedCallId: boolean;
  /** The name of the call id's field, whatever the target is set to. */
  readonly idField?: 'cuid';
}

export function toCdrEvent(call: FinishedCall, spelling: CallEnding['cdrSpelling']): CallEvent {
  const common = {
    src: call.caller,
    dst: call.callee,
    type: call.callType,
    record: call.recordFile,
    poll_point: call.survey?.point ?? '',
    poll_lable: call.survey?.label ?? '',
    entry_point: call.entryPoint,
    outgoing_point: call.outgoingPoint,
  };
  const duration = call.waitSeconds + call.talkSeconds;
  if (spelling === 'other') {
    return {
      name: 'CDR',
      fields: {
        start_time: toTimeFirstEventTime(call.startedAtMs),
        end_time: toTimeFirstEventTime(call.endedAtMs),
        ...common,
        disposition: 'Answered',
        duration: String(duration),
        billsec: String(call.talkSeconds),
        wait: String(call.waitSeconds),
      },
      withOriginatedCallId: false,
      idField: 'cuid',
    };
  }
  return {
    name: 'Cdr',
    fields: {
      starttime: toEventTime(call.startedAtMs),
      endtime: toEventTime(call.endedAtMs),
      ...common,
      disposition: call.disposition,
      // Numbers and strings side by side, as in the vendor's payloads.
      duration: String(duration),
      billsec: call.talkSeconds,
      wait: call.waitSeconds,
    },
    withOriginatedCallId: call.callType !== 'incoming',
  };
}

export function toSurveyEvent(call: FinishedCall): CallEvent {
  return {
    name: 'Survey',
    fields: {
      src: call.caller,
      dst: call.callee,
      queue: '',
      date: toEventTime(call.endedAtMs),
      point: call.survey?.point ?? '',
      label: call.survey?.label ?? '',
    },
    withOriginatedCallId: false,
  };
}
