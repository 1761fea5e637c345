import type { RawEvent } from '../../electron/calls/ports.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Payloads of our own in the vendor's form, one per documented event. */
export const payloads = {
  cdr: {
    event_name: 'Cdr',
    starttime: '2026-01-16 06:30:37.471398',
    endtime: '2026-01-16 06:30:57.471398',
    src: '557',
    dst: '09121112233',
    type: 'outgoing',
    disposition: 'ANSWERED',
    duration: '20',
    billsec: 9,
    wait: 11,
    record: '20260116_1768545037.378.mp3',
    poll_point: '4',
    poll_lable: 'Service',
    outgoing_point: 'NasimTrunk',
    unique_id: '1768545037.378',
    originated_call_id: 'orig.call.1768545036.787335',
  },
  newState: {
    event_name: 'NewState',
    exten: '557',
    state: 'InUse',
    participant: '558',
    direction: 'out',
    queue: '902',
    unique_id: '1768545037.386',
  },
  incomingCall: {
    event_name: 'IncomingCall',
    number: '09331112233',
    unique_id: '1768545037.213',
    entry_point: 'to_simo_51_20',
  },
  outgoingCall: {
    event_name: 'OutgoingCall',
    number: '999',
    unique_id: '1768545037.388',
    outgoing_point: 'to_simo_51_20',
  },
  transfer: {
    event_name: 'Transfer',
    unique_id: '1768545037.30',
    transferer: '993',
    transferred_from: '991',
    transferred_to: '994',
  },
  cdrQueue: {
    event_name: 'CdrQueue',
    unique_id: '1768545037.391',
    src: '992',
    dst: '993',
    queue: '902',
    billsec: '31',
    wait: '3',
    duration: '34',
    agent_wait: '3',
    disposition: 'ANSWERED',
    hangup: 'agent',
    queue_status: 'CONTINUE',
    record: '20260116_1768545037.391.mp3',
    starttime: '2026-01-16 07:29:53.310319',
    endtime: '2026-01-16 07:30:28.794906',
    detail: [{ src: '992', dst: '993', billsec: '31', wait: '3', disposition: 'ANSWERED', comment: '', tries: '1' }],
  },
  survey: {
    event: 'Survey',
    unique_id: '1768545037.217',
    src: '991',
    dst: '993',
    queue: '902',
    date: '2026-01-09 07:47:45.483185',
    point: 5,
    label: 'MySurvey',
  },
  voiceMail: {
    event_name: 'VoiceMail',
    id: '5fedc3b31b05af9835bbcfdd',
    number: '5555',
    state: 'SUCCESS',
    date: '2026-12-31 12:27:31.752195',
    filename: '5555_1609417639-vm-record-file-8766.wav',
    duration: '1',
    caller: '992',
  },
  trunkNewState: {
    event_name: 'TrunkNewState',
    trunk_name: 'NasimTrunk',
    trunk_type: 'SIP',
    state: 'Unavailable',
    last_time: 1768545000,
    date: 1768545037,
  },
  ping: { event_name: 'Ping' },
} satisfies Record<string, Fields>;

export const receivedAtMs = Date.UTC(2026, 0, 16, 8);

/** Fields in each of the three encodings; nested ones are JSON texts in pairs. */
export function encodeFields(encoding: RawEvent['encoding'], fields: Fields): string {
  if (encoding === 'json') return JSON.stringify(fields);
  const pairs = Object.entries(fields).map(([name, value]): [string, string] => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);
  return new URLSearchParams(pairs).toString();
}

export function rawEvent(fields: Fields | string, rest: Partial<Pick<RawEvent, 'encoding' | 'name'>> = {}): RawEvent {
  const encoding = rest.encoding ?? 'json';
  return {
    profile: 'office',
    receivedAtMs,
    name: rest.name ?? '',
    dedupeKey: null,
    pbxCallId: null,
    encoding,
    body: Buffer.from(typeof fields === 'string' ? fields : encodeFields(encoding, fields)),
  };
}
