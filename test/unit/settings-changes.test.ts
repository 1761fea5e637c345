import { describe, expect, test } from 'vitest';
import { createSettingsChanges } from '../../electron/desk/settings-changes.ts';
import { type CredentialVault, createCredentialVault } from '../../electron/storage/credential-vault.ts';
import { createSettingsStore } from '../../electron/storage/settings-store.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { fail } from '../../shared/result.ts';
import { memoryFile, secretBox, silent } from '../support/settings-fakes.ts';

const known = { user: 'agent', password: 'secret', token: 'key' };
const none = { user: '', password: '', token: '' };
const pinnedCertificate = { fingerprint256: 'AA:BB', pem: 'pem', subject: 'CN=pbx' };

function setUp(stored: Record<string, unknown> = {}) {
  const settingsFile = memoryFile(stored);
  const store = createSettingsStore(settingsFile, silent);
  const vault = createCredentialVault(memoryFile(), secretBox('k'), silent);
  return { settingsFile, store, vault, changes: createSettingsChanges({ store, vault, platform: 'linux' }) };
}

/** A PBX in use: address, credentials and a trusted certificate. */
function connected() {
  const desk = setUp();
  desk.changes.update({ pbx: { address: 'https://pbx.example' } });
  desk.changes.saveCredentials(known);
  desk.store.update({ pbx: { pinnedCertificate } });
  return desk;
}

describe('settings changes', () => {
  test('the first address puts the program to work', () => {
    const { changes, store } = setUp();
    expect(changes.update({ pbx: { address: '192.168.1.10' } })).toEqual({ ok: true, value: {} });
    expect(store.read()).toMatchObject({ mode: 'simotel', pbx: { address: '192.168.1.10' } });
  });

  test.each(['https://other.example', 'https://pbx.example:8443', 'https://pbx.example.evil', ''])(
    'another origin (%s) drops the credentials and the trusted certificate',
    (address) => {
      const { changes, store, vault } = connected();
      expect(changes.update({ pbx: { address } }).ok).toBe(true);
      expect(vault.read().pbx).toEqual(none);
      expect(store.read().pbx).toMatchObject({ address, pinnedCertificate: null });
    },
  );

  test.each(['https://pbx.example/api/v4', 'HTTPS://PBX.example:443', 'pbx.example'])(
    'the same origin written as %s keeps them',
    (address) => {
      const { changes, store, vault } = connected();
      expect(changes.update({ pbx: { address } }).ok).toBe(true);
      expect(vault.read().pbx).toEqual(known);
      expect(store.read().pbx.pinnedCertificate).toEqual(pinnedCertificate);
    },
  );

  test('a change of anything else keeps them', () => {
    const { changes, store, vault } = connected();
    changes.update({ pbx: { method: 'PUT' }, ui: { theme: 'dark' } });
    changes.setMode('demo');
    expect(vault.read().pbx).toEqual(known);
    expect(store.read()).toMatchObject({ mode: 'demo', pbx: { pinnedCertificate, method: 'PUT' } });
  });

  test('credentials in an address go into the vault, for the new PBX alone, and never into the settings', () => {
    const { changes, store, vault, settingsFile } = connected();
    changes.update({ pbx: { address: 'https://new%40me:p%3Aw@other.example/api' } });
    expect(vault.read().pbx).toEqual({ user: 'new@me', password: 'p:w', token: '' });
    expect(store.read().pbx.address).toBe('https://other.example/api');
    expect(settingsFile.text()).not.toMatch(/new%40me|p%3Aw|p:w/);
  });

  test('an address that cannot be used changes nothing, nor do its credentials', () => {
    const { changes, store, vault } = connected();
    const before = store.read();
    expect(changes.update({ pbx: { address: 'ftp://u:p@other.example' } })).toMatchObject({
      error: { code: 'pbx-address-invalid', reason: 'scheme' },
    });
    expect(changes.update({ pbx: { address: 'http://u:p@other.example' } })).toMatchObject({
      error: { code: 'pbx-plain-http-public' },
    });
    expect(store.read()).toEqual(before);
    expect(vault.read().pbx).toEqual(known);
  });

  test('an unusable address in the stored file does not keep other settings from changing', () => {
    const { changes, store } = setUp({ mode: 'simotel', pbx: { address: 'ftp://pbx' } });
    expect(changes.update({ ui: { language: 'fa' } }).ok).toBe(true);
    expect(changes.setMode('demo').ok).toBe(true);
    expect(store.read()).toMatchObject({ mode: 'demo', ui: { language: 'fa' } });
  });

  test('a new address together with a field that is not valid keeps the PBX and its credentials', () => {
    const { changes, store, vault } = connected();
    const before = store.read();
    const patch = { pbx: { address: 'https://other.example' }, identity: { countryCode: 'IR' } };
    expect(changes.update(patch)).toMatchObject({ error: { code: 'settings-invalid', field: 'identity.countryCode' } });
    expect(store.read()).toEqual(before);
    expect(vault.read().pbx).toEqual(known);
  });

  test('as long as the old credentials cannot be dropped, the new address is not taken', () => {
    const { store, vault } = connected();
    const stuck: CredentialVault = { ...vault, save: () => fail({ code: 'secrets-not-saved' }) };
    const changes = createSettingsChanges({ store, vault: stuck, platform: 'linux' });
    expect(changes.update({ pbx: { address: 'https://other.example' } })).toMatchObject({
      error: { code: 'secrets-not-saved' },
    });
    expect(store.read().pbx.address).toBe('https://pbx.example');
  });

  test('a settings file that cannot be written never leaves credentials with an address they are not for', () => {
    const { changes, store, vault, settingsFile } = connected();
    settingsFile.full = true;
    const patch = { pbx: { address: 'https://u:new@other.example' } };
    expect(changes.update(patch)).toMatchObject({ error: { code: 'storage-failed' } });
    expect(store.read().pbx.address).toBe('https://pbx.example');
    expect(vault.read().pbx).toEqual(known);
  });

  test('an empty text removes one credential and leaves the others', () => {
    const { changes, vault } = connected();
    changes.saveCredentials({ token: '' });
    expect(vault.read().pbx).toEqual({ ...known, token: '' });
  });
});

