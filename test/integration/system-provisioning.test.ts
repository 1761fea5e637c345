import { chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { address, computer, isRoot, locked, password } from '../support/provisioned-computer.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { certificatePem } from '../support/tls-fixtures.ts';

describe.skipIf(!isRoot)('the file for the whole computer (only root can write one that counts)', () => {
  test('locked counts before the own choice, that before the default of the file, that before the built-in one', () => {
    const pc = computer();
    pc.start().changes.update({ ui: { theme: 'dark', calendar: 'persian' } });
    pc.write({
      ui: { theme: 'light', calendar: 'gregorian', digits: 'latin', zoomPercent: 125 },
      locked: ['ui.theme'],
      hidden: ['ui.zoomPercent'],
    });
    const { store } = pc.start();
    expect(store.read().ui).toEqual({
      theme: 'light',
      calendar: 'persian',
      digits: 'latin',
      zoomPercent: 125,
      language: 'en',
    });
  });

  test('main refuses to change what is locked or hidden, by every way, and takes all else', () => {
    const pc = computer();
    pc.write({
      pbx: { address, user: 'desk' },
      ui: { theme: 'light' },
      listener: { user: 'pbx', password: { env: 'DIALDESK_SECRET_EVENTS' } },
      locked: ['ui.theme', 'pbx.method', 'pbx.password', 'listener.password', 'profiles'],
      hidden: ['keeping'],
    });
    const { changes, store, profiles, vault, given } = pc.start(
      { DIALDESK_SECRET_EVENTS: 'e' },
      { ui: { theme: 'dark' } },
    );
    expect(given).toMatchObject({ state: 'failed', error: { code: 'settings-locked', setting: 'ui.theme' } });
    expect(changes.update({ ui: { theme: 'dark' } })).toEqual(locked('ui.theme'));
    expect(changes.update({ ui: { theme: 'dark', calendar: 'persian' } })).toEqual(locked('ui.theme'));
    expect(changes.update({ keeping: { months: 1 } })).toEqual(locked('keeping.months'));
    expect(changes.saveCredentials({ password: 'x' })).toEqual(locked('pbx.password'));
    expect(changes.update({ pbx: { address: 'https://a:b@pbx.example' } })).toEqual(locked('pbx.password'));
    expect(changes.saveListenerCredentials({ user: 'a', password: 'b' })).toEqual(locked('listener.password'));
    expect(profiles.add('Branch', false)).toEqual(locked('profiles'));
    expect(profiles.rename('main', 'Branch')).toEqual(locked('profiles'));
    expect(store.read()).toMatchObject({ ui: { theme: 'light', calendar: 'gregorian' }, keeping: { months: null } });
    expect(changes.update({ ui: { theme: 'light', calendar: 'persian' } }).ok).toBe(true);
    expect(changes.saveCredentials({ token: 'mine' }).ok).toBe(true);
    expect(vault.read()).toEqual({
      pbx: { user: 'desk', password: '', token: 'mine' },
      listener: { user: 'pbx', password: 'e' },
    });
  });

  test('a lock that is taken away gives back what the person had chosen; so does a file that is gone', () => {
    const pc = computer();
    pc.start().changes.update({ ui: { theme: 'dark' }, identity: { caller: '600' } });
    pc.write({
      ui: { theme: 'light' },
      identity: { caller: '557', timeoutSeconds: 30 },
      locked: ['ui', 'identity.caller'],
    });
    expect(pc.start().store.read()).toMatchObject({
      ui: { theme: 'light' },
      identity: { caller: '557', timeoutSeconds: 30 },
    });
    pc.write({ ui: { theme: 'light' } });
    const { store, changes } = pc.start();
    expect(store.read()).toMatchObject({ ui: { theme: 'dark' }, identity: { caller: '600', timeoutSeconds: null } });
    expect(changes.update({ ui: { theme: 'system' } }).ok).toBe(true);
    // Chosen by the person, although it is the built-in one.
    expect(pc.start().store.read().ui.theme).toBe('system');
    expect(pc.settings.text()).toContain('"managed"');
    pc.write({ ui: { theme: 'light' }, locked: ['ui.theme'] });
    expect(pc.start().store.read().ui.theme).toBe('light');
    writeFileSync(pc.file, '{}');
    expect(pc.start().store.read().ui.theme).toBe('light');
  });

  test('a default that changes reaches who did not choose otherwise, at the next start, and the log says so', () => {
    const pc = computer();
    pc.write({ ui: { theme: 'light' } });
    pc.start();
    pc.write({ ui: { theme: 'dark' } });
    expect(pc.start().store.read().ui.theme).toBe('dark');
    expect(pc.log()).toContain('"changed":["ui.theme"],"defaults":1,"locked":0,"hidden":0');
  });

  test.each([
    ['no JSON', '{', { code: 'provisioning-unreadable', reason: 'not-json' }],
    ['an unknown setting', { ui: { themes: 1 } }, { code: 'provisioning-invalid', field: 'ui.themes' }],
    ['an unknown name of a lock', { locked: ['ui.themes'] }, { code: 'provisioning-invalid', field: 'locked.0' }],
    ['a password in words', { pbx: { address, password } }, { code: 'provisioning-invalid', field: 'pbx.password' }],
    ['credentials of nowhere', { pbx: { user: 'a' } }, { code: 'provisioning-invalid', field: 'pbx.address' }],
    [
      'a certificate that is none',
      { pbx: { address, pinnedCertificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n' } },
      { code: 'provisioning-invalid', field: 'pbx.pinnedCertificate' },
    ],
    [
      'a certificate of nowhere',
      { pbx: { pinnedCertificate: certificatePem('self-signed') } },
      { code: 'provisioning-invalid', field: 'pbx.address' },
    ],
    ['an address nobody could set', { locked: ['pbx'] }, { code: 'provisioning-invalid', field: 'locked' }],
    ['half an account', { listener: { user: 'a' } }, { code: 'provisioning-invalid', field: 'listener.password' }],
    ['direct mode', { hotkeys: { direct: true } }, { code: 'provisioning-invalid', field: 'hotkeys.direct' }],
    [
      'a feed that nobody signs',
      { updates: { feed: 'https://updates.example.com/dialdesk/' } },
      { code: 'provisioning-invalid', field: 'updates.key' },
    ],
    ...['http://updates.example.com/', 'https://user:secret@updates.example.com/', 'file:///srv/updates'].map(
      (feed): [string, object, object] => [
        `a feed at ${feed}`,
        { updates: { feed } },
        { code: 'provisioning-invalid', field: 'updates.feed' },
      ],
    ),
    [
      'another variable',
      { pbx: { address, password: { env: 'AWS_SECRET_ACCESS_KEY' } } },
      { code: 'provisioning-invalid', field: 'pbx.password.env' },
    ],
    [
      'a strange page',
      { screenPop: { incomingRinging: 'https://crm.example.com/{number}' } },
      { code: 'provisioning-invalid', field: 'screenPop.incomingRinging' },
    ],
    [
      'one hotkey twice',
      { hotkeys: { redial: 'Ctrl+Alt+R', showCall: 'Ctrl+Alt+R' } },
      { code: 'provisioning-invalid', field: 'hotkeys.redial' },
    ],
  ])('%s in it is told by its field, changes nothing and unlocks nothing', (_what, wrong, expected) => {
    const pc = computer();
    pc.write({ ui: { theme: 'light' }, locked: ['ui.theme'] });
    pc.start();
    pc.write(wrong);
    const { system, changes, store } = pc.start();
    expect(system.error).toMatchObject(expected);
    expect(changes.update({ ui: { theme: 'dark' } })).toEqual(locked('ui.theme'));
    expect(store.read().ui.theme).toBe('light');
    expect(pc.log()).toContain('error The administrator’s file for this computer was not taken');
    expect(pc.log()).not.toContain(password);
  });

  test('settings changed by hand are put right at the start, also while the file cannot be read', () => {
    const pc = computer();
    pc.write({ ui: { theme: 'light' }, locked: ['ui.theme'] });
    pc.start();
    const byHand = () => pc.settings.write({ ...pc.settings.read(), ui: { theme: 'dark' } });
    byHand();
    expect(pc.start().store.read().ui.theme).toBe('light');
    pc.write('{');
    byHand();
    expect(pc.start().store.read().ui.theme).toBe('light');
  });

  test('nothing else says where updates come from: not the settings, not what they keep of the file, not an unreadable file', () => {
    const own = { feed: 'https://own.example/', key: `MCowBQYDK2VwAyEA${'A'.repeat(43)}=`, certificate: '' };
    const theirs = {
      feed: 'https://updates.example.com/',
      key: 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=',
    };
    const none = { feed: '', key: '', certificate: '' };
    const pc = computer();
    const byHand = (mode: string) =>
      pc.settings.write({
        ...pc.settings.read(),
        updates: own,
        managed: Object.fromEntries(
          Object.entries(own).map(([name, value]) => [`updates.${name}`, { mode, given: value, own: { value } }]),
        ),
      });
    pc.settings.write({ updates: own });
    expect(pc.start().store.read().updates).toEqual(none);
    byHand('default');
    expect(pc.start().store.read().updates).toEqual(none);
    pc.write({ updates: theirs });
    byHand('default');
    const { store, changes, system } = pc.start();
    expect(system.error).toBeNull();
    expect(store.read().updates).toEqual({ ...none, ...theirs });
    expect(changes.update({ updates: own })).toEqual(locked('updates.feed'));
    pc.write('{');
    byHand('locked');
    expect(pc.start().store.read().updates).toEqual(none);
    pc.write({ ui: { theme: 'light' } });
    byHand('locked');
    expect(pc.start().store.read().updates).toEqual(none);
    pc.write({ updates: theirs });
    pc.settings.write({ updates: own });
    pc.settings.full = true;
    expect(pc.start().store.read().updates).toEqual(none);
  });

  describe.runIf(process.platform === 'linux')('that others can write', () => {
    const refused = { error: { code: 'provisioning-unreadable', reason: 'others-can-write' } };
    test.each([
      ['the file, by everybody', (file: string) => chmodSync(file, 0o646)],
      ['the file, by a group', (file: string) => chmodSync(file, 0o664)],
      ['the file, since it is theirs', (file: string) => chownSync(file, 65534, 65534)],
      ['its folder', (file: string) => chmodSync(join(file, '..'), 0o777)],
      ['its folder, since it is theirs', (file: string) => chownSync(join(file, '..'), 65534, 65534)],
    ])('is refused: %s', (_what, open) => {
      const pc = computer();
      pc.write({ ui: { theme: 'light' }, locked: ['ui.theme'] });
      open(pc.file);
      const { system, store } = pc.start();
      expect(system).toMatchObject(refused);
      expect(store.read().ui.theme).toBe('system');
      expect(store.managed().size).toBe(0);
    });

    test('is refused behind a link too', () => {
      const pc = computer();
      const elsewhere = temporaryFolder('elsewhere');
      mkdirSync(join(elsewhere, 'open'), { mode: 0o755 });
      const target = join(elsewhere, 'open', 'real.json');
      writeFileSync(target, JSON.stringify({ version: 1, locked: ['ui'] }), { mode: 0o644 });
      symlinkSync(target, pc.file);
      expect(pc.start().system.error).toBeNull();
      chmodSync(join(elsewhere, 'open'), 0o777);
      expect(pc.start().system).toMatchObject(refused);
    });
  });
});
