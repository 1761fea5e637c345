import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createKeptElsewhere } from '../../electron/desk/kept-elsewhere.ts';
import { createProfileChanges } from '../../electron/desk/profile-changes.ts';
import { createSettingsChanges } from '../../electron/desk/settings-changes.ts';
import { applyProvisioningFile } from '../../electron/provisioning/apply-provisioning-file.ts';
import { applySystemFile } from '../../electron/provisioning/apply-system-file.ts';
import { createCredentialVault } from '../../electron/storage/credential-vault.ts';
import { createSettingsStore, type SettingsStore } from '../../electron/storage/settings-store.ts';
import { profilesOf } from '../../shared/settings/profiles.ts';
import { loginItem, memoryFile, secretBox } from '../support/settings-fakes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { certificatePem, pinOf } from '../support/tls-fixtures.ts';

const isRoot = process.getuid?.() === 0;
const address = 'https://pbx.example';
const password = 'canary-of-the-password';

/** A computer with its file for everybody, on which the program can be started again and again. */
function computer(key: string | null = 'k') {
  const folder = temporaryFolder('etc');
  const file = join(folder, 'provisioning.json');
  const settings = memoryFile();
  const credentials = memoryFile();
  const atLogin = loginItem();
  const lines: string[] = [];
  const write = (level: string) => (message: string, data?: object) =>
    void lines.push(`${level} ${message} ${JSON.stringify(data ?? {})}`);
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  const start = (variables: Readonly<Record<string, string>> = {}, given: object | null = null) => {
    const store = createSettingsStore(settings, log);
    const vault = createCredentialVault(credentials, secretBox(key), log, {
      active: () => store.read().profile.id,
      all: () => profilesOf(store.read()).map(({ id }) => id),
    });
    const changes = createSettingsChanges({ store, vault, platform: 'linux' });
    const keptElsewhere = createKeptElsewhere({ store, vault, atLogin });
    const profiles = createProfileChanges({
      store,
      vault,
      newId: () => 'p0000000b',
      inCall: () => false,
      hasCalls: () => false,
      forget: () => undefined,
    });
    const common = {
      platform: process.platform,
      variables: new Map(Object.entries(variables)),
      vault,
      inFirst: profiles.inFirst,
      log,
    };
    const system = applySystemFile({ ...common, places: [file], store, changes, atLogin });
    const own = join(temporaryFolder('own'), 'own.json');
    if (given !== null) writeFileSync(own, JSON.stringify({ version: 1, ...given }));
    const applied =
      given === null ? null : applyProvisioningFile(own, { ...common, apply: changes.provision, keptElsewhere });
    return { store, vault, changes, keptElsewhere, profiles, system, given: applied?.became ?? null };
  };
  return {
    folder,
    file,
    start,
    atLogin,
    settings,
    credentials,
    log: () => lines.join('\n'),
    write: (content: object | string) =>
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify({ version: 1, ...content }), {
        mode: 0o644,
      }),
    secretFile(name: string, text: string) {
      const path = join(folder, name);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    },
  };
}

const locked = (setting: string) => ({ ok: false, error: { code: 'settings-locked', setting } });

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

