import { describe, expect, test } from 'vitest';
import type { Log } from '../../electron/logging/log.ts';
import { createCredentialVault } from '../../electron/storage/credential-vault.ts';
import type { JsonFile } from '../../electron/storage/json-file.ts';
import type { SecretBox } from '../../electron/storage/secret-box.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const pbx = { user: 'user', password: 'canary-password', token: 'canary-token' };

function memoryFile(content: Record<string, unknown> = {}): JsonFile & { text(): string } {
  let kept = content;
  return {
    read: () => structuredClone(kept),
    write: (next) => {
      kept = structuredClone(next);
    },
    text: () => JSON.stringify(kept),
  };
}

/** Seals with a key of its own: another key cannot open it. */
function box(key: string | null, backend = 'gnome_libsecret'): SecretBox {
  return {
    available: key !== null,
    backend,
    seal: (text) => Buffer.from(`${key}|${text}`).toString('base64').split('').reverse().join(''),
    open: (sealed) => {
      const text = Buffer.from(sealed.split('').reverse().join(''), 'base64').toString();
      if (key === null || !text.startsWith(`${key}|`)) throw new Error('wrong key');
      return text.slice(key.length + 1);
    },
  };
}

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
});
