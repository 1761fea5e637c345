import { describe, expect, it, vi } from 'vitest';
import type { ConnectionChecker } from '../../electron/desk/connection-checks.ts';
import { createDoctor, type KnownState } from '../../electron/diagnostics/doctor.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { ConnectionChecks } from '../../shared/ipc/check-schema.ts';
import type { DoctorCheck, DoctorRun } from '../../shared/ipc/doctor-schema.ts';
import type { PingRoundTrip } from '../../shared/ipc/listener-contract.ts';
import { type Result, succeed } from '../../shared/result.ts';
import { listenerStatus } from '../support/listener-status.ts';

const services = (['trunks', 'reports', 'users', 'contacts', 'blacklist'] as const).map((service) => ({
  service,
  state: 'allowed' as const,
}));
const passed: ConnectionChecks = {
  run: 1,
  finished: true,
  reach: { state: 'passed', host: 'pbx', ms: 3, encryption: 'trusted' },
  simotel: { state: 'passed', ms: 4 },
  account: { state: 'passed', pingDenied: null },
  services,
};
const unreached: ConnectionChecks = {
  run: 1,
  finished: true,
  reach: { state: 'failed', error: { code: 'computer-offline' } },
  simotel: { state: 'skipped' },
  account: { state: 'skipped' },
  services: services.map(({ service }) => ({ service, state: 'skipped' })),
};
const known: KnownState = {
  snapshot: {
    callsDenied: null,
    listener: { ...listenerStatus, state: 'listening', address: 'here' },
    credentials: {
      protection: 'keychain',
      backend: null,
      hasUser: true,
      hasPassword: true,
      hasToken: false,
      locked: false,
    },
    hotkeys: { paused: false, states: { quickDial: 'none', dialSelection: 'none', redial: 'none', showCall: 'none' } },
    keeping: { storage: null, rescue: null, backup: null },
  },
  callAcceptedAtMs: null,
  earlierEventAtMs: null,
  times: { aheadMs: 0, lastEndOffMs: null, problem: null, zone: 'UTC' },
  usedBytes: 4096,
};

function setUp() {
  const told: (DoctorRun | null)[] = [];
  const bugs: unknown[] = [];
  let state = known;
  let say: (found: ConnectionChecks | null) => void = () => undefined;
  const checks = { start: vi.fn<ConnectionChecker['start']>(), reset: vi.fn<ConnectionChecker['reset']>() };
  const rounds: ((answer: Result<PingRoundTrip, DialerError>) => void)[] = [];
  const links = vi.fn(async () => [{ scheme: 'tel' as const, state: 'ours' as const, program: null }]);
  const doctor = createDoctor({
    checksFor(publish) {
      say = publish;
      return checks;
    },
    pingRoundTrip: { run: () => new Promise((resolve) => rounds.push(resolve)) },
    links,
    bytesFree: async () => 9 * 1024 ** 3,
    known: () => state,
    clock: () => 1000,
    publish: (run) => told.push(run),
    onBug: (problem) => bugs.push(problem),
  });
  const finding = (check: DoctorCheck) => doctor.last()?.findings.find((one) => one.check === check);
  return {
    doctor,
    checks,
    rounds,
    links,
    told,
    bugs,
    finding,
    found: (checked: ConnectionChecks | null) => say(checked),
    learn(next: Partial<KnownState>) {
      state = { ...state, ...next };
    },
    finished: () => vi.waitFor(() => expect(doctor.last()?.finished).toBe(true)),
  };
}

