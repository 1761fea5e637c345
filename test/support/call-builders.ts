import type { OwnIdentity } from '../../shared/domain/advance-call.ts';
import type { Call } from '../../shared/domain/call.ts';
import type { CallEvent, CallEventBody, CallRecord } from '../../shared/domain/call-event.ts';
import { nothingHeard } from '../../shared/domain/call-parties.ts';
import { type OriginateRequest, startCall } from '../../shared/domain/start-call.ts';

/** 2024-01-21T08:00:00Z */
export const morningMs = 1_705_824_000_000;

export const own: OwnIdentity = { profile: 'office', agentNumber: '101' };

export function anOriginateRequest(changes: Partial<OriginateRequest> = {}): OriginateRequest {
  return {
    caller: own.agentNumber,
    callee: '09123456789',
    callerId: '02188776655',
    dialplanContext: 'main',
    trunkName: null,
    timeoutSeconds: 30,
    callLimitSeconds: null,
    ...changes,
  };
}

export function anOriginatedCall(request: Partial<OriginateRequest> = {}, changes: Partial<Call> = {}): Call {
  return { ...startCall('call-1', own.profile, anOriginateRequest(request), morningMs), ...changes };
}

/** Only what every call has. */
export function aMinimalCall(changes: Partial<Call> = {}): Call {
  return {
    id: 'office:1610778618.378',
    profile: own.profile,
    agentNumber: own.agentNumber,
    startedAtMs: morningMs,
    direction: 'inbound',
    caller: '',
    callee: '',
    dialled: null,
    ruleName: null,
    callerId: null,
    trunkName: null,
    timeoutSeconds: null,
    callLimitSeconds: null,
    outcome: 'none',
    outcomeAtMs: null,
    outcomeMessage: null,
    originatedCallId: null,
    pbxCallIds: [],
    heard: nothingHeard(morningMs),
    observed: {},
    records: {},
    survey: null,
    settlement: null,
    ...changes,
  };
}

export function aRecord(changes: Partial<CallRecord> = {}): CallRecord {
  return {
    caller: null,
    callee: null,
    direction: null,
    disposition: null,
    startedAtMs: null,
    endedAtMs: null,
    waitSeconds: null,
    talkSeconds: null,
    totalSeconds: null,
    recordingFiles: [],
    trunkName: null,
    queue: null,
    surveyScore: null,
    surveyLabel: null,
    ...changes,
  };
}

/** Every field holds something, and no two texts are alike. */
export function aFullCall(changes: Partial<Call> = {}): Call {
  const record = aRecord({
    caller: '101',
    callee: '09123456789',
    direction: 'outbound',
    disposition: 'answered',
    startedAtMs: morningMs - 250,
    endedAtMs: morningMs + 42_000,
    waitSeconds: 11,
    talkSeconds: 31,
    totalSeconds: 42,
    recordingFiles: ['20240121_1705824000.12.mp3'],
    trunkName: 'to_simo_51_20',
    queue: '902',
    surveyScore: 4,
    surveyLabel: 'رضایت مشتری',
  });
  return {
    id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    profile: own.profile,
    agentNumber: '101',
    startedAtMs: morningMs,
    direction: 'outbound',
    caller: '101',
    callee: '09123456789',
    dialled: '909123456789',
    ruleName: 'Mobile',
    callerId: '02188776655',
    trunkName: 'asked-for-trunk',
    timeoutSeconds: 30,
    callLimitSeconds: 600,
    outcome: 'unknown',
    outcomeAtMs: morningMs + 8000,
    outcomeMessage: 'pbx-timeout',
    originatedCallId: 'orig.call.1705824000.787335',
    pbxCallIds: ['1705824000.12', '1705824001.13'],
    heard: {
      firstAtMs: morningMs - 40,
      incomingNumber: '02144556677',
      outgoingNumber: '+989123456789',
      participant: '102',
      legDirection: 'inbound',
      trunkName: 'heard-trunk',
      queue: 'heard-queue',
    },
    observed: {
      'agent-ringing': morningMs + 300,
      'agent-dialled-out': morningMs + 310,
      'agent-in-use': morningMs + 2000,
      'agent-in-use-with-other': morningMs + 5500,
      'agent-idle': morningMs + 42_000,
      'other-dialled-out': morningMs + 2500,
      'other-ringing': morningMs + 2600,
      'other-in-use': morningMs + 5400,
      'came-in': morningMs + 1,
    },
    records: {
      cdr: record,
      'queue-cdr': { ...record, disposition: 'busy', recordingFiles: [] },
      report: { ...record, talkSeconds: 0, trunkName: 'report-trunk' },
    },
    survey: { score: 5, label: 'good' },
    settlement: { atMs: morningMs + 70_000, disposition: 'agent-no-answer', reason: 'caller-silent' },
    ...changes,
  };
}

type EventDetails = { readonly [K in CallEventBody['kind']]: Extract<CallEventBody, { kind: K }> };

/** An event `afterMs` after the morning's start, without ids unless they are given. */
export function anEvent(
  afterMs: number,
  body: CallEventBody,
  ids: Partial<Pick<CallEvent, 'originatedCallId' | 'pbxCallId'>> = {},
): CallEvent {
  return { originatedCallId: null, pbxCallId: null, receivedAtMs: morningMs + afterMs, ...ids, ...body };
}

type StateBody = EventDetails['extension-state'];

export function extensionState(
  extension: string,
  state: StateBody['state'],
  participant: string | null = null,
  legDirection: StateBody['legDirection'] = null,
): StateBody {
  return { kind: 'extension-state', extension, state, participant, legDirection, queue: null };
}

export function callRecord(
  source: EventDetails['call-record']['source'],
  record: Partial<CallRecord>,
): EventDetails['call-record'] {
  return { kind: 'call-record', source, record: aRecord(record) };
}
