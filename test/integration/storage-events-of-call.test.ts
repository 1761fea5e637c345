import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RawEvent } from '../../electron/calls/ports.ts';
import { toRawCallEvent } from '../../electron/ipc/raw-event.ts';
import { createHideSecrets } from '../../electron/logging/redact.ts';
import { createEventsOfCall } from '../../electron/storage/events-of-call.ts';
import { type BufferedInbox, createInbox } from '../../electron/storage/inbox.ts';
import type { Call } from '../../shared/domain/call.ts';
import { startCall } from '../../shared/domain/start-call.ts';
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
  const found = find(aCall({ pbxCallIds: ['17.1'] }), 100).map(({ id }) => id);
  expect(found).toEqual([byId, taken, late]);
  expect(found).not.toContain(ofOtherProfile);
  expect(find(aCall({ pbxCallIds: ['17.1'] }), 2)).toHaveLength(2);
  expect(find(aCall({ id: 'nobody knows', pbxCallIds: [] }), 100)).toEqual([]);
});

it('shows them as they were sent, in lines, and never a secret', async () => {
  await add(0, {
    pbxCallId: '17.1',
    encoding: 'query',
    body: Buffer.from('event_name=NewState&exten=557&note=s3cret-p%C3%A4ss&token=abc123'),
  });
  await add(0, { pbxCallId: '17.1', body: Buffer.from('{"src":"09123456789","x":"s3cret-päss"}') });
  const hide = createHideSecrets(() => ['s3cret-päss']);
  const shown = createEventsOfCall(database)(aCall({ pbxCallIds: ['17.1'] }), 100).map((event) =>
    toRawCallEvent(event, hide),
  );
  expect(shown[0]?.body).toBe('event_name: NewState\nexten: 557\nnote: [masked]\ntoken: [masked]');
  expect(shown[1]?.body).toBe('{\n  "src": "09123456789",\n  "x": "[masked]"\n}');
});
