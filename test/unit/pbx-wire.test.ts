import { describe, expect, it } from 'vitest';
import { parseEnvelope, parseOriginatedCallId, parseTrunks, toOriginateBody } from '../../electron/pbx/pbx-wire.ts';
import { parseCallRecords, toCallRecordSearchBody } from '../../electron/pbx/report-wire.ts';
import { sameParty } from '../../electron/pbx/same-party.ts';
import type { OriginateRequest } from '../../shared/domain/start-call.ts';

const tehran = 'Asia/Tehran';

describe('the originate body', () => {
  const plain: OriginateRequest = {
    caller: '557',
    callee: '558',
    callerId: '557',
    dialplanContext: 'main_routing',
    trunkName: null,
    timeoutSeconds: null,
    callLimitSeconds: null,
  };

  it.each<[string, Partial<OriginateRequest>, string]>([
    ['1: extension to extension', {}, '{"caller":"557","callee":"558","context":"main_routing","caller_id":"557"}'],
    [
      '2: outside number to extension, trunk given',
      { caller: '09371234567', callee: '557', callerId: 'masking', trunkName: 'Cisco' },
      '{"caller":"09371234567","callee":"557","context":"main_routing","caller_id":"masking","trunk_name":"Cisco"}',
    ],
    [
      '3: extension to outside number, context only',
      { callee: '09371234567', callerId: 'masking' },
      '{"caller":"557","callee":"09371234567","context":"main_routing","caller_id":"masking"}',
    ],
    [
      '4: outside to outside, trunk given',
      { caller: '09371234567', callee: '09151412541', callerId: 'masking', trunkName: 'Cisco', timeoutSeconds: 60 },
      '{"caller":"09371234567","callee":"09151412541","context":"main_routing","caller_id":"masking","trunk_name":"Cisco","timeout":"60"}',
    ],
    [
      'with everything',
      { trunkName: 'Cisco', timeoutSeconds: 30, callLimitSeconds: 300 },
      '{"caller":"557","callee":"558","context":"main_routing","caller_id":"557","trunk_name":"Cisco","timeout":"30","call_limit":"300"}',
    ],
    [
      'with an empty trunk',
      { trunkName: '' },
      '{"caller":"557","callee":"558","context":"main_routing","caller_id":"557"}',
    ],
  ])('of scenario %s', (_name, changes, expected) => {
    expect(JSON.stringify(toOriginateBody({ ...plain, ...changes }))).toBe(expected);
  });
});

describe('the envelope', () => {
  it.each([
    [1, true],
    [0, false],
    [true, true],
    [false, false],
    ['1', true],
    ['0', false],
  ])('success %j is %j', (success, expected) => {
    expect(parseEnvelope({ success, message: '', data: 7 })).toEqual({ success: expected, message: null, data: 7 });
  });

  it.each([[null], [[]], ['text'], [{}], [{ success: 2 }], [{ success: null }], [undefined]])(
    'is nothing in %j',
    (json) => {
      expect(parseEnvelope(json)).toBeNull();
    },
  );

  it('holds the id of the originated call, on servers that tell it', () => {
    expect(parseOriginatedCallId({ originated_call_id: 'orig.call.1' })).toBe('orig.call.1');
    expect(parseOriginatedCallId({ originated_call_id: '' })).toBeNull();
    expect(parseOriginatedCallId(null)).toBeNull();
  });
});

describe('trunks', () => {
  // The vendor's sample, with its passwords.
  const row = {
    _id: '603b7ff482f9b45dfc5429f9',
    trunk_type: 'SIP',
    name: 'trunk_name_new',
    register_string: '3591011020:as#3591011020@192.168.1.10/3591011020',
    secret: 'as#3591011020',
    active: 'no',
    host: '192.168.1.10',
    more_options: 'fromuser=3591011020username=3591011020secret=as#3591011020',
    description: '',
  };

  it('keep their name, description and whether they are active, and nothing that holds a password', () => {
    const trunks = parseTrunks([row, { ...row, name: 'Cisco', active: 'yes', description: ' Main line ' }]);
    expect(trunks).toEqual([
      { name: 'trunk_name_new', description: '', active: false },
      { name: 'Cisco', description: 'Main line', active: true },
    ]);
    expect(JSON.stringify(trunks)).not.toContain('3591011020');
  });

  it.each([
    [null, []],
    [undefined, []],
    [{ pagination: {}, data: [{ name: 'Cisco' }] }, [{ name: 'Cisco', description: '', active: true }]],
    [[{ name: '' }, null, 'Cisco', {}], []],
    ['none', null],
    [{ data: 'none' }, null],
  ])('in %j are %j', (data, expected) => {
    expect(parseTrunks(data)).toEqual(expected);
  });
});

