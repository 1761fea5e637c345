import { describe, expect, test } from 'vitest';
import type { SettingsStore } from '../../electron/storage/settings-store.ts';
import { address, computer, isRoot, locked, password } from '../support/provisioned-computer.ts';
import { certificatePem, pinOf } from '../support/tls-fixtures.ts';

describe.skipIf(!isRoot)('what the settings do not keep, under the file for the whole computer', () => {
  test('starting with the system has a default until the agent chooses, here or in the system', () => {
    const pc = computer();
    pc.write({ desktop: { startWithSystem: true } });
    expect(pc.start().store.managed().get('desktop.startWithSystem')).toMatchObject({ mode: 'default', own: null });
    expect(pc.atLogin.on).toBe(true);
    expect(pc.log()).toContain('"changed":["desktop.startWithSystem"]');
    pc.atLogin.on = false;
    pc.start();
    expect(pc.atLogin.on).toBe(false);
    expect(pc.start().keptElsewhere.startWithSystem(true).ok).toBe(true);
    pc.start();
    expect(pc.atLogin.on).toBe(true);
  });

  test('a default of starting with the system goes with its file, where nobody chose', () => {
    const pc = computer();
    pc.write({ desktop: { startWithSystem: true } });
    pc.start();
    pc.write({});
    pc.start();
    expect(pc.atLogin.on).toBe(false);
  });

  test.each([
    ['locked', { locked: ['desktop.startWithSystem'] }],
    ['hidden', { hidden: ['desktop'] }],
  ])('starting with the system is kept where it is %s, and the choice comes back with the lock', (_mode, lock) => {
    const pc = computer();
    pc.atLogin.on = true;
    pc.write({ desktop: { startWithSystem: false }, ...lock });
    const { keptElsewhere, given } = pc.start({}, { desktop: { startWithSystem: true }, ui: { theme: 'dark' } });
    expect(pc.atLogin.on).toBe(false);
    expect(keptElsewhere.startWithSystem(true)).toEqual(locked('desktop.startWithSystem'));
    expect(given).toMatchObject({ error: { code: 'settings-locked', setting: 'desktop.startWithSystem' } });
    expect([pc.atLogin.on, pc.start().store.read().ui.theme]).toEqual([false, 'system']);
    // Changed in the system itself: put right at the next start, also while the file cannot be read.
    pc.atLogin.on = true;
    pc.start();
    expect(pc.atLogin.on).toBe(false);
    pc.write('{');
    pc.atLogin.on = true;
    pc.start();
    expect(pc.atLogin.on).toBe(false);
    pc.write({ desktop: { startWithSystem: false } });
    pc.start();
    expect(pc.atLogin.on).toBe(true);
  });

  test('a system that could not be told is told again at the next start, and nobody is held to have chosen', () => {
    const pc = computer();
    pc.atLogin.refuses = true;
    pc.write({ desktop: { startWithSystem: true } });
    pc.start();
    expect(pc.log()).toContain('warn The system could not be told');
    pc.atLogin.refuses = false;
    pc.start();
    expect(pc.atLogin.on).toBe(true);
  });

  test('one start may be given it too', () => {
    const pc = computer();
    expect(pc.start({}, { desktop: { startWithSystem: true } }).given).toMatchObject({ state: 'applied' });
    expect(pc.atLogin.on).toBe(true);
  });

  test.each([
    ['locked', { pbx: { address }, locked: ['demo'] }, 'simotel'],
    ['hidden', { hidden: ['demo'] }, 'unset'],
  ] as const)('the demo that is %s is not begun, and one that runs is left', (_mode, content, left) => {
    const pc = computer();
    pc.start().changes.setMode('demo');
    pc.write(content);
    const { store, changes } = pc.start();
    expect(store.read().mode).toBe(left);
    expect(changes.setMode('demo')).toEqual(locked('demo'));
    expect(store.read().mode).toBe(left);
    // By hand as well, and while the file cannot be read.
    pc.write('{');
    pc.settings.write({ ...pc.settings.read(), mode: 'demo' });
    expect(pc.start().store.read().mode).toBe(left);
    pc.write({});
    expect(pc.start().changes.setMode('demo').ok).toBe(true);
  });

  test('secrets that nothing protects may be forbidden: consent ends, with what was written by it', () => {
    const pc = computer(null);
    const before = pc.start();
    before.keptElsewhere.allowUnprotected(true);
    before.changes.saveCredentials({ password });
    expect(pc.credentials.text()).toContain(password);
    pc.write({ locked: ['secrets.allowUnprotected'] });
    const { keptElsewhere, vault } = pc.start();
    expect(pc.credentials.text()).not.toContain(password);
    expect(vault.status().protection).toBe('memory');
    expect(keptElsewhere.allowUnprotected(true)).toEqual(locked('secrets.allowUnprotected'));
    expect(keptElsewhere.allowUnprotected(false).ok).toBe(true);
    expect(vault.status().protection).toBe('memory');
  });
});

