import { tmpdir } from 'node:os';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readStoredEvent } from '../../electron/call-events/call-event-wire.ts';
import { createListener } from '../../electron/call-events/listener.ts';
import {
  DemoPbx,
  type DemoPbxEventTarget,
  type DemoPbxOptions,
  demoAccount,
} from '../../electron/demo-pbx/demo-pbx.ts';
import { createClockWatch } from '../../electron/desk/clock-watch.ts';
import { createConnectionChecks } from '../../electron/desk/connection-checks.ts';
import { createOriginateRight } from '../../electron/desk/originate-right.ts';
import { createPingRoundTrip } from '../../electron/desk/ping-round-trip.ts';
import { bytesFree } from '../../electron/diagnostics/bytes-free.ts';
import { createDoctor } from '../../electron/diagnostics/doctor.ts';
import { createPbxClient } from '../../electron/pbx/pbx-client.ts';
import type { DoctorCheck } from '../../shared/ipc/doctor-schema.ts';
import { MemoryInbox } from '../support/event-fixtures-inbox.ts';
import { accessTo, sampleOriginate, shortTimeouts } from '../support/misbehaving-client.ts';

const { user, password, token } = demoAccount;
const minuteMs = 60_000;
const nothing = () => undefined;

interface DeskOptions {
  readonly pbx?: DemoPbxOptions;
  readonly credentials?: Parameters<typeof accessTo>[2];
  /** What was pasted into the PBX; null: nothing. */
  readonly events?: Partial<DemoPbxEventTarget> | null;
}

/** The doctor with everything real that it asks: client, listener, round trip and clocks, against the demo PBX. */
async function openDesk(options: DeskOptions = {}) {
  const zone = 'UTC';
  const pbx = new DemoPbx({ speed: 1000, ...options.pbx });
  onTestFinished(() => pbx.stop());
  const { address } = await pbx.start();
  const access = accessTo(address, {}, options.credentials ?? { user, password, token });
  const client = createPbxClient({ access: () => access, clock: Date.now, timeouts: shortTimeouts });
  const read = (event: Parameters<typeof readStoredEvent>[0]) => readStoredEvent(event, zone);
  const clockWatch = createClockWatch({
    clock: Date.now,
    read,
    zones: () => ({ used: zone, others: [] }),
    onChange: nothing,
  });
  const account = { user: 'pbx-events', password: 'pbx-events-password' };
  const listener = createListener({
    inbox: new MemoryInbox(),
    onStored(event) {
      pingRoundTrip.arrived(read(event));
      clockWatch.received(event);
    },
    trunkApi: { answer: () => null },
    profile: () => 'main',
    clock: Date.now,
    onStatus: () => pingRoundTrip.listenerChanged(),
  });
  const pingRoundTrip = createPingRoundTrip({ pbx: client, listener: listener.status, clock: Date.now });
  onTestFinished(() => listener.stop());
  await listener.start({
    host: '127.0.0.1',
    port: 0,
    path: '/simotel',
    allowFrom: ['127.0.0.1'],
    notFrom: [],
    ...account,
  });
  if (options.events !== null) {
    pbx.setEventTarget({
      address: listener.status().address ?? '',
      ...account,
      version: 'G4',
      method: 'POST',
      encoding: 'json',
      idField: 'unique_id',
      originatedCallIdInEvents: true,
      ...options.events,
    });
  }
  const right = createOriginateRight({ clock: Date.now, onChange: nothing });
  const doctor = createDoctor({
    checksFor: (publish) =>
      createConnectionChecks({
        pbx: client,
        observer: () => (_error, ping) => {
          if (ping !== undefined) clockWatch.answered(ping.clockAheadMs);
        },
        publish,
        onBug: rethrow,
      }),
    pingRoundTrip,
    links: async () => [],
    bytesFree: () => bytesFree(tmpdir()),
    known: () => ({
      snapshot: {
        callsDenied: right.denied(),
        listener: listener.status(),
        credentials: {
          protection: 'keychain',
          backend: null,
          hasUser: true,
          hasPassword: true,
          hasToken: true,
          locked: false,
        },
        hotkeys: {
          paused: false,
          states: { quickDial: 'none', dialSelection: 'none', redial: 'none', showCall: 'none' },
        },
        keeping: { storage: null, rescue: null, backup: null },
      },
      callAcceptedAtMs: right.acceptedAtMs(),
      earlierEventAtMs: null,
      times: { ...clockWatch.seen(), problem: clockWatch.problem(), zone },
      usedBytes: 0,
    }),
    clock: Date.now,
    publish: nothing,
    onBug: rethrow,
  });
  return {
    pbx,
    call: () => right.watch(client).originate({ ...sampleOriginate, callee: '09120000002' }),
    /** One whole run: what it says of each thing. */
    async examine() {
      doctor.start();
      await vi.waitFor(() => expect(doctor.last()?.finished).toBe(true), { timeout: 15_000, interval: 20 });
      const findings = doctor.last()?.findings ?? [];
      const of = (check: DoctorCheck) => findings.find((one) => one.check === check);
      return { says: (check: DoctorCheck) => of(check)?.says, state: (check: DoctorCheck) => of(check)?.state, of };
    },
  };
}

