import { describe, expect, test } from 'vitest';
import { createCredentialVault } from '../../electron/storage/credential-vault.ts';
import type { SecretBox } from '../../electron/storage/secret-box.ts';
import { secretBox as box, memoryFile, silent } from '../support/settings-fakes.ts';

const pbx = { user: 'user', password: 'canary-password', token: 'canary-token' };

describe('credential vault', () => {
  test('opens in a later run what it sealed, and keeps nothing readable', () => {
    const file = memoryFile();
    createCredentialVault(file, box('k'), silent).save({ pbx });
    expect(file.text()).not.toContain('canary');
    const later = createCredentialVault(file, box('k'), silent);
    expect(later.read().pbx).toEqual(pbx);
    expect(later.status()).toMatchObject({ protection: 'keychain', hasPassword: true, locked: false });
  });

  test('without a key store keeps credentials in memory only', () => {
    const file = memoryFile();
    const vault = createCredentialVault(file, box(null), silent);
    expect(vault.save({ pbx }).ok).toBe(true);
    expect(vault.status()).toMatchObject({ protection: 'memory', hasPassword: true });
    expect(file.text()).not.toContain('canary');
    expect(createCredentialVault(file, box(null), silent).status().hasPassword).toBe(false);
  });

  test('stores readable only after consent, and takes it back', () => {
    const file = memoryFile();
    const vault = createCredentialVault(file, box(null), silent);
    vault.save({ pbx });
    vault.allowUnprotected(true);
    expect(createCredentialVault(file, box(null), silent).read().pbx).toEqual(pbx);
    vault.allowUnprotected(false);
    expect(file.text()).not.toContain('canary');
  });

  test.each([
    ['another key', box('other')],
    ['no key store any more', box(null)],
    ['another backend', box('k', 'kwallet6')],
  ])('with %s keeps the sealed credentials untouched and asks again', (_title, changed) => {
    const file = memoryFile();
    createCredentialVault(file, box('k'), silent).save({ pbx });
    const before = file.text();
    const vault = createCredentialVault(file, changed, silent);
    expect(vault.status()).toMatchObject({ hasPassword: false, locked: true });
    expect(file.text()).toBe(before);
    expect(createCredentialVault(file, box('k'), silent).read().pbx).toEqual(pbx);
  });

  test('does not drop what it had when the key store does not give back what it took', () => {
    const file = memoryFile();
    createCredentialVault(file, box('k'), silent).save({ pbx });
    const before = file.text();
    const broken: SecretBox = { ...box('k'), seal: () => 'AAAA' };
    const vault = createCredentialVault(file, broken, silent);
    expect(vault.save({ pbx: { ...pbx, password: 'new' } })).toEqual({
      ok: false,
      error: { code: 'secrets-not-saved' },
    });
    expect(file.text()).toBe(before);
    expect(vault.read().pbx).toEqual(pbx);
  });

  test('after consent was given on another machine, a key store is used as soon as there is one', () => {
    const file = memoryFile();
    const vault = createCredentialVault(file, box(null), silent);
    vault.allowUnprotected(true);
    vault.save({ pbx });
    const protectedNow = createCredentialVault(file, box('k'), silent);
    expect(protectedNow.read().pbx).toEqual(pbx);
    protectedNow.save({ pbx });
    expect(file.text()).not.toContain('canary');
  });

  test('remembers that listener credentials were issued, also when they are lost', () => {
    const file = memoryFile();
    createCredentialVault(file, box(null), silent).save({ listener: { user: 'u', password: 'p' } });
    const later = createCredentialVault(file, box(null), silent);
    expect(later.listenerIssued()).toBe(true);
    expect(later.read().listener).toBeNull();
  });

  test('a file of unknown form does not stop the program', () => {
    const vault = createCredentialVault(memoryFile({ version: 9 }), box('k'), silent);
    expect(vault.status()).toMatchObject({ hasPassword: false, locked: false });
  });

  test('what was stored readable after a key store was lost is there in the next run', () => {
    const file = memoryFile();
    createCredentialVault(file, box('k'), silent).save({ pbx: { ...pbx, password: 'old' } });
    const without = createCredentialVault(file, box(null), silent);
    without.allowUnprotected(true);
    without.save({ pbx });
    const later = createCredentialVault(file, box(null), silent);
    expect(later.read().pbx).toEqual(pbx);
    expect(later.status().locked).toBe(false);
    expect(createCredentialVault(file, box('k'), silent).read().pbx).toEqual(pbx);
  });

  test('says that nothing was saved when the disk is full, and keeps what it had', () => {
    const file = memoryFile();
    const vault = createCredentialVault(file, box('k'), silent);
    vault.save({ pbx });
    file.full = true;
    expect(vault.save({ listener: { user: 'u', password: 'p' } })).toMatchObject({
      error: { code: 'secrets-not-saved' },
    });
    expect(vault.read()).toEqual({ pbx, listener: null });
    expect(vault.listenerIssued()).toBe(false);
  });

  describe('while what is sealed cannot be opened', () => {
    const listener = { user: 'u', password: 'p' };
    const none = { user: '', password: '', token: '' };
    const sealed = () => {
      const file = memoryFile();
      createCredentialVault(file, box('k'), silent).save({ pbx, listener });
      return file;
    };

    test.each([
      ['no key store', box(null)],
      ['another key', box('other')],
    ])('consent to store readable (%s) takes nothing away', (_title, changed) => {
      const file = sealed();
      const vault = createCredentialVault(file, changed, silent);
      expect(vault.allowUnprotected(true).ok).toBe(true);
      expect(vault.status().locked).toBe(true);
      expect(createCredentialVault(file, box('k'), silent).read()).toEqual({ pbx, listener });
    });

    test('consent after credentials were entered stores those', () => {
      const file = sealed();
      const vault = createCredentialVault(file, box(null), silent);
      vault.save({ pbx: { ...pbx, password: 'new' } });
      vault.allowUnprotected(true);
      expect(vault.status().locked).toBe(false);
      expect(createCredentialVault(file, box(null), silent).read().pbx.password).toBe('new');
    });

    test('empty readable credentials beside sealed ones are not taken for newer', () => {
      const file = sealed();
      file.write({ ...file.read(), plain: { pbx: none, listener: null }, allowUnprotected: true });
      expect(createCredentialVault(file, box('k'), silent).read()).toEqual({ pbx, listener });
      expect(createCredentialVault(file, box(null), silent).status().locked).toBe(true);
    });

    test.each([
      ['another key', box('other'), false],
      ['no key store but consent', box(null), true],
    ])('saving one part (%s) keeps the other for when it can be opened', (_title, changed, consent) => {
      const file = sealed();
      const vault = createCredentialVault(file, changed, silent);
      if (consent) vault.allowUnprotected(true);
      expect(vault.save({ pbx: none }).ok).toBe(true);
      expect(vault.status().locked).toBe(false);
      expect(createCredentialVault(file, changed, silent).read()).toEqual({ pbx: none, listener: null });
      // With another key the newer ones cannot be opened by the old; with none they are readable.
      if (!consent) return;
      const later = createCredentialVault(file, box('k'), silent);
      expect(later.read()).toEqual({ pbx: none, listener });
      later.save({ pbx });
      expect(createCredentialVault(file, box('k'), silent).read()).toEqual({ pbx, listener });
      expect(file.read()).toMatchObject({ sealedBefore: null, plain: null });
    });

    test('sets aside what another key sealed instead of overwriting it', () => {
      const file = sealed();
      const { sealed: before } = file.read();
      createCredentialVault(file, box('other'), silent).save({ pbx: none });
      createCredentialVault(file, box('other'), silent).save({ pbx });
      expect(file.read()).toMatchObject({ sealedBefore: before, onlyBefore: ['listener'] });
    });

    test('credentials dropped with their PBX do not come back with the key store', () => {
      const file = sealed();
      createCredentialVault(file, box(null), silent).save({ pbx: none });
      expect(createCredentialVault(file, box('k'), silent).read()).toEqual({ pbx: none, listener });
    });
  });
});
