import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DemoPbx, type DemoPbxEventTarget } from '../../electron/demo-pbx/demo-pbx.ts';
import { specialCallees } from '../../electron/demo-pbx/special-callees.ts';
import {
  basicHeader,
  callService,
  type EventReceiver,
  eventTarget,
  inWords,
  originateBody,
  rowsOf,
  startEventReceiver,
  tokenHeader,
  type WireFields,
} from './demo-pbx-talk.ts';

let receiver: EventReceiver;
let pbx: DemoPbx;
let address: string;

beforeEach(async () => {
  receiver = await startEventReceiver();
  pbx = new DemoPbx({ speed: 50, eventTarget: eventTarget(receiver.address) });
  ({ address } = await pbx.start());
});

afterEach(async () => {
  await pbx.stop();
  await receiver.stop();
});

function aim(changes: Partial<DemoPbxEventTarget>): void {
  pbx.setEventTarget(eventTarget(receiver.address, changes));
}

/** Originates, waits for the end of the call and gives its id. */
async function playCall(fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await callService(address, 'call/originate/act', originateBody(fields));
  expect(answer.envelope.success).toBe(1);
  await pbx.whenIdle();
  return (answer.envelope.data as { originated_call_id: string }).originated_call_id;
}

function sequence(): string[] {
  return receiver.bodies().map(inWords);
}

function eventNamed(name: string): WireFields {
  const found = receiver.bodies().find((body) => body.event_name === name || body.event === name);
  expect(found).toBeDefined();
  return found ?? {};
}

async function recordsTo(callee: string): Promise<WireFields[]> {
  return rowsOf(await callService(address, 'reports/cdr/search', { alike: 'false', conditions: { to: callee } }));
}

function outwardCall(callee: string, disposition: string, ...between: string[]): string[] {
  return [
    'NewState 557 Ringing',
    'NewState 557 InUse',
    ...between,
    'NewState 557 Idle',
    disposition === '' ? '' : `Cdr ${disposition}`,
  ]
    .filter((words) => words !== '')
    .map((words) => words.replaceAll('CALLEE', callee));
}

const rings = 'OutgoingCall CALLEE via MCI';
const talks = 'NewState 557 InUse with CALLEE';

