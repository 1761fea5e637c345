import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RawEvent } from '../../electron/calls/ports.ts';
import { toRawCallEvent } from '../../electron/ipc/raw-event.ts';
import { createHideSecrets } from '../../electron/logging/redact.ts';
import { createEventsOfCall } from '../../electron/storage/events-of-call.ts';
import { type BufferedInbox, createInbox } from '../../electron/storage/inbox.ts';
import type { Call } from '../../shared/domain/call.ts';
import { startCall } from '../../shared/domain/start-call.ts';
import { longestRawBody } from '../../shared/ipc/history-contract.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const startedAtMs = 1_705_824_000_000;
const minute = 60_000;
let database: TemporaryDatabase;
let inbox: BufferedInbox;

beforeEach(() => {
  database = temporaryDatabase();
  inbox = createInbox(database);
});
afterEach(() => database.remove());

async function add(minutesLater: number, change: Partial<RawEvent> = {}): Promise<number> {
  const stored = await inbox.append({
    profile: 'main',
    receivedAtMs: startedAtMs + minutesLater * minute,
    name: 'NewState',
    dedupeKey: null,
    pbxCallId: null,
    encoding: 'json',
    body: Buffer.from('{"exten":"557","state":"RINGING"}'),
    ...change,
  });
  return stored?.id ?? Number.NaN;
}

function aCall(change: Partial<Call>): Call {
  const request = {
    caller: '557',
    callee: '09123456789',
    callerId: '557',
    dialplanContext: 'main_routing',
    trunkName: null,
    timeoutSeconds: 30,
    callLimitSeconds: null,
  };
  return { ...startCall('a call', 'main', request, startedAtMs), ...change };
}

it('finds what came in about a call, by the ids of the PBX and by what was taken for it, and nothing of others', async () => {
  for (let index = 0; index < 300; index += 1) await add(-500 + index, { pbxCallId: `old.${index}` });
  const byId = await add(0, { pbxCallId: '17.1' });
  const taken = await add(1);
  const ofOther = await add(1, { pbxCallId: '17.2' });
  const ofOtherProfile = await add(1, { profile: 'branch', pbxCallId: '17.1' });
  const late = await add(900, { pbxCallId: '17.1', name: 'Cdr' });
  inbox.mark(taken, 'applied', 'a call');
  inbox.mark(ofOther, 'applied', 'another call');
  inbox.flush();
  const find = createEventsOfCall(database);
  const call = aCall({ pbxCallIds: ['17.1'] });
  const { events, goesOn } = find(call, { after: null, limit: 100 });
  const found = events.map(({ id }) => id);
  expect(found).toEqual([byId, taken, late]);
  expect(found).not.toContain(ofOtherProfile);
  expect(goesOn).toBeNull();
  const nothing = { events: [], goesOn: null };
  expect(find(aCall({ id: 'nobody knows', pbxCallIds: [] }), { after: null, limit: 100 })).toEqual(nothing);
});

it('says how many more there are, and from where they are read on, each once', async () => {
  const sent: number[] = [];
  for (let index = 0; index < 25; index += 1) {
    // By its id, by what it was taken for, and by both.
    const id = await add(0, { pbxCallId: index % 3 === 0 ? null : '17.1' });
    if (index % 3 !== 1) inbox.mark(id, 'applied', 'a call');
    sent.push(id);
  }
  inbox.flush();
  const find = createEventsOfCall(database);
  const call = aCall({ pbxCallIds: ['17.1'] });
  const read: number[] = [];
  const left: number[] = [];
  for (let after: number | null = null; ; ) {
    const page = find(call, { after, limit: 10 });
    read.push(...page.events.map(({ id }) => id));
    if (page.goesOn === null) break;
    left.push(page.goesOn.left);
    after = page.goesOn.after;
  }
  expect(read).toEqual(sent);
  expect(left).toEqual([15, 5]);
  // One that cannot be read is passed over, and what is behind it is still reached.
  database.connection.prepare('UPDATE inbox SET body = 7 WHERE id = ?').run(sent[9] ?? 0);
  const page = find(call, { after: null, limit: 10 });
  expect(page.events).toHaveLength(9);
  expect(page.goesOn).toEqual({ after: sent[9], left: 15 });
  expect(database.unreadable).toHaveLength(1);
});

it('shows them as they were sent, in lines, and never a secret', async () => {
  await add(0, {
    pbxCallId: '17.1',
    encoding: 'query',
    body: Buffer.from('event_name=NewState&exten=557&note=s3cret-p%C3%A4ss&token=abc123'),
  });
  await add(0, { pbxCallId: '17.1', body: Buffer.from('{"src":"09123456789","x":"s3cret-päss"}') });
  const hide = createHideSecrets(() => ['s3cret-päss']);
  await add(0, { pbxCallId: '17.1', encoding: 'query', body: Buffer.from(`note=${'x'.repeat(5000)}`) });
  const { events } = createEventsOfCall(database)(aCall({ pbxCallIds: ['17.1'] }), { after: null, limit: 100 });
  const shown = events.map((event) => toRawCallEvent(event, hide));
  expect(shown[0]?.body).toBe('event_name: NewState\nexten: 557\nnote: [masked]\ntoken: [masked]');
  expect(shown[1]?.body).toBe('{\n  "src": "09123456789",\n  "x": "[masked]"\n}');
  expect(shown.map(({ leftOff }) => leftOff)).toEqual([0, 0, 'note: '.length + 5000 - longestRawBody]);
  expect(shown[2]?.body).toHaveLength(longestRawBody);
});
