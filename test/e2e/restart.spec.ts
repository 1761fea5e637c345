import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DemoPbx, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import {
  connectEvents,
  currentCall,
  deskProvisioning,
  dial,
  historyRows,
  listenerAccount,
  listenerAddress,
} from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { filesHolding } from '../support/files-holding.ts';
import { startKeyring } from '../support/keyring.ts';
import { commandOf } from '../support/launch-again.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const secrets = [demoAccount.password, demoAccount.token, listenerAccount.password];

test('with a keyring, credentials and history survive a restart and a kill, and no file holds a secret', async () => {
  const keyring = await startKeyring();
  const pbx = new DemoPbx({ speed: 10 });
  const { address } = await pbx.start();
  const userDataDir = temporaryFolder();
  const launch = { userDataDir, env: keyring.env, args: keyring.args };

  const first = await launchDialdesk({ ...launch, provision: deskProvisioning(address) });
  expect((await first.state()).credentials).toMatchObject({ protection: 'keychain', hasPassword: true });
  connectEvents(pbx, { address: await listenerAddress(first), ...listenerAccount });
  await dial(first.page, '09120000001');
  await first.page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(first.page).first()).toContainText(/answered/i);
  await first.kill();

  const second = await launchDialdesk(launch);
  expect((await second.state()).credentials).toMatchObject({
    protection: 'keychain',
    hasPassword: true,
    hasToken: true,
    locked: false,
  });
  await expect.poll(async () => (await second.state()).pbx.state).toBe('reached');
  await second.page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(second.page)).toHaveCount(1);
  connectEvents(pbx, { address: await listenerAddress(second), ...listenerAccount });
  await dial(second.page, '09120000002');
  await expect
    .poll(() => pbx.sentEvents.filter((event) => event.name === 'Cdr' && event.answer === 200).length)
    .toBe(2);
  await second.close();

  const third = await launchDialdesk(launch);
  await third.page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(third.page)).toHaveCount(2);
  expect(filesHolding(userDataDir, secrets)).toEqual([]);
  expect(first.output() + second.output() + third.output()).not.toContain(demoAccount.password);
  await third.close();
  await pbx.stop();
  await keyring.stop();
});

test('without a keyring credentials live for this run only, it says so, and asks again', async () => {
  const pbx = new DemoPbx({ speed: 10 });
  const { address } = await pbx.start();
  const userDataDir = temporaryFolder();
  // No session bus: the key store cannot be reached.
  const launch = { userDataDir, env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' } };

  const first = await launchDialdesk({ ...launch, provision: deskProvisioning(address) });
  await expect.poll(async () => (await first.state()).pbx.state).toBe('reached');
  expect((await first.state()).credentials).toMatchObject({ protection: 'memory', hasPassword: true });
  await first.page.getByRole('tab', { name: 'Settings' }).click();
  await first.page.getByRole('button', { name: /^secrets/i }).click();
  await expect(first.page.getByText(/for this run only/i).first()).toBeVisible();
  expect(filesHolding(userDataDir, secrets)).toEqual([]);
  await first.close();

  const second = await launchDialdesk(launch);
  await expect
    .poll(async () => (await second.state()).pbx)
    .toMatchObject({
      state: 'failed',
      error: { code: 'pbx-credentials-missing' },
    });
  expect((await second.state()).credentials).toMatchObject({ hasPassword: false, hasToken: false });
  expect((await second.state()).listener.state).toBe('credentials-missing');
  await expect(second.page.getByRole('status', { name: 'Connection' })).toBeVisible();
  expect(filesHolding(userDataDir, secrets)).toEqual([]);
  await second.close();
  await pbx.stop();
});

test('without a keyring and only after an explicit choice, credentials are stored readable and marked so', async () => {
  const pbx = new DemoPbx();
  const { address } = await pbx.start();
  const userDataDir = temporaryFolder();
  const launch = { userDataDir, env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' } };
  const first = await launchDialdesk({ ...launch, provision: deskProvisioning(address) });
  const answer = await first.page.evaluate(() =>
    window.dialer.request('credentials:allow-unprotected', { allowed: true }),
  );
  expect(answer.ok).toBe(true);
  await first.close();

  const second = await launchDialdesk(launch);
  expect((await second.state()).credentials).toMatchObject({ protection: 'unprotected', hasPassword: true });
  const file = join(userDataDir, 'credentials.json');
  expect(statSync(file).mode & 0o077).toBe(0);
  await second.page.evaluate(() => window.dialer.request('credentials:allow-unprotected', { allowed: false }));
  expect(filesHolding(userDataDir, secrets)).toEqual([]);
  await second.close();
  await pbx.stop();
});

test('a kill while the PBX is asked leaves the request unknown after the restart, and it is not sent again', async () => {
  // So slow that the call is not over meanwhile: else the reports, which are read at the start, tell what became of it.
  const pbx = new DemoPbx({ speed: 0.1 });
  const { address } = await pbx.start();
  const userDataDir = temporaryFolder();
  const first = await launchDialdesk({ userDataDir, provision: deskProvisioning(address) });
  const originates = () => pbx.requests.filter((request) => request.path.endsWith('/call/originate/act'));
  // This callee's request is never answered, so it is still on its way when the program dies.
  await dial(first.page, '09120000007');
  await expect(currentCall(first.page)).toBeVisible();
  await expect.poll(() => originates().length).toBe(1);
  await first.kill();

  const second = await launchDialdesk({ userDataDir, provision: deskProvisioning(address) });
  await expect(currentCall(second.page)).toContainText(/did not confirm; your phone may still ring/i);
  await second.page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(second.page)).toHaveCount(1);
  expect(originates()).toHaveLength(1);
  await second.close();
  await pbx.stop();
});

test('a program that is ended while its page is loaded ends, and says nothing', async () => {
  const userDataDir = temporaryFolder();
  const quitEarly = join(userDataDir, 'quit-early.cjs');
  writeFileSync(
    quitEarly,
    `const { app } = require('electron');
    app.once('browser-window-created', (_event, window) => window.webContents.once('did-start-loading', () => app.quit()));`,
  );
  const [executable, ...started] = commandOf({ userDataDir });
  const program = spawn(executable, ['-r', quitEarly, ...started], { stdio: 'ignore' });
  // One that shows words of an error stays until somebody has read them.
  const timer = setTimeout(() => program.kill('SIGKILL'), 30_000);
  expect(await once(program, 'exit')).toEqual([0, null]);
  clearTimeout(timer);
});