describe('the story of a call to each special number', () => {
  it.each([
    ['09120000001', outwardCall('09120000001', 'ANSWERED', rings, talks)],
    ['09120000002', outwardCall('09120000002', 'BUSY', rings)],
    ['09120000003', outwardCall('09120000003', 'NO ANSWER', rings)],
    ['09120000004', ['NewState 557 Ringing', 'NewState 557 Idle']],
    ['09120000005', outwardCall('09120000005', 'FAILED')],
    ['09120000009', [...outwardCall('09120000009', 'ANSWERED', rings, talks), 'Survey 5']],
    ['09120000010', outwardCall('09120000010', 'ANSWERED', rings, talks)],
    ['09120000016', outwardCall('09120000016', 'ANSWERED', rings, talks)],
    ['09121234567', outwardCall('09121234567', 'ANSWERED', rings, talks)],
    ['+989120000002', outwardCall('+989120000002', 'BUSY', rings)],
  ])('%s', async (callee, expected) => {
    await playCall({ callee });
    expect(sequence()).toEqual(expected);
    const records = await recordsTo(callee);
    expect(records).toHaveLength(callee === '09120000004' ? 0 : 1);
  });

  it.each([
    ['09120000013', 'ANSWERED', ['NewState 557 InUse with 09120000013']],
    ['09120000014', 'NO ANSWER', []],
  ])('%s calls back out of a queue, as a call of its own', async (callee, disposition, between) => {
    const id = await playCall({ callee });
    expect(sequence()).toEqual([
      ...outwardCall(callee, 'BUSY', rings),
      `IncomingCall ${callee}`,
      `NewState 557 Ringing with ${callee}`,
      ...between,
      `NewState 557 Idle with ${callee}`,
      `Cdr ${disposition}`,
    ]);
    const back = receiver.bodies().slice(sequence().indexOf(`IncomingCall ${callee}`));
    expect(new Set(back.map(({ unique_id }) => unique_id)).size).toBe(1);
    expect(back.some((event) => event.originated_call_id === id)).toBe(false);
    expect(back.find((event) => event.state === 'Ringing')).toMatchObject({ queue: '902', direction: 'in' });
    expect(back.at(-1)).toMatchObject({ type: 'incoming', src: callee, dst: '557' });
  });

  it('09120000006 is refused and nothing happens', async () => {
    const answer = await callService(address, 'call/originate/act', originateBody({ callee: '09120000006' }));
    expect(answer.envelope).toEqual({ success: 0, message: 'Requested operation failed', data: null });
    await pbx.whenIdle();
    expect(receiver.received).toEqual([]);
  });

  it('09120000007 never answers the request, but the call takes place', async () => {
    const patience = new AbortController();
    const answer = fetch(`${address}/call/originate/act`, {
      method: 'POST',
      headers: { ...basicHeader, ...tokenHeader, 'Content-Type': 'application/json' },
      body: JSON.stringify(originateBody({ callee: '09120000007' })),
      signal: patience.signal,
    });
    const gaveUp = expect(answer).rejects.toThrow();
    await vi.waitFor(() => expect(pbx.requests).toHaveLength(1));
    await pbx.whenIdle();
    expect(sequence()).toEqual(outwardCall('09120000007', 'ANSWERED', rings, talks));
    expect(pbx.requests[0]?.status).toBe(0);
    patience.abort();
    await gaveUp;
    expect(await recordsTo('09120000007')).toHaveLength(1);
  });

  it('09120000008 sends every event twice and out of order, the same way each time', async () => {
    await playCall({ callee: '09120000008' });
    const first = sequence();
    const orderly = outwardCall('09120000008', 'ANSWERED', rings, talks);
    expect([...first].sort()).toEqual([...orderly, ...orderly].sort());
    const firstArrivals = [...new Set(first)];
    expect(firstArrivals).not.toEqual(orderly);
    await playCall({ callee: '09120000008' });
    expect(sequence().slice(first.length)).toEqual(first);
  });

  it('09120000009 tells the score in the Cdr and in a Survey event', async () => {
    await playCall({ callee: '09120000009' });
    expect(eventNamed('Cdr')).toMatchObject({ poll_point: 5, poll_lable: 'رضایت مشتری' });
    const survey = eventNamed('Survey');
    expect(survey).toMatchObject({ event: 'Survey', src: '557', dst: '09120000009', point: 5, label: 'رضایت مشتری' });
    expect(survey.unique_id).toBe(eventNamed('Cdr').unique_id);
  });

  it('09120000010 tells the file of a recording that can be downloaded', async () => {
    await playCall({ callee: '09120000010' });
    const file = eventNamed('Cdr').record;
    expect(file).toMatch(/^\d{8}_\d{10}\.\d+\.wav$/);
    expect((await callService(address, 'reports/audio/download', { file })).status).toBe(200);
    expect(await recordsTo('09120000010')).toMatchObject([{ record: file }]);
  });

  it('09120000011 spells every field of the final event the other way', async () => {
    const id = await playCall({ callee: '09120000011' });
    const cdr = eventNamed('CDR');
    expect(cdr).toMatchObject({ disposition: 'Answered', duration: '14', billsec: '8', wait: '6' });
    expect(cdr.start_time).toMatch(/^\d\d:\d\d:\d\d\.\d{6} \d{4}-\d\d-\d\d$/);
    expect(cdr.cuid).toBe(eventNamed('NewState').unique_id);
    for (const absent of ['unique_id', 'starttime', 'endtime', 'originated_call_id']) {
      expect(cdr).not.toHaveProperty(absent);
    }
    expect(eventNamed('OutgoingCall').originated_call_id).toBe(id);
  });

  it('09120000012 talks until the limit, or for ten minutes', async () => {
    await playCall({ callee: '09120000012', call_limit: '20' });
    expect(eventNamed('Cdr')).toMatchObject({ disposition: 'ANSWERED', billsec: 20 });
    await callService(address, 'call/originate/act', originateBody({ callee: '09120000012' }));
    await vi.waitFor(() => expect(sequence().at(-1)).toBe('NewState 557 InUse with 09120000012'));
    pbx.setSpeed(100_000);
    await pbx.whenIdle();
    expect(receiver.bodies().at(-1)).toMatchObject({ event_name: 'Cdr', billsec: 600 });
  });

  it('every number of the table has an outcome of its own', () => {
    expect(new Set(specialCallees.map((special) => special.outcome)).size).toBe(specialCallees.length);
    expect(specialCallees.map((special) => Number(special.number.slice(-2)))).toEqual(
      Array.from({ length: 16 }, (_, index) => index + 1),
    );
  });
});

