import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ListenerConfig } from '../../electron/call-events/listener-config.ts';
import { addressesOf, facingAddress } from '../../electron/desk/facing-address.ts';
import { createListenerControl } from '../../electron/desk/listener-control.ts';
import { createCredentialVault } from '../../electron/storage/credential-vault.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import { listenerStatus } from '../support/listener-status.ts';
import { memoryFile, secretBox, silent } from '../support/settings-fakes.ts';

const listening: Settings = {
  ...defaultSettings,
  mode: 'simotel',
  listener: { ...defaultSettings.listener, host: '127.0.0.1', allowFrom: ['192.168.1.10'] },
};

/** A listener that only notes what it is told; `hold` keeps it from finishing a start. */
function setUp(first: Settings = listening, file = memoryFile(), key: string | null = 'k') {
  const now = {
    settings: first,
    profile: 'main',
    pbxHost: null as string | null,
    pbxOrigin: null as string | null,
    otherHosts: [] as readonly string[],
    names: undefined as { facing: string | null; addresses: readonly string[] } | undefined,
    hold: Promise.resolve(),
  };
  const started: ListenerConfig[] = [];
  const told: string[] = [];
  let status = listenerStatus;
  const vault = createCredentialVault(file, secretBox(key), silent);
  const control = createListenerControl({
    listener: {
      start: async (config) => {
        told.push(`start ${config.port}`);
        await now.hold;
        started.push(config);
        status = { ...status, state: 'listening', port: config.port };
      },
      stop: async () => {
        told.push('stop');
        status = { ...status, state: 'off' };
      },
      retryNow: () => told.push('retry'),
      status: () => status,
      forgetArrivals: () => told.push('forget'),
    },
    vault,
    settings: () => now.settings,
    profile: () => now.profile,
    pbxHost: () => now.pbxHost,
    pbxOrigin: () => now.pbxOrigin,
    otherHosts: () => now.otherHosts,
    onChange: () => undefined,
    names: {
      facingAddress: async (host) => (now.names === undefined ? facingAddress(host) : now.names.facing),
      addressesOf: async (host) => (now.names === undefined ? addressesOf(host) : now.names.addresses),
    },
  });
  return { now, control, started, told, vault, file };
}