function rethrow(problem: unknown): never {
  throw problem;
}

describe('the doctor at a PBX', () => {
  it('finds a set-up that works, and claims nothing of what no call has shown; after a call it does', async () => {
    const desk = await openDesk();
    const before = await desk.examine();
    for (const check of ['address', 'simotel', 'account', 'right-ping', 'right-blacklist', 'listener'] as const) {
      expect({ check, state: before.state(check) }).toEqual({ check, state: 'ok' });
    }
    expect([before.says('round-trip'), before.says('clock')]).toEqual(['round-trip-arrived', 'clock-agrees']);
    expect(before.of('kinds')).toMatchObject({ state: 'unseen', facts: { arrived: ['Ping'] } });
    expect([before.says('zones'), before.says('right-calls')]).toEqual(['zones-unseen', 'calls-unseen']);
    expect(before.says('disk')).toMatch(/^disk-(?:roomy|low)$/);
    // It placed no call, and asked for nothing that changes anything.
    expect(desk.pbx.requests.filter(({ path }) => path.includes('originate'))).toEqual([]);

    expect(await desk.call()).toMatchObject({ outcome: 'accepted' });
    await desk.pbx.whenIdle();
    const after = await desk.examine();
    expect([after.state('right-calls'), after.says('zones')]).toEqual(['ok', 'zones-agree']);
    expect(after.of('kinds')?.facts.arrived).toEqual(expect.arrayContaining(['Cdr', 'NewState', 'Ping']));
  });

  it('tells a way back that turns everything away from one by which nothing comes, and a wrong password from both', async () => {
    const turnedAway = await openDesk({ events: { password: 'wrong' } });
    expect((await turnedAway.examine()).says('round-trip')).toBe('round-trip-turned-away');
    const refused = await openDesk({ credentials: { user, password: 'wrong', token } });
    const found = await refused.examine();
    expect([found.state('address'), found.of('account')?.error?.code]).toEqual(['ok', 'pbx-credentials-wrong']);
    expect([found.says('round-trip'), found.says('right-trunks')]).toEqual(['not-reached', 'not-reached']);
  });

  it('says which rights are missing, and that one without the ping proves nothing of the way back', async () => {
    const services = ['pbx/trunks/search'];
    const desk = await openDesk({ pbx: { accounts: [{ ...demoAccount, services }] } });
    expect(await desk.call()).toMatchObject({ outcome: 'refused' });
    const found = await desk.examine();
    expect([found.says('account'), found.says('right-ping')]).toEqual(['account-accepted', 'right-denied']);
    expect([found.says('right-trunks'), found.says('right-reports')]).toEqual(['right-allowed', 'right-denied']);
    expect([found.says('round-trip'), found.says('right-calls')]).toEqual(['round-trip-denied', 'calls-denied']);
  });

  it('measures a clock that is wrong, and an end of a call that does not fit the zone proves nothing alone', async () => {
    const slow = await openDesk({ pbx: { clockAheadMs: -7 * minuteMs } });
    const found = await slow.examine();
    expect(found.of('clock')).toMatchObject({ state: 'failed', says: 'clock-behind' });
    expect(Math.round((found.of('clock')?.facts.apartMs ?? 0) / minuteMs)).toBe(7);

    const elsewhere = await openDesk({ pbx: { eventZoneMinutes: 210 } });
    await elsewhere.call();
    await elsewhere.pbx.whenIdle();
    const other = await elsewhere.examine();
    expect([other.says('clock'), other.says('zones')]).toEqual(['clock-agrees', 'zones-unclear']);
  });
});