describe.skipIf(!isRoot)('secrets of the file for the whole computer', () => {
  const withFile = { pbx: { address, user: 'desk', password: { oneTimeFile: 'password' } } };

  test('come out of a one-time file, which goes when the key store has them', () => {
    const pc = computer();
    pc.write(withFile);
    const path = pc.secretFile('password', `${password}\n`);
    const { vault, system } = pc.start();
    expect(vault.read().pbx).toEqual({ user: 'desk', password, token: '' });
    expect(existsSync(path)).toBe(false);
    expect(system).toEqual({ file: pc.file, error: null, secretFiles: [] });
    // The next start has no file any more, and the password still.
    expect(pc.start().vault.read().pbx.password).toBe(password);
    expect(pc.settings.text() + pc.credentials.text() + pc.log()).not.toContain(password);
  });

  test.each([
    ['there is no key store', (pc: ReturnType<typeof computer>) => pc, null, 'memory'],
    [
      'the key store did not take it',
      (pc: ReturnType<typeof computer>) => {
        pc.credentials.full = true;
        return pc;
      },
      'k',
      null,
    ],
    [
      'it is of another PBX than the one in use',
      (pc: ReturnType<typeof computer>) => {
        pc.start().changes.update({ pbx: { address: 'https://other.example' } });
        return pc;
      },
      'k',
      'not-stored',
    ],
  ])('stay in the file while %s', (_what, prepare, key, reason) => {
    const pc = prepare(computer(key));
    pc.write(withFile);
    const path = pc.secretFile('password', password);
    const { system } = pc.start();
    expect(readFileSync(path, 'utf8')).toBe(password);
    if (reason === null) expect(system.error).toMatchObject({ code: 'secrets-not-saved' });
    else expect(system.secretFiles).toEqual([{ file: path, problem: 'not-kept', reason }]);
    expect(pc.log()).toContain(reason === null ? 'was not applied' : 'is still there');
    expect(pc.log()).not.toContain(password);
  });

  test('of a file that cannot be removed are told as kept, with the file', () => {
    const pc = computer();
    pc.write({ pbx: { address, password: { oneTimeFile: '/proc/self/comm' } } });
    // A file of the kernel: it can be read, and nobody removes it.
    const { system, vault } = pc.start();
    expect(vault.read().pbx.password).not.toBe('');
    expect(system.secretFiles).toEqual([
      { file: '/proc/self/comm', problem: 'not-removed', reason: expect.stringMatching(/^E(PERM|ACCES)$/) },
    ]);
    expect(pc.log()).toContain('A one-time file of a secret is still there');
    expect(pc.log()).not.toContain(vault.read().pbx.password);
  });

  test.each([
    ['others can write it', 'others-can-write', (path: string) => chmodSync(path, 0o622)],
    ['there is nothing in it', 'empty', (path: string) => writeFileSync(path, '\n')],
    ['it is far too long', 'too-large', (path: string) => writeFileSync(path, 'x'.repeat(2000))],
  ])('are not taken where %s, which is told', (_what, reason, spoil) => {
    const pc = computer();
    pc.write(withFile);
    const path = pc.secretFile('password', password);
    spoil(path);
    const { system, vault } = pc.start();
    expect(vault.read().pbx.password).toBe('');
    expect(system.secretFiles).toEqual([{ file: path, problem: 'not-read', reason }]);
    expect(existsSync(path)).toBe(true);
  });

  test('come out of variables: where there is none yet, or at every start where they are locked', () => {
    const pc = computer();
    const content = { pbx: { address, password: { env: 'DIALDESK_SECRET_P' }, token: { env: 'DIALDESK_SECRET_T' } } };
    pc.write(content);
    const first = pc.start({ DIALDESK_SECRET_P: password });
    expect(first.vault.read().pbx).toEqual({ user: '', password, token: '' });
    expect(pc.log()).toContain('"variable":"DIALDESK_SECRET_T"');
    first.changes.saveCredentials({ password: 'mine' });
    expect(pc.start({ DIALDESK_SECRET_P: 'next' }).vault.read().pbx.password).toBe('mine');
    pc.write({ ...content, locked: ['pbx.password'] });
    expect(pc.start({ DIALDESK_SECRET_P: 'next' }).vault.read().pbx.password).toBe('next');
    expect(pc.log()).not.toContain(password);
  });
});

test('the file of one start may refer to secrets too, may write them out, and locks nothing', () => {
  const pc = computer();
  const path = pc.secretFile('token', 'the-token');
  const { vault, given } = pc.start(
    { DIALDESK_SECRET_P: password },
    { pbx: { address, user: 'desk', password: { env: 'DIALDESK_SECRET_P' }, token: { oneTimeFile: path } } },
  );
  expect(given).toMatchObject({ state: 'applied' });
  expect(vault.read().pbx).toEqual({ user: 'desk', password, token: 'the-token' });
  expect(existsSync(path)).toBe(false);
  expect(pc.start({}, { locked: ['ui'] }).given).toMatchObject({ state: 'failed', error: { field: 'locked' } });
});