describe('a search for call records', () => {
  it('asks for both parties and whole Gregorian minutes in the zone of the reports', () => {
    const query = {
      fromMs: Date.parse('2021-06-22T05:45:59.999Z'),
      toMs: Date.parse('2021-06-22T19:45:01Z'),
      caller: '562',
      callee: '09365018573',
    };
    expect(toCallRecordSearchBody(query, tehran)).toEqual({
      alike: 'true',
      conditions: { from: '562', to: '09365018573' },
      date_range: { from: '2021-06-22 10:15', to: '2021-06-23 00:16' },
      pagination: { start: 0, count: 50, sorting: { starttime: -1 } },
    });
    expect(toCallRecordSearchBody(query, 'Mars/Olympus')).toMatchObject({
      date_range: { from: '2021-06-22 05:45', to: '2021-06-22 19:46' },
    });
  });
});

describe('call records', () => {
  // The vendor's sample: two calendars and Mongo's form in one record, and a duration shorter than the talk.
  const row = {
    type: 'outgoing',
    cuid: '1624340875.75933',
    src: '562',
    dst: '09365018573',
    start: '1400-04-01 10:19:04',
    answer: '2021-06-22 10:19:04',
    duration: 1,
    billsec: 54,
    disposition: 'ANSWERED',
    uniqueid: '1624340875.75934',
    outgoing_point: 'center',
    wait: 14,
    starttime: '1400-04-01 10:19:06',
    endtime: { $date: { $numberLong: '1624340947977' } },
    record: '20210622_1624340875.75933.mp3',
  };
  const around = {
    fromMs: Date.parse('2021-06-22T05:45:00Z'),
    toMs: Date.parse('2021-06-22T05:55:00Z'),
    caller: '562',
    callee: '09365018573',
  };
  const found = (changes: Record<string, unknown> = {}, query: Partial<typeof around> = {}) =>
    parseCallRecords({ data: [{ ...row, ...changes }] }, { ...around, ...query }, tehran);

  it('are read in our words', () => {
    expect(found()).toEqual([
      {
        pbxCallIds: ['1624340875.75933', '1624340875.75934'],
        mayHaveBegunAtMs: [Date.parse('2021-06-22T05:49:06Z'), 1624340875759, 1624340875759],
        record: {
          caller: '562',
          callee: '09365018573',
          direction: 'outbound',
          disposition: 'answered',
          startedAtMs: Date.parse('2021-06-22T05:49:06Z'),
          endedAtMs: 1624340947977,
          waitSeconds: 14,
          talkSeconds: 54,
          totalSeconds: 68,
          recordingFiles: ['20210622_1624340875.75933.mp3'],
          trunkName: 'center',
          queue: null,
          surveyScore: null,
          surveyLabel: null,
        },
      },
    ]);
  });

  it('may have most fields empty or missing', () => {
    const bare = { src: '562', dst: '09365018573', starttime: '2021-06-22 10:19:06', record: '', disposition: '' };
    expect(parseCallRecords([bare], around, tehran)).toMatchObject([
      { pbxCallIds: [], record: { disposition: null, recordingFiles: [], totalSeconds: null, endedAtMs: null } },
    ]);
  });

  it('take a duration that can be true as it is', () => {
    expect(found({ duration: '70' })).toMatchObject([{ record: { totalSeconds: 70 } }]);
    expect(found({ duration: 1, billsec: 0, wait: 1 })).toMatchObject([{ record: { totalSeconds: 1 } }]);
  });

  it.each<[string, Record<string, unknown>, Partial<typeof around>, number]>([
    ['of another caller', { src: '563' }, {}, 0],
    ['of another callee', { dst: '09365018574' }, {}, 0],
    ['of a caller that only contains the number', { src: '5621' }, {}, 0],
    ['without a callee', { dst: '' }, {}, 0],
    ['with a trunk prefix and a country code', { dst: '9989365018573' }, {}, 1],
    ['of another hour', { starttime: '1400-04-01 12:19:06', cuid: '', uniqueid: '' }, {}, 0],
    ['with a time of another zone, but an id of the right second', { starttime: '1400-04-01 05:49:06' }, {}, 1],
    ['without any time', { starttime: '', start: '', cuid: 'x', uniqueid: '' }, {}, 0],
  ])('%s', (_name, changes, query, count) => {
    expect(found(changes, query)).toHaveLength(count);
  });

  it('are unreadable when there is no list', () => {
    expect(parseCallRecords('nothing', around, tehran)).toBeNull();
    expect(parseCallRecords({ pagination: { total: 0 }, data: [] }, around, tehran)).toEqual([]);
    expect(parseCallRecords([null, 'x', 7], around, tehran)).toEqual([]);
  });
});

describe('the same party', () => {
  it.each([
    ['557', '557', true],
    ['557', '0557', false],
    ['57', '557', false],
    ['09121234567', '09121234567', true],
    ['+989121234567', '09121234567', true],
    ['00989121234567', '9121234567', true],
    ['9 0912 123 4567', '09121234567', true],
    ['09121234568', '09121234567', false],
    ['', '', false],
    ['*43', '*43', true],
  ])('%s and %s: %s', (found, wanted, same) => {
    expect(sameParty(found, wanted)).toBe(same);
  });
});
