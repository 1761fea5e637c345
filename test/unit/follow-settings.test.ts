import { describe, expect, it } from 'vitest';
import { createFollowSettings } from '../../electron/desk/follow-settings.ts';
import { createSettingsChanges } from '../../electron/desk/settings-changes.ts';
import { createCredentialVault } from '../../electron/storage/credential-vault.ts';
import { createSettingsStore } from '../../electron/storage/settings-store.ts';
import type { ListenerStatus } from '../../shared/ipc/listener-contract.ts';
import { listenerStatus } from '../support/listener-status.ts';
import { memoryFile, secretBox, silent } from '../support/settings-fakes.ts';

const listening: ListenerStatus = {
  ...listenerStatus,
  state: 'listening',
  address: 'http://127.0.0.1:8088/simotel',
  port: 8088,
};
const pin = { fingerprint256: 'AB:CD', pem: 'certificate', subject: 'CN=pbx' };

function setUp() {
  const store = createSettingsStore(memoryFile(), silent);
  const vault = createCredentialVault(memoryFile(), secretBox('key'), silent);
  const changes = createSettingsChanges({ store, vault, platform: 'linux' });
  const noted: string[] = [];
  const note = (what: string) => void noted.push(what);
  let demoStarts = Promise.resolve();
  const following = createFollowSettings({
    store,
    vault,
    demo: {
      start: () => {
        note('demo on');
        return demoStarts;
      },
      stop: async () => note('demo off'),
      sendEventsTo: (target) => note(`demo sends to ${target?.address}`),
    },
    effective: store.read,
    profile: () => (store.read().mode === 'demo' ? 'demo' : 'main'),
    monitor: { check: async () => note('ask'), reset: () => note('forget state') },
    originateRight: { reset: () => note('forget rights') },
    checks: { reset: () => note('forget checks') },
    doctor: { reset: () => note('forget findings') },
    pingRoundTrip: { reset: () => note('end the ping') },
    clockWatch: { reset: () => note('forget clocks') },
    listener: {
      apply: async () => note('listen'),
      status: () => listening,
      credentials: () => ({ user: 'events', password: 'secret' }),
    },
    onProfile: (profile) => note(`enter ${profile}`),
    onSettings: () => note('show'),
    onChange: () => undefined,
  });
  return {
    store,
    changes,
    following,
    noted: () => noted.splice(0),
    holdDemo(until: Promise<void>) {
      demoStarts = until;
    },
    /** All that a change brings about. */
    async followUp(change: { readonly ok: boolean }): Promise<readonly string[]> {
      expect(change.ok).toBe(true);
      await following.settle();
      return noted.splice(0);
    },
  };
}

async function connected() {
  const desk = setUp();
  desk.changes.update({ pbx: { address: 'https://pbx.example' } });
  await desk.followUp(desk.changes.saveCredentials({ user: 'agent', password: 'p4ssw0rd' }));
  return desk;
}

describe('what follows a change of the settings', () => {
  it('asks no PBX before one is set', async () => {
    const { following, noted } = setUp();
    await following.settle();
    expect(noted()).toEqual(expect.arrayContaining(['demo off', 'enter main', 'listen']));
    await following.settle();
    expect(noted()).toEqual(['show', 'demo off']);
  });

  it('forgets everything for another PBX, and asks that one', async () => {
    const { changes, followUp } = await connected();
    expect(await followUp(changes.update({ pbx: { address: 'https://other.example' } }))).toEqual([
      'forget state',
      'forget rights',
      'forget checks',
      'forget findings',
      'end the ping',
      'forget clocks',
      'show',
      'demo off',
      'listen',
      'ask',
    ]);
    expect(await followUp(changes.setMode('demo'))).toEqual([
      'forget state',
      'forget rights',
      'forget checks',
      'forget findings',
      'end the ping',
      'forget clocks',
      'show',
      'demo on',
      'enter demo',
      'listen',
      `demo sends to ${listening.address}`,
      'ask',
    ]);
    expect(await followUp(changes.setMode('simotel'))).toEqual(expect.arrayContaining(['forget clocks', 'enter main']));
  });

  const ways: readonly [string, (desk: Awaited<ReturnType<typeof connected>>) => { readonly ok: boolean }][] = [
    ['account', ({ changes }) => changes.saveCredentials({ password: 'another' })],
    ['form of the account', ({ changes }) => changes.update({ pbx: { auth: 'token' } })],
    ['leave to send openly', ({ changes }) => changes.update({ pbx: { allowPlainHttp: true } })],
    ['certificate', ({ store }) => store.update({ pbx: { pinnedCertificate: pin } })],
  ];
  it.each(ways)(
    'asks the same PBX anew with another %s, but keeps what is known of its clock',
    async (_what, change) => {
      const desk = await connected();
      const followed = await desk.followUp(change(desk));
      expect(followed).toEqual(
        expect.arrayContaining(['forget state', 'forget rights', 'forget checks', 'end the ping', 'ask']),
      );
      expect(followed).not.toContain('forget clocks');
    },
  );

  it('forgets nothing and asks nobody for what leads to no other PBX', async () => {
    const { changes, followUp } = await connected();
    for (const patch of [
      { pbx: { eventTimeZone: 'Asia/Tehran' } },
      { pbx: { reportTimeZone: 'UTC' } },
      { pbx: { method: 'PUT' as const } },
      { identity: { caller: '557' } },
      { listener: { port: 9099 } },
      { ui: { theme: 'dark' as const } },
    ]) {
      const followed = await followUp(changes.update(patch));
      expect(followed.filter((what) => /^(forget|end|ask)/.test(what))).toEqual([]);
      expect(followed).toContain('show');
    }
  });

  it('shows at once, one change after the other, and starts nothing when the program ends', async () => {
    const { changes, following, holdDemo, noted } = setUp();
    let started = (): void => undefined;
    holdDemo(new Promise((resolve) => (started = resolve)));
    changes.setMode('demo');
    const first = following.settle();
    expect(noted()).toContain('show');
    await expect.poll(noted).toEqual(['demo on']);
    changes.setMode('simotel');
    const second = following.settle();
    expect(noted()).toContain('show');
    following.stop();
    started();
    await Promise.all([first, second]);
    const rest = noted();
    expect(rest).not.toContain('ask');
    expect(rest).not.toContain('demo off');
  });
});