describe('hotkeys', () => {
  const invalid = (field: string) => ({ ok: false, error: { code: 'settings-invalid', field } });

  test('of the system or of another action are refused with their field, in the window as in the file', () => {
    const { changes, store } = setUp();
    for (const apply of [changes.update, (hotkeys: object) => changes.provision({ version: 1, ...hotkeys })]) {
      expect(apply({ hotkeys: { redial: 'Ctrl+Alt+D' } })).toMatchObject(invalid('hotkeys.redial'));
      expect(apply({ hotkeys: { showCall: 'Ctrl+Alt+Delete' } })).toMatchObject(invalid('hotkeys.showCall'));
      expect(apply({ hotkeys: { redial: 'Ctrl+F8', showCall: 'Ctrl+F8' } })).toMatchObject(invalid('hotkeys.redial'));
    }
    expect(store.read().hotkeys).toMatchObject({ quickDial: 'Ctrl+Alt+D', redial: '', showCall: '' });
  });

  test('may change places, and one written into the file by hand keeps nothing else from changing', () => {
    const { changes, store } = setUp({ hotkeys: { redial: 'Ctrl+Alt+D', showCall: 'Ctrl+Alt+Delete' } });
    expect(changes.update({ ui: { language: 'fa' } }).ok).toBe(true);
    expect(changes.update({ hotkeys: { redial: '', showCall: '' } }).ok).toBe(true);
    expect(changes.update({ hotkeys: { quickDial: 'Ctrl+Alt+C', dialSelection: 'Ctrl+Alt+D' } }).ok).toBe(true);
    expect(store.read().hotkeys).toMatchObject({ quickDial: 'Ctrl+Alt+C', dialSelection: 'Ctrl+Alt+D' });
  });
});