describe('a run of the doctor', () => {
  it('begins with everything being looked at, and tells of each thing as it is known', async () => {
    const { doctor, checks, finding, found, rounds, finished } = setUp();
    doctor.start();
    expect(checks.start).toHaveBeenCalledOnce();
    expect(doctor.last()).toMatchObject({ run: 1, startedAtMs: 1000, finished: false });
    expect(new Set(doctor.last()?.findings.map(({ state }) => state))).toEqual(new Set(['checking']));

    found({ ...passed, finished: false, account: { state: 'running' }, services: [] });
    expect([finding('address')?.state, finding('account')?.state]).toEqual(['ok', 'checking']);
    await vi.waitFor(() => expect(finding('links')?.state).toBe('ok'));
    expect(rounds).toHaveLength(0);

    found(passed);
    await vi.waitFor(() => expect(rounds).toHaveLength(1));
    expect([finding('right-users')?.state, finding('round-trip')?.state]).toEqual(['ok', 'checking']);
    rounds[0]?.(succeed({ outcome: 'arrived', answerMs: 1, eventMs: 2 }));
    await finished();
    expect(doctor.last()?.findings.some(({ state }) => state === 'checking')).toBe(false);
    expect([finding('round-trip')?.state, finding('right-calls')?.state]).toEqual(['ok', 'unseen']);
  });

  it('looks at kinds and clocks last: what came meanwhile is part of what was observed', async () => {
    const { doctor, found, rounds, learn, finding, finished } = setUp();
    doctor.start();
    found(passed);
    await vi.waitFor(() => expect(rounds).toHaveLength(1));
    learn({
      snapshot: { ...known.snapshot, listener: { ...known.snapshot.listener, receivedByName: { Ping: 1 } } },
      times: { ...known.times, aheadMs: -600_000 },
    });
    rounds[0]?.(succeed({ outcome: 'arrived', answerMs: 1, eventMs: 2 }));
    await finished();
    expect(finding('kinds')).toMatchObject({ says: 'kinds-some', facts: { arrived: ['Ping'] } });
    expect(finding('clock')).toMatchObject({ state: 'failed', says: 'clock-behind' });
  });

  it('asks for no event where the account was not accepted, and claims nothing of the way back', async () => {
    const { doctor, found, rounds, finding, finished } = setUp();
    doctor.start();
    found(unreached);
    await finished();
    expect(rounds).toHaveLength(0);
    expect(finding('address')).toMatchObject({ state: 'failed', error: { code: 'computer-offline' } });
    for (const check of ['simotel', 'account', 'right-ping', 'right-trunks', 'round-trip'] as const) {
      expect(finding(check)).toMatchObject({ check, state: 'unseen', says: 'not-reached' });
    }
    expect(finding('disk')?.state).toBe('ok');
  });

  it('that was begun anew or is about another account says nothing any more', async () => {
    const { doctor, checks, found, rounds, told, finished } = setUp();
    doctor.start();
    found(passed);
    await vi.waitFor(() => expect(rounds).toHaveLength(1));
    doctor.start();
    expect(doctor.last()).toMatchObject({ run: 2 });
    found(unreached);
    rounds[0]?.(succeed({ outcome: 'arrived', answerMs: 1, eventMs: 2 }));
    await finished();
    expect(doctor.last()).toMatchObject({ run: 2 });
    expect(doctor.last()?.findings.find(({ check }) => check === 'round-trip')?.state).toBe('unseen');

    doctor.start();
    doctor.reset();
    expect(checks.reset).toHaveBeenCalledOnce();
    expect([doctor.last(), told.at(-1)]).toEqual([null, null]);
    const tellings = told.length;
    found(passed);
    await new Promise((resolve) => setImmediate(resolve));
    expect([doctor.last(), told.length]).toEqual([null, tellings]);
  });

  it('goes on where the system does not tell of links, and is taken back where it broke', async () => {
    const { doctor, checks, found, links, finding, finished, bugs } = setUp();
    links.mockRejectedValueOnce(new Error('no desktop'));
    doctor.start();
    found(unreached);
    await finished();
    expect(finding('links')).toMatchObject({ state: 'unseen', says: 'links-unknown' });

    checks.start.mockImplementationOnce(() => {
      throw new Error('a bug');
    });
    doctor.start();
    await vi.waitFor(() => expect(bugs).toHaveLength(1));
    expect(doctor.last()).toBeNull();
  });
});
