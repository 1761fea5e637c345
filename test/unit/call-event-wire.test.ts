import { describe, expect, test } from 'vitest';
import { readStoredEvent } from '../../electron/call-events/call-event-wire.ts';
import type { ReadEvent } from '../../electron/calls/ports.ts';
import { payloads, rawEvent, receivedAtMs } from '../support/event-fixtures.ts';

const read = (fields: Readonly<Record<string, unknown>>, name = '', timeZone = 'UTC'): ReadEvent =>
  readStoredEvent(rawEvent(fields, { name }), timeZone);

/** The event itself, or the whole answer when it is not about a call. */
const callOf = (answer: ReadEvent): unknown => (answer.kind === 'call' ? answer.event : answer);

const recordOf = (fields: Readonly<Record<string, unknown>>, timeZone = 'UTC') => {
  const answer = read({ event_name: 'Cdr', ...fields }, '', timeZone);
  if (answer.kind !== 'call' || answer.event.kind !== 'call-record') throw new Error('not a call record');
  return answer.event.record;
};

const expected: readonly (readonly [string, Readonly<Record<string, unknown>>, unknown])[] = [
  [
    'a call record',
    payloads.cdr,
    {
      kind: 'call-record',
      source: 'cdr',
      receivedAtMs,
      originatedCallId: 'orig.call.1768545036.787335',
      pbxCallId: '1768545037.378',
      record: {
        caller: '557',
        callee: '09121112233',
        direction: 'outbound',
        disposition: 'answered',
        startedAtMs: Date.UTC(2026, 0, 16, 6, 30, 37, 471),
        endedAtMs: Date.UTC(2026, 0, 16, 6, 30, 57, 471),
        waitSeconds: 11,
        talkSeconds: 9,
        totalSeconds: 20,
        recordingFiles: ['20260116_1768545037.378.mp3'],
        trunkName: 'NasimTrunk',
        queue: null,
        surveyScore: 4,
        surveyLabel: 'Service',
      },
    },
  ],
  [
    'a call record of a queue',
    payloads.cdrQueue,
    {
      kind: 'call-record',
      source: 'queue-cdr',
      receivedAtMs,
      originatedCallId: null,
      pbxCallId: '1768545037.391',
      record: {
        caller: '992',
        callee: '993',
        direction: null,
        disposition: 'answered',
        startedAtMs: Date.UTC(2026, 0, 16, 7, 29, 53, 310),
        endedAtMs: Date.UTC(2026, 0, 16, 7, 30, 28, 794),
        waitSeconds: 3,
        talkSeconds: 31,
        totalSeconds: 34,
        recordingFiles: ['20260116_1768545037.391.mp3'],
        trunkName: null,
        queue: '902',
        surveyScore: null,
        surveyLabel: null,
      },
    },
  ],
  [
    'the state of an extension',
    payloads.newState,
    {
      kind: 'extension-state',
      receivedAtMs,
      originatedCallId: null,
      pbxCallId: '1768545037.386',
      extension: '557',
      state: 'in-use',
      participant: '558',
      legDirection: 'outbound',
      queue: '902',
    },
  ],
  [
    'a call that comes in',
    payloads.incomingCall,
    {
      kind: 'incoming-call',
      receivedAtMs,
      originatedCallId: null,
      pbxCallId: '1768545037.213',
      number: '09331112233',
      trunkName: 'to_simo_51_20',
    },
  ],
  [
    'a call that goes out',
    payloads.outgoingCall,
    {
      kind: 'outgoing-call',
      receivedAtMs,
      originatedCallId: null,
      pbxCallId: '1768545037.388',
      number: '999',
      trunkName: 'to_simo_51_20',
    },
  ],
  [
    'a transfer',
    payloads.transfer,
    {
      kind: 'transfer',
      receivedAtMs,
      originatedCallId: null,
      pbxCallId: '1768545037.30',
      transferer: '993',
      transferredFrom: '991',
      transferredTo: '994',
    },
  ],
  [
    'a survey, which alone is told by `event`',
    payloads.survey,
    {
      kind: 'survey',
      receivedAtMs,
      originatedCallId: null,
      pbxCallId: '1768545037.217',
      caller: '991',
      callee: '993',
      score: 5,
      label: 'MySurvey',
    },
  ],
];