describe('calls between other parties', () => {
  it('ring a colleague, whose states are told too', async () => {
    await playCall({ callee: '551' });
    expect(sequence()).toEqual([
      'NewState 557 Ringing',
      'NewState 557 InUse',
      'NewState 551 Ringing with 557',
      'NewState 557 InUse with 551',
      'NewState 551 InUse with 557',
      'NewState 557 Idle',
      'NewState 551 Idle',
      'Cdr ANSWERED',
    ]);
    expect(eventNamed('Cdr')).toMatchObject({ type: 'local', src: '557', dst: '551', outgoing_point: '' });
  });

  it('ring an outside caller first, by the trunk of the request', async () => {
    await playCall({ caller: '09371234567', callee: '557', trunk_name: 'Irancell' });
    expect(sequence()).toEqual([
      'OutgoingCall 09371234567 via Irancell',
      'NewState 557 Ringing with 09371234567',
      'NewState 557 InUse with 09371234567',
      'NewState 557 Idle',
      'Cdr ANSWERED',
    ]);
    expect(eventNamed('Cdr')).toMatchObject({ type: 'outgoing', outgoing_point: 'Irancell' });
  });

  it('join two outside numbers', async () => {
    await playCall({ caller: '09371234567', callee: '09121234567', trunk_name: 'Shatel' });
    expect(sequence()).toEqual([
      'OutgoingCall 09371234567 via Shatel',
      'OutgoingCall 09121234567 via Shatel',
      'Cdr ANSWERED',
    ]);
  });

  it('fail when the callee is an extension nobody has', async () => {
    await playCall({ callee: '999' });
    expect(sequence()).toEqual(outwardCall('999', 'FAILED'));
  });

  it('fall silent when the caller is an extension nobody has', async () => {
    await playCall({ caller: '999', timeout: '5' });
    expect(sequence()).toEqual(['NewState 999 Ringing', 'NewState 999 Idle']);
  });

  it('end at the call limit', async () => {
    await playCall({ callee: '09121234567', call_limit: '3' });
    expect(eventNamed('Cdr')).toMatchObject({ billsec: 3, duration: '9' });
  });

  it('keep their events apart when they overlap', async () => {
    const [first, second] = await Promise.all([
      playCall({ callee: '551' }),
      playCall({ caller: '552', callee: '553' }),
    ]);
    const ofCall = (id: string) => pbx.sentEvents.filter((event) => event.callId === id).map((event) => event.name);
    expect(ofCall(first)).toHaveLength(8);
    expect(ofCall(second)).toEqual(ofCall(first));
  });
});

