import { createCipheriv, createDecipheriv } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCredentialVault } from '../../electron/storage/credential-vault.ts';
import type { SecretBox } from '../../electron/storage/secret-box.ts';
import { seed, sized } from '../support/adversarial/size.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { memoryFile, silent } from '../support/settings-fakes.ts';
import { formsOf } from '../support/text-forms.ts';

/** Tokens are long, and what is between the ends of a text is nobody's to check. */
const pbx = { user: 'canary-user', password: 'canary password /Zk83', token: 'canary-token-91-'.repeat(5) };
const listener = { user: 'events', password: 'canary-listener-44' };

/** As Chromium seals on Linux: AES in blocks, and nothing by which a changed one is known. */
function chromiumBox(key: string): SecretBox {
  const [secret, start, mark] = [Buffer.alloc(16, key), Buffer.alloc(16, ' '), Buffer.from('v11')];
  return {
    available: true,
    backend: 'gnome_libsecret',
    seal(text) {
      const cipher = createCipheriv('aes-128-cbc', secret, start);
      return Buffer.concat([mark, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (!bytes.subarray(0, 3).equals(mark)) throw new Error('not sealed here');
      const decipher = createDecipheriv('aes-128-cbc', secret, start);
      return Buffer.concat([decipher.update(bytes.subarray(3)), decipher.final()]).toString('utf8');
    },
  };
}

function sealedFile() {
  const file = memoryFile();
  createCredentialVault(file, chromiumBox('k'), silent).save({ pbx, listener });
  return file;
}
const blobOf = (content: Record<string, unknown>) => String(Reflect.get(Object(content['sealed']), 'blob'));

const bits = blobOf(sealedFile().read()).length * 6;
const turned = sized(500, bits);

test(`A18: with any bit of what is sealed turned, credentials are those or none, and it is kept as it is (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const whole = sealedFile().read();
  const blob = Buffer.from(blobOf(whole), 'base64');
  for (let time = 0; time < turned; time += 1) {
    const bit = turned === bits ? time % (blob.length * 8) : Math.floor(random() * blob.length * 8);
    const changed = Buffer.from(blob);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    const file = memoryFile({ ...whole, sealed: { ...Object(whole['sealed']), blob: changed.toString('base64') } });
    const before = file.text();
    const vault = createCredentialVault(file, chromiumBox('k'), silent);
    expect(vault.read().pbx, `bit ${bit}`).toEqual({ user: '', password: '', token: '' });
    expect(vault.status(), `bit ${bit}`).toMatchObject({ hasPassword: false, locked: true });
    expect(file.text()).toBe(before);
    // Others are saved beside it, not over it.
    expect(vault.save({ listener }).ok).toBe(true);
    expect(file.text()).toContain(changed.toString('base64'));
    for (const form of formsOf(pbx.password)) expect(file.text()).not.toContain(form);
  }
});

test('A18: a file whose form somebody changed keeps what it sealed, and gives no consent', () => {
  const whole = sealedFile().read();
  for (const changed of [
    { ...whole, version: 2 },
    { ...whole, allowUnprotected: 'yes' },
    { sealed: whole['sealed'] },
    { ...whole, plain: { pbx: 'user:password' } },
  ]) {
    expect(createCredentialVault(memoryFile(changed), chromiumBox('k'), silent).read()).toEqual({ pbx, listener });
    // Where it cannot be opened, what is saved goes beside it.
    const file = memoryFile(changed);
    const vault = createCredentialVault(file, chromiumBox('other'), silent);
    expect(vault.status()).toMatchObject({ hasPassword: false, locked: true, protection: 'keychain' });
    expect(vault.save({ listener }).ok).toBe(true);
    expect(file.text()).toContain(blobOf(whole));
    expect(
      createCredentialVault(memoryFile(changed), { ...chromiumBox('k'), available: false }, silent).status(),
    ).toMatchObject({
      protection: 'memory',
    });
  }
});
