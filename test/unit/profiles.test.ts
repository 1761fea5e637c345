import { describe, expect, test } from 'vitest';
import { createProfileChanges } from '../../electron/desk/profile-changes.ts';
import { createSettingsChanges } from '../../electron/desk/settings-changes.ts';
import { knownSecrets } from '../../electron/logging/known-secrets.ts';
import { createRedact } from '../../electron/logging/redact.ts';
import { createCredentialVault } from '../../electron/storage/credential-vault.ts';
import { createSettingsStore } from '../../electron/storage/settings-store.ts';
import { profileNames, profilesOf } from '../../shared/settings/profiles.ts';
import { memoryFile, secretBox, silent } from '../support/settings-fakes.ts';

const head = { user: 'head-user', password: 'head-password', token: 'head-token' };
const branch = { user: 'branch-user', password: 'branch-password', token: 'branch-token' };
const none = { user: '', password: '', token: '' };
const listener = { user: 'events', password: 'events-password' };
const pinnedCertificate = { fingerprint256: 'AA:BB', pem: 'pem', subject: 'CN=head' };
const branchId = 'p0000000b';

function open(files = { settings: memoryFile(), vault: memoryFile() }, key: string | null = 'k') {
  const store = createSettingsStore(files.settings, silent);
  const vault = createCredentialVault(files.vault, secretBox(key), silent, {
    active: () => store.read().profile.id,
    all: () => profilesOf(store.read()).map(({ id }) => id),
  });
  const state = { inCall: false, calls: new Set<string>(), nextId: branchId, forgotten: [] as string[] };
  const profiles = createProfileChanges({
    store,
    vault,
    newId: () => state.nextId,
    inCall: () => state.inCall,
    hasCalls: (id) => state.calls.has(id),
    forget: (id) => state.forgotten.push(id),
  });
  return { files, store, vault, state, profiles, changes: createSettingsChanges({ store, vault, platform: 'linux' }) };
}

/** The head office with a pinned certificate, and a branch, which is in use. */
function twoProfiles() {
  const desk = open();
  const { changes, vault, store, profiles } = desk;
  changes.update({ pbx: { address: 'https://head.example' }, identity: { caller: '557' } });
  changes.saveCredentials(head);
  vault.save({ listener });
  store.update({ pbx: { pinnedCertificate } });
  expect(profiles.add('Branch', false)).toEqual({ ok: true, value: {} });
  changes.update({ pbx: { address: 'https://branch.example' }, identity: { caller: '601' } });
  changes.saveCredentials(branch);
  return desk;
}