describe('how events are sent', () => {
  it('puts one id into every event of a call and the originate id into some', async () => {
    const id = await playCall({ callee: '09120000001' });
    const bodies = receiver.bodies();
    expect(new Set(bodies.map((body) => body.unique_id)).size).toBe(1);
    expect(eventNamed('OutgoingCall').originated_call_id).toBe(id);
    expect(eventNamed('NewState')).not.toHaveProperty('originated_call_id');
    const cdr = eventNamed('Cdr');
    expect(cdr).toMatchObject({ originated_call_id: id, type: 'outgoing', billsec: 8, wait: 6, duration: '14' });
    expect(cdr.starttime).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/);
    // UTC, not the local time reports use.
    expect(Math.abs(Date.parse(`${String(cdr.endtime).replace(' ', 'T')}Z`) - Date.now())).toBeLessThan(60_000);
  });

  it('can imitate a server that uses cuid and is too old for the originate id', async () => {
    aim({ idField: 'cuid', originatedCallIdInEvents: false });
    const id = await playCall({ callee: '09120000001' });
    for (const body of receiver.bodies()) {
      expect(body.cuid).toMatch(/^\d{10}\.\d+$/);
      expect(body).not.toHaveProperty('unique_id');
      expect(body).not.toHaveProperty('originated_call_id');
    }
    expect(pbx.sentEvents.every((event) => event.callId === id)).toBe(true);
  });

  it('sends Basic credentials in UTF-8', async () => {
    await pbx.sendEvent('Ping', {});
    const credentials = Buffer.from(receiver.received[0]?.headers.authorization?.slice(6) ?? '', 'base64');
    expect(credentials.toString('utf8')).toBe('events:گذرواژه');
  });

  it.each([
    { version: 'G4', method: 'POST', encoding: 'json' },
    { version: 'G4', method: 'POST', encoding: 'form' },
    { version: 'G4', method: 'GET', encoding: 'json' },
    { version: 'Rest4', method: 'POST', encoding: 'json' },
    { version: 'Rest4', method: 'GET', encoding: 'json' },
  ] as const)('speaks $version by $method as $encoding', async ({ version, method, encoding }) => {
    aim({ version, method, encoding });
    expect(await pbx.sendEvent('NewState', { exten: '۵۵۷ & Sara', state: 'Idle' })).toBe(200);
    const event = receiver.received[0];
    expect(event?.method).toBe(method);
    expect(event?.path).toBe(version === 'Rest4' ? '/events/NewState' : '/events');
    const form = Object.fromEntries(new URLSearchParams(event?.body));
    const posted = encoding === 'json' ? () => JSON.parse(event?.body ?? '') : () => form;
    const fields = method === 'GET' ? event?.query : posted();
    const name = version === 'G4' ? { event_name: 'NewState' } : {};
    expect(fields).toEqual({ ...name, exten: '۵۵۷ & Sara', state: 'Idle' });
  });

  it('answers ping with a Ping event', async () => {
    await callService(address, 'setting/ping/act', {});
    await vi.waitFor(() => expect(sequence()).toEqual(['Ping']));
  });

  it('tells of an agent taken out of a queue', async () => {
    await callService(address, 'pbx/queues/pauseagent', { queue: '902', agent: '557' });
    await vi.waitFor(() => expect(receiver.bodies()).toMatchObject([{ exten: '557', state: 'Pause', queue: '902' }]));
  });

  it('goes on without a receiver', async () => {
    await receiver.stop();
    await playCall({ callee: '551' });
    expect(pbx.sentEvents).toHaveLength(8);
    expect(new Set(pbx.sentEvents.map((event) => event.answer))).toEqual(new Set(['ECONNREFUSED']));
    expect(await recordsTo('551')).toHaveLength(1);
  });

  it('sends nothing without a target, yet the call is in the books', async () => {
    pbx.setEventTarget(null);
    expect(await pbx.sendEvent('Ping', {})).toBe('NO_TARGET');
    await playCall({ callee: '551' });
    expect(pbx.sentEvents).toEqual([]);
    expect(await recordsTo('551')).toHaveLength(1);
  });

  it('says so when the address of the target is none', async () => {
    aim({ address: 'nowhere' });
    expect(await pbx.sendEvent('Ping', {})).toBe('BAD_ADDRESS');
  });

  it('gives up on a receiver that does not answer when it is stopped', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const reached = new Promise((resolve) => silent.once('request', resolve));
    aim({ address: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/` });
    const answer = pbx.sendEvent('Ping', {});
    await reached;
    await pbx.stop();
    expect(await answer).toBe('STOPPED');
    silent.closeAllConnections();
    silent.close();
  });

  it('changes its speed with an event itself, however late anyone looks', async () => {
    pbx.setSpeed(100_000);
    pbx.setSpeedAt(({ name }) => name === 'OutgoingCall', 0.0001);
    await callService(address, 'call/originate/act', originateBody());
    await vi.waitFor(() => expect(sequence().at(-1)).toMatch(/OutgoingCall/));
    await pbx.stop();
    expect(receiver.received).toHaveLength(3);
  });

  it('breaks calls off when it is stopped', async () => {
    pbx.setSpeed(0.01);
    await callService(address, 'call/originate/act', originateBody());
    await pbx.stop();
    await pbx.whenIdle();
    expect(receiver.received).toEqual([]);
  });
});
