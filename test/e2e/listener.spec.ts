import { expect, test } from '@playwright/test';
import type { EventFields } from '../../electron/demo-pbx/demo-pbx-types.ts';
import { ask, freePort, occupyPort } from '../support/ask.ts';
import { connectEvents, type Desk, deskProvisioning, historyRows, listenerAddress, openDesk } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { openSettings, saveField } from '../support/set-up-steps.ts';

/** A finished call of extension 557, with all a PBX tells. */
function cdr(uniqueId: string, parties: { src: string; dst: string; type: string }): EventFields {
  return {
    starttime: '2026-01-16 06:30:37.471398',
    endtime: '2026-01-16 06:30:57.471398',
    ...parties,
    disposition: 'ANSWERED',
    duration: '20',
    billsec: 9,
    wait: 11,
    record: '',
    unique_id: uniqueId,
  };
}

test.describe('a listening desk', () => {
  let desk: Desk;

  test.beforeEach(async () => {
    desk = await openDesk({ events: null });
    await desk.page.getByRole('tab', { name: 'History' }).click();
  });

  test.afterEach(async () => {
    await desk.leave();
  });

  const forms = [
    { version: 'G4', method: 'GET', encoding: 'json', idField: 'unique_id' },
    { version: 'G4', method: 'POST', encoding: 'json', idField: 'cuid' },
    { version: 'G4', method: 'POST', encoding: 'form', idField: 'unique_id' },
    { version: 'Rest4', method: 'GET', encoding: 'json', idField: 'unique_id' },
    { version: 'Rest4', method: 'POST', encoding: 'json', idField: 'unique_id' },
    { version: 'Rest4', method: 'POST', encoding: 'form', idField: 'cuid' },
  ] as const;

  test('every form in which a PBX sends an event ends in a row of the history', async () => {
    for (const [index, form] of forms.entries()) {
      const number = `0912111000${index}`;
      connectEvents(desk.pbx, desk.listener, form);
      const fields = cdr(`1768545037.${index}`, { src: '557', dst: number, type: 'outgoing' });
      const { unique_id: id = '', ...rest } = fields;
      expect(await desk.pbx.sendEvent('Cdr', { ...rest, [form.idField]: id }), JSON.stringify(form)).toBe(200);
      const row = historyRows(desk.page).filter({ hasText: `0912 111 000${index}` });
      await expect(row).toHaveCount(1);
      await expect(row).toContainText('Answered');
      await expect(row).toContainText('Outgoing');
    }
    await expect(historyRows(desk.page)).toHaveCount(forms.length);
    await expect(desk.page.getByRole('status', { name: 'Connection' })).toContainText('Events on');
  });

  test('incoming, outgoing and local calls are told apart, each with its other party', async () => {
    connectEvents(desk.pbx, desk.listener);
    await desk.pbx.sendEvent('Cdr', cdr('1.1', { src: '09121110001', dst: '557', type: 'incoming' }));
    await desk.pbx.sendEvent('Cdr', cdr('1.2', { src: '557', dst: '09121110002', type: 'outgoing' }));
    await desk.pbx.sendEvent('Cdr', cdr('1.3', { src: '557', dst: '560', type: 'local' }));
    const row = (number: string) => historyRows(desk.page).filter({ hasText: number });
    await expect(row('0912 111 0001')).toContainText('Incoming');
    await expect(row('0912 111 0002')).toContainText('Outgoing');
    await expect(row('560')).toContainText('Internal');
    await expect(historyRows(desk.page)).toHaveCount(3);
  });

  test("a call of other people is stored and acknowledged, but is none of the agent's", async () => {
    connectEvents(desk.pbx, desk.listener);
    expect(await desk.pbx.sendEvent('Cdr', cdr('1.1', { src: '558', dst: '09121110001', type: 'outgoing' }))).toBe(200);
    expect(await desk.pbx.sendEvent('Cdr', cdr('1.2', { src: '557', dst: '09121110002', type: 'outgoing' }))).toBe(200);
    await expect(historyRows(desk.page)).toHaveCount(1);
    await openSettings(desk.page, 'Events');
    await expect(desk.page.getByText('not ours')).toHaveCount(1);
  });

  test('the same event twice, and once more in another form, is one call', async () => {
    const fields = cdr('1768545037.7', { src: '557', dst: '09121110007', type: 'outgoing' });
    const json = { account: desk.listener, fields: { event_name: 'Cdr', ...fields } };
    const answers = await Promise.all([ask(desk.listener.address, json), ask(desk.listener.address, json)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    connectEvents(desk.pbx, desk.listener, { version: 'Rest4', method: 'GET' });
    expect(await desk.pbx.sendEvent('Cdr', fields)).toBe(200);
    // What comes after them has been worked on after them.
    await desk.pbx.sendEvent('Cdr', cdr('1768545037.8', { src: '557', dst: '09121110008', type: 'outgoing' }));
    await expect(historyRows(desk.page).filter({ hasText: '0912 111 0008' })).toHaveCount(1);
    await expect(historyRows(desk.page)).toHaveCount(2);
    expect(await desk.calls()).toHaveLength(2);
  });

  test('wrong credentials, a foreign host and a browser are turned away, and the settings count them', async () => {
    const { address } = desk.listener;
    const fields = { event_name: 'Cdr', ...cdr('1.1', { src: '557', dst: '09121110001', type: 'outgoing' }) };
    const account = desk.listener;
    const wrong = { user: account.user, password: 'wrong' };
    expect((await ask(address, { fields, account: wrong })).status).toBe(401);
    expect((await ask(address, { fields })).status).toBe(401);
    expect((await ask(address, { fields, account, headers: { Host: 'evil.example' } })).status).toBe(421);
    expect((await ask(address, { fields, account, headers: { Origin: 'https://evil.example' } })).status).toBe(403);
    expect((await ask(address, { fields, account, headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
    expect((await ask(`${address}-other`, { fields, account })).status).toBe(404);
    expect((await ask(address, { fields, account, method: 'DELETE' })).status).toBe(405);

    await expect(desk.page.getByRole('status', { name: 'Connection' })).toContainText('Wrong event password');
    await openSettings(desk.page, 'Events');
    await expect(desk.page.getByText('wrong user or password').locator('..')).toContainText('2');
    await expect(desk.page.getByText('No event has arrived.')).toBeVisible();
    expect(await desk.calls()).toEqual([]);
    expect((await ask(address, { fields, account })).status).toBe(200);
    await expect(desk.page.getByText('No event has arrived.')).toHaveCount(0);
    expect(desk.app.output()).not.toContain(account.password);
  });

  test('health answers ok and nothing else, to anybody, and changes nothing', async () => {
    const health = await ask(`${desk.listener.address}/health`);
    expect({ status: health.status, text: health.text }).toEqual({ status: 200, text: 'ok' });
    expect(health.headers['server'] ?? health.headers['x-powered-by'] ?? null).toBeNull();
    expect((await ask(`${desk.listener.address}/health`, { fields: { event_name: 'Ping' } })).status).toBe(405);
    expect((await desk.app.state()).listener.lastEventAtMs).toBeNull();
  });

  test('another port and another path in the settings move the listener at once', async () => {
    const { page, app } = desk;
    const old = desk.listener.address;
    const port = await freePort();
    await openSettings(page, 'Events');
    await saveField(page, 'Port', String(port));
    await expect(page.getByText(`http://127.0.0.1:${port}/simotel`, { exact: true })).toBeVisible();
    expect(await ask(`${old}/health`).catch((error: NodeJS.ErrnoException) => error.code)).toBe('ECONNREFUSED');
    await saveField(page, 'Path', '/desk-7');
    const moved = `http://127.0.0.1:${port}/desk-7`;
    await expect(page.getByText(moved, { exact: true })).toBeVisible();
    await expect
      .poll(() =>
        ask(`${moved}/health`)
          .then(({ text }) => text)
          .catch(() => ''),
      )
      .toBe('ok');
    expect((await ask(`http://127.0.0.1:${port}/simotel/health`)).status).toBe(404);

    connectEvents(desk.pbx, { ...desk.listener, address: moved });
    const fields = cdr('1.1', { src: '557', dst: '09121110001', type: 'outgoing' });
    expect(await desk.pbx.sendEvent('Cdr', fields)).toBe(200);
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(historyRows(page)).toHaveCount(1);
    expect(app.complaints).toEqual([]);
  });

  test('a port that cannot be one is refused at its field and the listener stays', async () => {
    const { page } = desk;
    await openSettings(page, 'Events');
    await saveField(page, 'Port', '70000');
    await expect(page.getByText('A whole number from 0 to 65535.')).toBeVisible();
    expect((await ask(`${desk.listener.address}/health`)).text).toBe('ok');
  });

  test('switched off it is gone, switched on it is back with the same credentials', async () => {
    const { page } = desk;
    await openSettings(page, 'Events');
    await page.getByText('Listen for events', { exact: true }).click();
    await expect(page.getByText('Dialdesk does not listen for events.')).toBeVisible();
    await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Events off');
    expect(await ask(`${desk.listener.address}/health`).catch((error: NodeJS.ErrnoException) => error.code)).toBe(
      'ECONNREFUSED',
    );
    await page.getByText('Listen for events', { exact: true }).click();
    await expect(page.getByText('Dialdesk listens for events.')).toBeVisible();
    const address = await listenerAddress(desk.app);
    expect((await ask(address, { account: desk.listener, fields: { event_name: 'Ping' } })).status).toBe(200);
  });

  test('new credentials made in the settings replace the old ones at once, also where the address stays', async () => {
    const { page } = desk;
    await openSettings(page, 'Events');
    const port = await freePort();
    await saveField(page, 'Port', String(port));
    const address = `http://127.0.0.1:${port}/simotel`;
    await expect(page.getByText(address, { exact: true })).toBeVisible();
    connectEvents(desk.pbx, { ...desk.listener, address });
    await page.getByRole('button', { name: 'Test both directions' }).click();
    await expect(page.getByText(/event after \d+ ms\./)).toBeVisible();
    await page.getByRole('textbox', { name: 'Own user' }).fill('new-user');
    await page.getByLabel('Own password').fill('new-password');
    await page.getByRole('button', { name: 'Use these' }).click();
    await expect(page.getByText('new-user', { exact: true })).toBeVisible();
    // The PBX has not been told of them yet.
    await expect(page.getByText(/event after \d+ ms\./)).toHaveCount(0);
    const fields = { event_name: 'Ping' };
    const status = async (account: { user: string; password: string }) =>
      (await ask(await listenerAddress(desk.app), { account, fields })).status;
    expect(await status({ user: 'new-user', password: 'new-password' })).toBe(200);
    expect(await status(desk.listener)).toBe(401);
    await page.getByRole('button', { name: 'Make new ones' }).click();
    await expect(page.getByText('new-user', { exact: true })).toHaveCount(0);
    await expect(page.getByText(/^dialdesk-[0-9a-f]{6}$/)).toBeVisible();
    expect(await status({ user: 'new-user', password: 'new-password' })).toBe(401);
  });
});

test('a port in use at the start is said in words, and the listener takes it as soon as it is free', async () => {
  const taken = await occupyPort();
  const provision = deskProvisioning('http://127.0.0.1:9');
  const listener = { ...provision.listener, port: taken.port };
  const app = await launchDialdesk({ provision: { ...provision, listener } });
  const { page } = app;
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Event port taken');
  await openSettings(page, 'Events');
  await expect(page.getByText(`Port ${taken.port} is used by another program.`)).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Port', exact: true });
  await expect(field).toHaveAccessibleDescription(/Another program uses this port/);
  const free = await freePort();
  await saveField(page, 'Port', String(free));
  await expect(field).not.toHaveAttribute('aria-invalid');
  await field.fill(String(taken.port));
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/Another program uses this port/);
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0, { timeout: 1000 });
  await taken.letGo();
  await expect(field).toHaveAccessibleDescription(/^(?!.*Another program)/);
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Events on');
  await expect(page.getByText('Dialdesk listens for events.')).toBeVisible();
  expect((await ask(`http://127.0.0.1:${taken.port}/simotel/health`)).text).toBe('ok');
  await app.close();
});
