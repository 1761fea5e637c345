import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OriginateAnswer, Pbx, PingResult } from '../../electron/calls/ports.ts';
import { createConnectionMonitor } from '../../electron/desk/connection-monitor.ts';
import { observePbx } from '../../electron/desk/observe-pbx.ts';
import type { PbxDirectory } from '../../electron/directory/pbx/ports.ts';
import type { DownloadRecording } from '../../electron/recordings/ports.ts';
import type { PbxError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';

const unreachable: PbxError = { code: 'pbx-unreachable', host: 'pbx' };
const nobodyThere: PbxError = { code: 'pbx-connection-refused', host: 'pbx' };
const denied: PbxError = { code: 'pbx-access-denied', right: 'other', service: 's' };
const tooSlow: PbxError = { code: 'pbx-timeout', host: 'pbx', phase: 'answer' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A PBX of which every request but a ping ends as `meets` says. */
function setUp() {
  const desk = {
    meets: null as PbxError | null,
    originate: null as OriginateAnswer | null,
    ping: null as PbxError | null,
  };
  let pings = 0;
  let reached = 0;
  const end = async <T>(value: T): Promise<Result<T, PbxError>> =>
    desk.meets === null ? succeed(value) : fail(desk.meets);
  const ping = async (): Promise<PingResult> => {
    pings += 1;
    return desk.ping === null
      ? succeed({ host: 'pbx', roundTripMs: 3, clockAheadMs: 0 })
      : { ...fail(desk.ping), understood: true, roundTripMs: 3 };
  };
  const directory: PbxDirectory = {
    listUsers: () => end([]),
    listQueues: () => end([]),
    listContacts: () => end([]),
    listBlacklist: () => end([]),
    pauseAgent: () => end(null),
    resumeAgent: () => end(null),
  };
  const pbx: Pbx & { readonly directory: PbxDirectory; readonly downloadRecording: DownloadRecording } = {
    directory,
    ping,
    reach: () => end({ host: 'pbx', ms: 1, encryption: 'none' as const }),
    probe: () => end(null),
    approach: () => undefined,
    originate: async () => desk.originate ?? { outcome: 'accepted', originatedCallId: null },
    listTrunks: () => end([]),
    searchCallRecords: () => end([]),
    downloadRecording: () => end(null),
    listCallRecords: () => end({ found: [], rows: 0, total: 0 }),
    readCertificate: () => fail(unreachable) as never,
  };
  const monitor = createConnectionMonitor({
    pbx,
    clock: Date.now,
    onChange: () => undefined,
    onReached: () => {
      reached += 1;
    },
    onPing: () => undefined,
    onBug: () => undefined,
  });
  return { desk, monitor, pings: () => pings, reached: () => reached, client: observePbx(pbx, monitor) };
}

const asked = {
  caller: '557',
  callee: '558',
  callerId: '557',
  dialplanContext: 'main',
  trunkName: null,
  timeoutSeconds: null,
  callLimitSeconds: null,
};

test.each<[string, OriginateAnswer, string]>([
  ['an accepted request', { outcome: 'accepted', originatedCallId: null }, 'reached'],
  [
    'a refusal in the words of the PBX',
    { outcome: 'refused', error: { code: 'pbx-refused', message: 'no' } },
    'reached',
  ],
  ['a service that is not permitted', { outcome: 'refused', error: denied }, 'reached'],
  ['a PBX that does not answer', { outcome: 'unknown', error: unreachable }, 'failed'],
])('learns from %s, and asks again soon when it failed', async (_title, outcome, state) => {
  const { desk, monitor, pings, client } = setUp();
  desk.originate = outcome;
  await client.originate(asked);
  expect(monitor.status().state).toBe(state);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(pings()).toBe(state === 'failed' ? 1 : 0);
});

type Client = ReturnType<typeof setUp>['client'];
const requests: readonly [string, (client: Client) => Promise<unknown>][] = [
  ['the colleagues', ({ directory }) => directory.listUsers()],
  ['the queues', ({ directory }) => directory.listQueues()],
  ['the shared contacts', ({ directory }) => directory.listContacts(() => undefined)],
  ['the blacklist', ({ directory }) => directory.listBlacklist()],
  ['a pause', ({ directory }) => directory.pauseAgent('901', '557')],
  ['the end of a pause', ({ directory }) => directory.resumeAgent('901', '557')],
  ['the trunks', (client) => client.listTrunks()],
  [
    'pages of reports',
    (client) => client.listCallRecords({ fromMs: 0, toMs: 1, party: '557', side: 'caller', start: 0 }),
  ],
  ['the reports', (client) => client.searchCallRecords({ fromMs: 0, toMs: 1, caller: '557', callee: '558' })],
];

describe.each(requests)('a request for %s', (_title, request) => {
  test('says at once that nothing answers, and at once that it answers again', async () => {
    const { desk, monitor, reached, client } = setUp();
    await monitor.check();
    desk.meets = nobodyThere;
    await request(client);
    expect(monitor.status()).toMatchObject({ state: 'failed', error: nobodyThere });
    desk.meets = denied;
    await request(client);
    expect(monitor.status()).toMatchObject({ state: 'reached' });
    expect(reached()).toBe(2);
  });
});

describe('what is read of the PBX', () => {
  test('tells nothing new while it answers: what the ping told stands', async () => {
    const { monitor, reached, client } = setUp();
    await monitor.check();
    await client.listTrunks();
    expect(monitor.status()).toMatchObject({ state: 'reached', roundTripMs: 3 });
    expect(reached()).toBe(1);
  });

  test('that one service breaks says nothing of the PBX; one that keeps us waiting has it asked within a minute', async () => {
    const { desk, monitor, pings, client } = setUp();
    await monitor.check();
    desk.meets = { code: 'pbx-server-error', status: 500, excerpt: '' };
    await client.directory.listContacts(() => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pings()).toBe(1);
    desk.meets = tooSlow;
    await client.directory.listContacts(() => undefined);
    expect(monitor.status().state).toBe('reached');
    desk.ping = tooSlow;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(monitor.status()).toMatchObject({ state: 'failed' });
  });

  test('that something is permitted does not mean that pings are', async () => {
    const { desk, monitor, client } = setUp();
    desk.ping = denied;
    await monitor.check();
    await client.listTrunks();
    expect(monitor.status()).toMatchObject({ state: 'failed', error: denied });
  });

  test('tells nothing of a PBX that was left meanwhile', async () => {
    const { desk, monitor, client } = setUp();
    desk.meets = nobodyThere;
    const reading = client.listTrunks();
    monitor.reset();
    await reading;
    expect(monitor.status()).toEqual({ state: 'unknown' });
  });
});