describe('the provisioning file', () => {
  test('is applied as a whole', () => {
    const { changes, store, vault } = setUp();
    const applied = changes.provision({
      version: 1,
      pbx: { address: 'https://pbx.example', method: 'PUT', ...known },
      identity: { caller: '557' },
      listener: { port: 9000, user: 'events', password: 'pushed' },
    });
    expect(applied.ok).toBe(true);
    expect(store.read()).toMatchObject({
      mode: 'simotel',
      pbx: { address: 'https://pbx.example', method: 'PUT' },
      identity: { caller: '557' },
      listener: { port: 9000 },
    });
    expect(vault.read()).toEqual({ pbx: known, listener: { user: 'events', password: 'pushed' } });
  });

  test.each([
    ['a field that is not valid', { identity: { countryCode: 'IR' } }],
    ['an address that cannot be used', { pbx: { address: 'ftp://pbx', password: 'other' } }],
    ['a listener user without a password', { ui: { language: 'fa' as const }, listener: { user: 'events' } }],
    ['a listener password without a user', { ui: { language: 'fa' as const }, listener: { password: 'pushed' } }],
  ])('with %s changes nothing at all', (_title, part) => {
    const { changes, store, vault } = connected();
    const before = [store.read(), vault.read()];
    const file = { version: 1 as const, pbx: { address: 'https://other.example', user: 'other' }, ...part };
    expect(changes.provision(file).ok).toBe(false);
    expect([store.read(), vault.read()]).toEqual(before);
  });

  test('without a PBX leaves the mode, the PBX and its credentials alone', () => {
    const { changes, store, vault } = connected();
    changes.setMode('demo');
    expect(changes.provision({ version: 1, ui: { language: 'fa' } }).ok).toBe(true);
    expect(store.read()).toMatchObject({
      mode: 'demo',
      pbx: { address: 'https://pbx.example' },
      ui: { language: 'fa' },
    });
    expect(vault.read().pbx).toEqual(known);
  });

  test('for the same PBX again keeps credentials that it does not name', () => {
    const { changes, vault } = connected();
    changes.provision({ version: 1, pbx: { address: 'https://pbx.example', user: 'other' } });
    expect(vault.read().pbx).toEqual({ ...known, user: 'other' });
  });

  test.each([
    ['ftp://pbx.example', /scheme/],
    ['http://pbx.example', /allowPlainHttp/],
  ])('names the field of an address that cannot be used: %s', (address, reason) => {
    const { changes } = setUp();
    expect(changes.provision({ version: 1, pbx: { address } })).toMatchObject({
      error: { code: 'provisioning-invalid', field: 'pbx.address', reason: expect.stringMatching(reason) },
    });
  });

  test.each([
    ['another PBX', 'https://other.example'],
    ['the same PBX', 'https://pbx.example'],
  ])('for %s leaves everything as it was when its credentials cannot be kept', (_title, address) => {
    const { store, vault } = connected();
    const before = [store.read(), vault.read()];
    const stuck: CredentialVault = {
      ...vault,
      // Drops and puts back, but takes nothing new.
      save: (change) =>
        change.pbx?.password === 'pushed' || change.listener != null
          ? fail({ code: 'secrets-not-saved' })
          : vault.save(change),
    };
    const changes = createSettingsChanges({ store, vault: stuck, platform: 'linux' });
    const pbx = { address, user: 'new', password: 'pushed' };
    const ui = { language: 'fa' as const };
    for (const file of [
      { version: 1 as const, pbx, ui },
      { version: 1 as const, pbx: { address }, ui, listener: { port: 9000, user: 'events', password: 'pushed' } },
    ]) {
      expect(changes.provision(file)).toMatchObject({ error: { code: 'secrets-not-saved' } });
      expect([store.read(), vault.read()]).toEqual(before);
    }
  });

  test('a page and the list of hosts change together or not at all', () => {
    const { changes, store } = setUp();
    const page = 'https://crm.example.com/{number}';
    const refused = (field: string, reason: string) => ({
      ok: false,
      error: { code: 'settings-invalid', field: `screenPop.${field}`, reason },
    });
    expect(changes.update({ screenPop: { incomingRinging: page } })).toEqual(
      refused('incomingRinging', 'crm.example.com is not among allowedHosts'),
    );
    expect(changes.update({ screenPop: { incomingRinging: page, allowedHosts: ['crm.example.com'] } }).ok).toBe(true);
    expect(changes.update({ screenPop: { allowedHosts: ['other.example'] } })).toEqual(
      refused('allowedHosts', 'crm.example.com is used by incomingRinging'),
    );
    expect(store.read().screenPop).toMatchObject({ incomingRinging: page, allowedHosts: ['crm.example.com'] });
    expect(changes.update({ screenPop: { incomingRinging: '', allowedHosts: [] } }).ok).toBe(true);
    expect(changes.provision({ version: 1, screenPop: { outgoingClick: page } })).toMatchObject({ ok: false });
    expect(
      changes.provision({ version: 1, screenPop: { outgoingClick: page, allowedHosts: ['*.example.com'] } }).ok,
    ).toBe(true);
  });

  test('a page on a host that is not allowed, written into the file by hand, keeps nothing else from changing', () => {
    const { changes, store } = setUp({ screenPop: { incomingRinging: 'https://crm.example.com/' } });
    expect(store.read().screenPop.incomingRinging).toBe('https://crm.example.com/');
    expect(changes.update({ ui: { theme: 'dark' } }).ok).toBe(true);
    expect(changes.update({ screenPop: { colleagues: true } }).ok).toBe(true);
  });

  test.each(['file:///etc/passwd', 'https://{number}/', 'https://crm.example.com/{nobody}'])(
    'a page such as %s is in no settings, by whatever way it comes',
    (page) => {
      const { changes, store } = setUp({ screenPop: { incomingRinging: page, allowedHosts: ['crm.example.com'] } });
      expect(store.read().screenPop).toMatchObject({ incomingRinging: '', allowedHosts: ['crm.example.com'] });
      expect(changes.update({ screenPop: { incomingRinging: page } })).toMatchObject({
        ok: false,
        error: { code: 'settings-invalid', field: 'screenPop.incomingRinging' },
      });
    },
  );

  test('where newer versions come from is nothing that the window can ask for, also where no file says it', () => {
    const { input } = contract['settings:update'];
    expect(input.safeParse({ updates: { feed: 'https://evil.example/' } }).success).toBe(false);
    expect(input.safeParse({ ui: { theme: 'dark' } }).success).toBe(true);
  });
});