describe('every event about a call', () => {
  test.each(expected)('%s is read whole', (_, fields, event) => {
    expect(read(fields)).toEqual({ kind: 'call', event });
  });

  test.each(expected)('%s is the same as form fields and in a query', (_, fields, event) => {
    for (const encoding of ['form', 'query'] as const) {
      expect(readStoredEvent(rawEvent(fields, { encoding }), 'UTC')).toEqual({ kind: 'call', event });
    }
  });

  test.each(expected)('%s is the same when the path tells its name, in any case', (_, fields, event) => {
    const { event_name: named, event: surveyed, ...rest } = fields;
    const name = String(named ?? surveyed);
    for (const spelled of [name, name.toUpperCase(), name.toLowerCase()]) {
      expect(read(rest, spelled)).toEqual({ kind: 'call', event });
      expect(read({ ...rest, event_name: spelled })).toEqual({ kind: 'call', event });
    }
  });

  test.each(expected)('%s is the same with `cuid` for `unique_id`', (_, fields, event) => {
    const { unique_id, ...rest } = fields;
    expect(read({ ...rest, cuid: unique_id })).toEqual({ kind: 'call', event });
  });

  test.each(expected.map(([name, fields]) => [name, fields] as const))(
    '%s is still read when every field but its name is empty or missing',
    (_, fields) => {
      const { event_name: named, event: surveyed } = fields;
      const name = String(named ?? surveyed);
      const exten = { exten: '557' };
      const empty = Object.fromEntries(Object.keys(fields).map((field) => [field, '']));
      for (const poor of [
        { ...exten },
        { ...empty, ...exten },
        { ...Object.fromEntries(Object.keys(fields).map((f) => [f, null])), ...exten },
      ]) {
        const answer = read(poor, name);
        expect(answer.kind).toBe('call');
        const text = JSON.stringify(answer).replace(/"number":""/, '');
        expect(text).not.toContain('""');
        expect(text).not.toContain('undefined');
      }
    },
  );
});

describe('the other spellings of fields', () => {
  test('start_time and end_time, and the time before the date', () => {
    expect(
      recordOf({ start_time: '06:30:37.208640 2026-01-16', end_time: '06:31:00.000000 2026-01-16' }),
    ).toMatchObject({
      startedAtMs: Date.UTC(2026, 0, 16, 6, 30, 37, 208),
      endedAtMs: Date.UTC(2026, 0, 16, 6, 31),
    });
  });

  test('times carry no zone mark: the setting tells theirs', () => {
    expect(recordOf({ starttime: '2026-01-16 10:00:37.471398' }, 'Asia/Tehran').startedAtMs).toBe(
      Date.UTC(2026, 0, 16, 6, 30, 37, 471),
    );
  });

  test('a time as nested Mongo JSON', () => {
    expect(recordOf({ endtime: { $date: { $numberLong: '1624340947977' } } }).endedAtMs).toBe(1624340947977);
  });

  test.each([
    ['ANSWERED', 'answered'],
    ['Answered', 'answered'],
    ['NO ANSWER', 'no-answer'],
    ['No Answered', 'no-answer'],
    ['BUSY', 'busy'],
    ['FAILED', 'failed'],
    ['Congestion', 'congestion'],
    ['SOMETHING NEW', 'unknown'],
    ['', null],
  ])('disposition %o', (disposition, ours) => {
    expect(recordOf({ disposition }).disposition).toBe(ours);
  });

  test.each([
    ['incoming', 'inbound'],
    ['outgoing', 'outbound'],
    ['local', 'internal'],
    ['local-feature', 'internal'],
    ['no defined', null],
  ])('call type %o', (type, ours) => {
    expect(recordOf({ type }).direction).toBe(ours);
  });

  test.each([
    ['Idle', 'idle'],
    ['InUse', 'in-use'],
    ['INUSE', 'in-use'],
    ['Pause', 'paused'],
    ['Ringing', 'ringing'],
    ['Unavailable', 'unavailable'],
    ['SomethingNew', 'unknown'],
  ])('extension state %o', (state, ours) => {
    expect(callOf(read({ event_name: 'NewState', exten: 557, state }))).toMatchObject({
      extension: '557',
      state: ours,
    });
  });

  test('`number` for `exten`, `in` for an inbound leg', () => {
    expect(callOf(read({ event_name: 'NewState', number: '557', direction: 'in', state: 'Ringing' }))).toMatchObject({
      extension: '557',
      legDirection: 'inbound',
    });
  });

  test('`entry_point` of an outgoing call, `outgoing_point` before it, and `transfer` for `transferer`', () => {
    expect(callOf(read({ event_name: 'OutgoingCall', number: '1', entry_point: 'a' }))).toMatchObject({
      trunkName: 'a',
    });
    expect(recordOf({ entry_point: 'a' }).trunkName).toBe('a');
    expect(recordOf({ entry_point: 'a', outgoing_point: 'b' }).trunkName).toBe('b');
    expect(callOf(read({ event_name: 'Transfer', transfer: '993' }))).toMatchObject({ transferer: '993' });
  });

  test('numbers as numbers, as texts and with leading zeros; a label spelled right', () => {
    expect(recordOf({ src: 557, billsec: '009', poll_point: 3, poll_label: 'Right' })).toMatchObject({
      caller: '557',
      talkSeconds: 9,
      surveyScore: 3,
      surveyLabel: 'Right',
    });
  });

  test('a caller who hides the number still came in', () => {
    expect(callOf(read({ event_name: 'IncomingCall', number: '', cuid: '1.2' }))).toMatchObject({
      number: '',
      pbxCallId: '1.2',
    });
  });
});