describe.skipIf(!isRoot)('the certificate of the PBX in the file for the whole computer', () => {
  const pem = certificatePem('self-signed');
  const { fingerprint256 } = pinOf('self-signed');
  const other = { ...pinOf('replaced'), pem: certificatePem('replaced') };
  const pinned = (store: SettingsStore) => store.read().pbx.pinnedCertificate?.fingerprint256 ?? null;

  test('a default is trusted until the agent trusts another one, and follows the file until then', () => {
    const pc = computer();
    pc.write({ pbx: { address, pinnedCertificate: certificatePem('replaced') } });
    expect(pinned(pc.start().store)).toBe(other.fingerprint256);
    pc.write({ pbx: { address, pinnedCertificate: pem } });
    const { store } = pc.start();
    expect(pinned(store)).toBe(fingerprint256);
    expect(store.read().pbx.pinnedCertificate).toMatchObject({ subject: expect.stringContaining('='), pem });
    expect(store.update({ pbx: { pinnedCertificate: other } }).ok).toBe(true);
    expect(pinned(pc.start().store)).toBe(other.fingerprint256);
    // Another address is another PBX: nobody has compared its certificate.
    pc.write({ pbx: { address: 'https://new.example', pinnedCertificate: pem } });
    expect(pinned(pc.start().store)).toBe(fingerprint256);
    pc.write({ pbx: { address: 'https://newer.example' } });
    expect(pinned(pc.start().store)).toBeNull();
  });

  test('a default is of the address beside it, and says nothing of one that the agent chose', () => {
    const pc = computer();
    pc.start().changes.update({ pbx: { address: 'https://own.example' } });
    pc.write({ pbx: { address, pinnedCertificate: pem } });
    const { store, changes } = pc.start();
    expect([store.read().pbx.address, pinned(store)]).toEqual(['https://own.example', null]);
    changes.update({ pbx: { address } });
    expect(pinned(pc.start().store)).toBe(fingerprint256);
  });

  test.each([
    ['locked', { locked: ['pbx.pinnedCertificate'] }],
    ['hidden', { hidden: ['pbx.pinnedCertificate'] }],
  ])('one that is %s is the only one, whatever address and profile; nobody trusts another', (_mode, lock) => {
    const pc = computer();
    pc.write({ pbx: { address, pinnedCertificate: pem }, ...lock });
    const { store, changes, profiles, given } = pc.start(
      {},
      { pbx: { address, pinnedCertificate: certificatePem('replaced') } },
    );
    expect(given).toMatchObject({ error: { code: 'settings-locked', setting: 'pbx.pinnedCertificate' } });
    expect(store.update({ pbx: { pinnedCertificate: other } })).toEqual(locked('pbx.pinnedCertificate'));
    expect(store.update({ pbx: { pinnedCertificate: null } })).toEqual(locked('pbx.pinnedCertificate'));
    expect(changes.update({ pbx: { address: 'https://other.example' } }).ok).toBe(true);
    expect(pinned(store)).toBe(fingerprint256);
    expect(profiles.add('Branch', false).ok).toBe(true);
    expect([store.read().profile.name, pinned(store)]).toEqual(['Branch', fingerprint256]);
  });

  test('a lock without one means that only those are trusted that the computer trusts', () => {
    const pc = computer();
    const before = pc.start();
    before.changes.update({ pbx: { address } });
    before.store.update({ pbx: { pinnedCertificate: other } });
    pc.write({ locked: ['pbx.pinnedCertificate'] });
    const { store } = pc.start();
    expect(pinned(store)).toBeNull();
    expect(store.update({ pbx: { pinnedCertificate: other } })).toEqual(locked('pbx.pinnedCertificate'));
    pc.write({});
    expect(pinned(pc.start().store)).toBe(other.fingerprint256);
  });

  test('one start may be given one as well', () => {
    const pc = computer();
    expect(pinned(pc.start({}, { pbx: { address, pinnedCertificate: pem } }).store)).toBe(fingerprint256);
  });
});

describe.skipIf(!isRoot)('profiles under the file for the whole computer', () => {
  test('what is locked holds in every profile: a new one begins with it, and one that is unlike it is left', () => {
    const pc = computer();
    const { changes, profiles } = pc.start();
    changes.update({ pbx: { address }, identity: { caller: '557' } });
    profiles.add('Branch', false);
    changes.update({ identity: { caller: '601', callLimitSeconds: 900 } });
    pc.write({ identity: { callLimitSeconds: 600 }, locked: ['identity.callLimitSeconds'] });
    const next = pc.start();
    expect(next.system.error).toBeNull();
    expect(next.store.read()).toMatchObject({
      profile: { id: 'main' },
      identity: { caller: '557', callLimitSeconds: 600 },
    });
    expect(next.profiles.switchTo('p0000000b', false)).toEqual(locked('identity.callLimitSeconds'));
    expect(next.profiles.remove('p0000000b').ok).toBe(true);
    expect(next.profiles.add('Branch', false).ok).toBe(true);
    expect(next.store.read()).toMatchObject({
      profile: { id: 'p0000000b' },
      identity: { caller: '', callLimitSeconds: 600 },
    });
    // One that is like it stays in use.
    expect(pc.start().store.read().profile.id).toBe('p0000000b');
  });

  test('its defaults and its credentials are those of the first one', () => {
    const pc = computer();
    const { changes, profiles } = pc.start();
    changes.update({ pbx: { address: 'https://branch.example' } });
    profiles.add('Branch', true);
    changes.saveCredentials({ password: 'branch' });
    pc.write({
      profile: { name: 'Head' },
      pbx: { address, password: { env: 'DIALDESK_SECRET_P' } },
      locked: ['pbx.password'],
    });
    const next = pc.start({ DIALDESK_SECRET_P: password });
    expect(next.store.read()).toMatchObject({
      profile: { name: 'Branch' },
      pbx: { address: 'https://branch.example' },
    });
    expect(next.vault.read().pbx.password).toBe('branch');
    expect(next.profiles.switchTo('main', false).ok).toBe(true);
    // Its own address was chosen by the person, so a password of another PBX does not go there.
    expect(next.store.read()).toMatchObject({ profile: { name: 'Head' }, pbx: { address: 'https://branch.example' } });
    expect(next.vault.read().pbx.password).toBe('');
  });
});
