import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { address, computer, isRoot, password } from '../support/provisioned-computer.ts';

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