describe('events that are not about one call', () => {
  test.each([
    [payloads.ping, { kind: 'ping' }],
    [payloads.trunkNewState, { kind: 'trunk-state', trunkName: 'NasimTrunk', state: 'unavailable' }],
    [
      { event_name: 'TrunkNewState', trunk_name: 'a', state: 'Deactivate' },
      { kind: 'trunk-state', trunkName: 'a', state: 'deactivated' },
    ],
    [
      { event_name: 'TrunkAdded', trunk_name: 'a', state: 'Ok' },
      { kind: 'trunk-state', trunkName: 'a', state: 'ok' },
    ],
    [
      { event_name: 'TrunkAdded', trunk_name: 'a' },
      { kind: 'trunk-state', trunkName: 'a', state: 'unknown' },
    ],
    [
      { event_name: 'TRUNKREMOVED', trunk_name: 'a', date: 1 },
      { kind: 'trunk-state', trunkName: 'a', state: 'removed' },
    ],
    [payloads.voiceMail, { kind: 'unknown', name: 'VoiceMail' }],
    [
      { event_name: 'ExtenAdded', exten: '557' },
      { kind: 'extension-added', extension: '557', state: 'unknown' },
    ],
    [
      { event_name: 'extenadded', number: 558, state: 'Idle' },
      { kind: 'extension-added', extension: '558', state: 'idle' },
    ],
    [
      { event_name: 'ExtenRemoved', exten: '557', state: 'Unavailable' },
      { kind: 'extension-removed', extension: '557' },
    ],
    [{ event_name: 'reservedCallInFront' }, { kind: 'unknown', name: 'reservedCallInFront' }],
    [
      { event_name: 'MadeUpTomorrow', a: 1 },
      { kind: 'unknown', name: 'MadeUpTomorrow' },
    ],
  ])('%o', (fields, event) => {
    expect(read(fields)).toEqual({ kind: 'other', event });
  });
});

describe('events that cannot be read', () => {
  test.each([
    [{}, 'no event name'],
    [{ event_name: '' }, 'no event name'],
    [{ event_name: 'NewState', state: 'Idle' }, 'no extension'],
    [{ event_name: 'ExtenRemoved' }, 'no extension'],
    [{ event_name: 'TrunkNewState', state: 'Ok' }, 'no trunk name'],
  ])('%o: %s', (fields, reason) => {
    expect(read(fields)).toEqual({ kind: 'unreadable', reason });
  });

  test('a body that is no JSON', () => {
    expect(readStoredEvent(rawEvent('{"event_name":'), 'UTC')).toEqual({ kind: 'unreadable', reason: 'not json' });
  });

  test('names out of Object.prototype are nothing special', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(read({ src: '1' }, name)).toEqual({ kind: 'other', event: { kind: 'unknown', name } });
    }
  });
});