describe('the listener control', () => {
  test('starts the listener with credentials made up once, and keeps them', async () => {
    const { control, started, vault } = setUp();
    await control.apply();
    expect(started).toHaveLength(1);
    expect(started[0]?.password).toMatch(/^[A-Za-z0-9]{24}$/);
    expect(vault.read().listener).toEqual({ user: started[0]?.user, password: started[0]?.password });
    expect(control.credentials()).toEqual(vault.read().listener);
  });

  test('makes up none that could not be kept: the next ones would be others', async () => {
    const { control, started, file } = setUp();
    file.full = true;
    await control.apply();
    expect(control.credentials()).toBeNull();
    expect(started[0]).toMatchObject({ user: '', password: '' });
  });

  test('makes up no others once some were issued and lost', async () => {
    const file = memoryFile();
    createCredentialVault(file, secretBox(null), silent).save({ listener: { user: 'u', password: 'p' } });
    const { control, started } = setUp(listening, file, null);
    await control.apply();
    expect(control.credentials()).toBeNull();
    expect(started[0]).toMatchObject({ user: '', password: '' });
  });

  test('leaves a listener alone whose settings did not change, also on a port of its own choice', async () => {
    const { now, control, told } = setUp({ ...listening, listener: { ...listening.listener, port: 0 } });
    await control.apply();
    now.settings = { ...now.settings, ui: { ...now.settings.ui, language: 'fa' } };
    await control.apply();
    expect(told).toEqual(['stop', 'start 0']);
  });

  test('starts it anew on another port, and stops it when it is switched off', async () => {
    const { now, control, told } = setUp();
    await control.apply();
    now.settings = { ...listening, listener: { ...listening.listener, port: 9000 } };
    await control.apply();
    now.settings = { ...listening, listener: { ...listening.listener, enabled: false } };
    await control.apply();
    expect(told).toEqual(['stop', 'start 8088', 'stop', 'start 9000', 'stop']);
  });

  test('belongs to the earlier profile until it was stopped for the new one', async () => {
    const { now, control, started } = setUp();
    await control.apply();
    now.profile = 'demo';
    expect(control.profile()).toBe('main');
    await control.apply();
    expect(control.profile()).toBe('demo');
    expect(started).toHaveLength(2);
  });

  test('without a way to the PBX says that the address is missing, but not once it is switched off', async () => {
    const { now, control } = setUp({ ...listening, listener: { ...listening.listener, host: 'auto' } });
    await control.apply();
    expect(control.status().state).toBe('address-missing');
    now.settings = { ...now.settings, mode: 'unset' };
    await control.apply();
    expect(control.status().state).toBe('off');
  });

  test('finds the address that faces the PBX, and lets the PBX alone send', async () => {
    const { now, control, started } = setUp({
      ...listening,
      listener: { ...listening.listener, host: 'auto', allowFrom: [] },
    });
    await control.apply();
    now.pbxHost = '127.0.0.1';
    await control.retry();
    expect(started).toMatchObject([{ host: '127.0.0.1', allowFrom: ['127.0.0.1'] }]);
  });

  test('once stopped opens nothing any more, also when it was asked to a moment before', async () => {
    const { control, told } = setUp();
    const asked = control.apply();
    await control.stop();
    await asked;
    await control.apply();
    expect(told.filter((word) => word.startsWith('start'))).toEqual([]);
  });

  test('stops a listener that is just starting only when it has started', async () => {
    const { now, control, told, started } = setUp();
    let release = () => {};
    now.hold = new Promise((resolve) => {
      release = resolve;
    });
    const asked = control.apply();
    await new Promise((resolve) => setImmediate(resolve));
    const stopped = control.stop();
    release();
    await Promise.all([asked, stopped]);
    expect(started).toHaveLength(1);
    expect(told.at(-1)).toBe('stop');
  });

  test('counts anew for another profile or another PBX, not for another port', async () => {
    const { now, control, told } = setUp();
    now.pbxOrigin = 'https://one';
    await control.apply();
    now.settings = { ...listening, listener: { ...listening.listener, port: 9000 } };
    await control.apply();
    expect(told).not.toContain('forget');
    now.pbxOrigin = 'https://two';
    await control.apply();
    expect(told.filter((word) => word === 'forget')).toHaveLength(1);
    now.profile = 'demo';
    await control.apply();
    // Only after the listener of the earlier profile was stopped.
    expect(told.slice(-3)).toEqual(['stop', 'forget', 'start 9000']);
  });

  test('takes nothing from the PBX of another profile, as far as it is not the same', async () => {
    const wide: Settings = {
      ...listening,
      listener: { ...listening.listener, allowFrom: ['10.0.0.0/8', '127.0.0.1'] },
    };
    const { now, control, started } = setUp(wide);
    Object.assign(now, { profile: 'branch', pbxHost: '10.0.0.2', otherHosts: ['10.0.0.1', '10.0.0.2', '127.0.0.1'] });
    await control.apply();
    expect(started.at(-1)?.notFrom).toEqual(['10.0.0.1', '127.0.0.1']);
    Object.assign(now, { profile: 'main', pbxHost: '10.0.0.1', otherHosts: ['10.0.0.2'] });
    await control.apply();
    expect(started.at(-1)).toMatchObject({ allowFrom: ['10.0.0.0/8', '127.0.0.1'], notFrom: ['10.0.0.2'] });
  });

  describe('when the name of the PBX is not found', () => {
    const auto: Settings = { ...listening, listener: { ...listening.listener, host: 'auto', allowFrom: [] } };
    const found = { facing: '10.0.0.5', addresses: ['10.0.0.1'] };
    const lost = { facing: null, addresses: [] };

    test('keeps the listener that works, and follows once it is found elsewhere', async () => {
      vi.useFakeTimers();
      onTestFinished(() => void vi.useRealTimers());
      const { now, control, told, started } = setUp(auto);
      Object.assign(now, { pbxHost: 'pbx', names: found });
      await control.apply();
      now.names = lost;
      await control.apply();
      expect(control.status().state).toBe('listening');
      expect(told).toEqual(['stop', 'start 8088']);
      now.names = { ...found, facing: '10.0.0.6' };
      await vi.advanceTimersByTimeAsync(1000);
      expect(started.map(({ host }) => host)).toEqual(['10.0.0.5', '10.0.0.6']);
      await control.stop();
    });

    test('tries again by itself, more and more seldom, until it is found', async () => {
      vi.useFakeTimers();
      onTestFinished(() => void vi.useRealTimers());
      const { now, control, started } = setUp(auto);
      Object.assign(now, { pbxHost: 'pbx', names: lost });
      await control.apply();
      expect(control.status().state).toBe('address-missing');
      await vi.advanceTimersByTimeAsync(3000);
      now.names = found;
      await vi.advanceTimersByTimeAsync(3999);
      expect(started).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(control.status().state).toBe('listening');
      await control.stop();
    });

    test('does not keep the listener of other settings', async () => {
      const { now, control } = setUp(auto);
      Object.assign(now, { pbxHost: 'pbx', names: found });
      await control.apply();
      Object.assign(now, { pbxHost: 'other', pbxOrigin: 'https://other', names: lost });
      await control.apply();
      expect(control.status().state).toBe('address-missing');
      await control.stop();
    });
  });
});