describe('profiles', () => {
  test('what was stored before there were several belongs to the first one', () => {
    const files = { settings: memoryFile({ mode: 'simotel', pbx: { address: 'old.example' } }), vault: memoryFile() };
    const { store } = open(files);
    expect(store.read()).toMatchObject({
      profile: { id: 'main', name: '' },
      otherProfiles: [],
      pbx: { address: 'old.example' },
    });
    expect(profilesOf(store.read())).toMatchObject([{ id: 'main', name: 'old.example', active: true }]);
  });

  test('a new one begins empty, without credentials and without the certificate of the other', () => {
    const { store, vault, profiles } = open();
    vault.save({ pbx: head });
    profiles.add('Branch', false);
    expect(store.read()).toMatchObject({
      profile: { id: branchId, name: 'Branch' },
      pbx: { address: '', pinnedCertificate: null },
    });
    expect(vault.read().pbx).toEqual(none);
  });

  test('a copy has the PBX, the identity and the credentials', () => {
    const { store, vault, profiles, state } = twoProfiles();
    state.nextId = 'p0000000c';
    profiles.add('Second phone', true);
    expect(store.read()).toMatchObject({
      profile: { name: 'Second phone' },
      pbx: { address: 'https://branch.example' },
      identity: { caller: '601' },
    });
    expect(vault.read().pbx).toEqual(branch);
  });

  test('a switch exchanges PBX, identity, certificate and credentials, and what listens stays', () => {
    const { store, vault, profiles } = twoProfiles();
    expect(vault.read()).toEqual({ pbx: branch, listener });
    profiles.switchTo('main', false);
    expect(store.read()).toMatchObject({
      profile: { id: 'main' },
      pbx: { address: 'https://head.example', pinnedCertificate },
      identity: { caller: '557' },
    });
    expect(vault.read()).toEqual({ pbx: head, listener });
    profiles.switchTo(branchId, false);
    expect(store.read()).toMatchObject({ pbx: { address: 'https://branch.example', pinnedCertificate: null } });
    expect(vault.read()).toEqual({ pbx: branch, listener });
  });

  test('another run begins where this one was left, with the same credentials for each', () => {
    const { files } = twoProfiles();
    const later = open(files);
    expect(later.store.read().profile).toEqual({ id: branchId, name: 'Branch' });
    expect(later.vault.read().pbx).toEqual(branch);
    later.profiles.switchTo('main', false);
    expect(later.vault.read().pbx).toEqual(head);
    expect(files.vault.text()).not.toMatch(/head-password|branch-password/);
  });

  test('a name has something to see, nothing that turns it around, and is given once', () => {
    const { store, profiles, state } = twoProfiles();
    state.nextId = 'p0000000c';
    expect(profiles.rename(branchId, '\u200f\u200b')).toEqual({ ok: false, error: { code: 'profile-name-empty' } });
    expect(profiles.rename(branchId, 'HEAD.example')).toMatchObject({ error: { code: 'profile-name-taken' } });
    expect(profiles.add('branch', false)).toMatchObject({ error: { code: 'profile-name-taken' } });
    expect(profiles.rename(branchId, ' Br\u202eanch  2 ').ok).toBe(true);
    expect(store.read().profile.name).toBe('Branch 2');
  });

  test('during a call nothing is switched or added, unless somebody said so', () => {
    const { store, profiles, state } = twoProfiles();
    state.inCall = true;
    const before = store.read();
    const refused = { ok: false, error: { code: 'profile-in-call' } };
    expect(profiles.switchTo('main', false)).toEqual(refused);
    expect(profiles.add('Third', false)).toEqual(refused);
    expect(store.read()).toBe(before);
    expect(profiles.switchTo('main', true).ok).toBe(true);
    expect(store.read().profile.id).toBe('main');
  });

  test('a switch that cannot be written leaves everything as it was', () => {
    const { files, store, vault, profiles } = twoProfiles();
    files.settings.full = true;
    expect(profiles.switchTo('main', false)).toEqual({ ok: false, error: { code: 'storage-failed' } });
    expect(store.read()).toMatchObject({ profile: { id: branchId }, pbx: { address: 'https://branch.example' } });
    expect(vault.read().pbx).toEqual(branch);
  });

  test('a deleted one goes with its credentials, and leaves its name to its calls', () => {
    const { files, store, vault, profiles, state } = twoProfiles();
    expect(profiles.remove(branchId)).toEqual({ ok: false, error: { code: 'not-found' } });
    profiles.rename('main', 'Head office');
    state.calls.add('main');
    expect(profiles.remove('main').ok).toBe(true);
    expect(store.read().otherProfiles).toEqual([]);
    expect(profileNames(store.read()).get('main')).toBe('Head office');
    expect(vault.readAll().accounts).toEqual([none, branch]);
    expect(open(files).vault.readAll().accounts).toEqual([none, branch]);
    expect(state.forgotten).toEqual(['main']);
  });

  test('one without calls leaves nothing', () => {
    const { store, profiles } = twoProfiles();
    profiles.remove('main');
    expect(store.read().formerProfiles).toEqual([]);
  });

  test('where its credentials cannot be deleted it stays', () => {
    const { files, store, profiles, state } = twoProfiles();
    files.vault.full = true;
    expect(profiles.remove('main').ok).toBe(false);
    expect(store.read().otherProfiles).toMatchObject([{ id: 'main' }]);
    expect(state.forgotten).toEqual([]);
  });

  test('the log hides the credentials of all of them, whichever is in use', () => {
    const { vault } = twoProfiles();
    const redact = createRedact(() => knownSecrets(vault.readAll()));
    for (const secret of [head.password, head.token, branch.password, branch.token, listener.password]) {
      expect(redact(`said ${secret}`)).not.toContain(secret);
    }
  });

  test('the administrator’s file describes the first one, also while another is in use', () => {
    const { store, vault, profiles, changes } = twoProfiles();
    const file = {
      version: 1,
      profile: { name: 'Head office' },
      pbx: { address: 'https://new-head.example', user: 'new', password: 'new-password' },
    } as const;
    expect(profiles.inFirst(() => changes.provision(file)).ok).toBe(true);
    expect(store.read()).toMatchObject({ profile: { id: branchId }, pbx: { address: 'https://branch.example' } });
    expect(vault.read().pbx).toEqual(branch);
    profiles.switchTo('main', false);
    expect(store.read()).toMatchObject({ profile: { name: 'Head office' }, pbx: { pinnedCertificate: null } });
    expect(vault.read().pbx).toEqual({ user: 'new', password: 'new-password', token: '' });
  });

  test('where the first one was deleted it makes it anew, and leaves the one in use alone', () => {
    const { store, vault, state, profiles, changes } = twoProfiles();
    state.calls.add('main');
    expect(profiles.remove('main').ok).toBe(true);
    const before = store.read();
    const bad = { version: 1, pbx: { address: 'ftp://x' } } as const;
    expect(profiles.inFirst(() => changes.provision(bad)).ok).toBe(false);
    expect(store.read()).toEqual(before);

    const pbx = { address: 'https://new-head.example', user: 'new', password: 'new-password' };
    expect(profiles.inFirst(() => changes.provision({ version: 1, pbx }))).toEqual({ ok: true, value: {} });
    expect(store.read()).toMatchObject({
      profile: { id: branchId, name: 'Branch' },
      pbx: { address: 'https://branch.example' },
      identity: { caller: '601' },
      formerProfiles: [],
    });
    expect(vault.read().pbx).toEqual(branch);
    profiles.switchTo('main', false);
    expect(store.read()).toMatchObject({
      pbx: { address: pbx.address, pinnedCertificate: null },
      identity: { caller: '' },
    });
    expect(vault.read().pbx).toEqual({ user: 'new', password: 'new-password', token: '' });
  });

  test('a file that is not taken leaves the one in use', () => {
    const { store, profiles, changes } = twoProfiles();
    const before = store.read();
    expect(profiles.inFirst(() => changes.provision({ version: 1, pbx: { address: 'ftp://x' } })).ok).toBe(false);
    expect(store.read()).toEqual(before);
  });

  test('a switch ends the demo', () => {
    const { store, profiles, changes } = twoProfiles();
    changes.setMode('demo');
    profiles.switchTo(branchId, false);
    expect(store.read()).toMatchObject({ mode: 'simotel', profile: { id: branchId } });
  });

  test('an id written by hand never gives one profile the credentials of another', () => {
    const { files } = twoProfiles();
    const written: Record<string, unknown> = files.settings.read();
    const edited = {
      settings: memoryFile({ ...written, profile: { id: '../main', name: 'Branch' } }),
      vault: files.vault,
    };
    const { store, vault } = open(edited);
    expect(store.read().profile.id).toMatch(/^p[0-9a-f]{8}$/);
    expect(vault.read().pbx).toEqual(none);
  });
});

describe('credentials that cannot be opened', () => {
  test('come back for every profile that nobody saved anew', () => {
    const { files } = twoProfiles();
    const without = open(files, null);
    expect(without.vault.status()).toMatchObject({ locked: true, hasPassword: false });
    without.vault.allowUnprotected(true);
    without.vault.save({ pbx: { ...none, password: 'typed-anew' } });
    const again = open(files);
    expect(again.vault.read().pbx.password).toBe('typed-anew');
    again.profiles.switchTo('main', false);
    expect(again.vault.read()).toEqual({ pbx: head, listener });
  });

  test('stay forgotten when their profile was deleted meanwhile', () => {
    const { files } = twoProfiles();
    open(files, null).profiles.remove('main');
    expect(open(files).vault.readAll().accounts).toEqual([none, branch]);
  });
});
