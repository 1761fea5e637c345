import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DemoPbx, type DemoPbxOptions, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { ask, freePort } from '../support/ask.ts';
import { connectEvents, currentCall, dial, historyRows, openDesk } from '../support/desk.ts';
import type { DialdeskApp } from '../support/dialdesk-app.ts';
import { holdAt } from '../support/hold-call.ts';
import {
  choose,
  expectReached,
  fillConnection,
  openSettings,
  readEventSetUp,
  saveField,
  startConnecting,
  testConnection,
} from '../support/set-up-steps.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function startPbx(options: DemoPbxOptions = {}) {
  const pbx = new DemoPbx({ speed: 10, ...options });
  const { address, port } = await pbx.start();
  cleanUps.push(() => pbx.stop());
  const originates = () => pbx.requests.filter((request) => request.path.endsWith('/call/originate/act'));
  return { pbx, address, port, originates };
}

/** Something else where a PBX should be; counts what it is asked. */
async function startServer(listener: RequestListener) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
  cleanUps.push(async () => server.closeAllConnections());
  return { port: (server.address() as AddressInfo).port, requests: () => requests };
}

async function connecting(): Promise<DialdeskApp> {
  const app = await startConnecting();
  cleanUps.push(() => app.close());
  return app;
}

const account = { user: demoAccount.user, password: demoAccount.password, token: demoAccount.token };

const modes = [
  {
    auth: 'basic',
    words: 'User and password',
    typed: { user: account.user, password: account.password },
    headers: { authorization: true, 'x-apikey': false },
  },
  {
    auth: 'token',
    words: 'Token',
    typed: { token: account.token },
    headers: { authorization: false, 'x-apikey': true },
  },
  { auth: 'both', words: 'Both', typed: account, headers: { authorization: true, 'x-apikey': true } },
] as const;

for (const { auth, words, typed, headers } of modes) {
  test(`first start, ${auth} authentication: form, test, events, keypad, and the first call is seen to its end`, async () => {
    const { pbx, port, originates } = await startPbx({ accounts: [{ ...demoAccount, auth }] });
    const app = await connecting();
    const { page } = app;
    await fillConnection(page, { address: `127.0.0.1:${port}`, auth: words, ...typed, phone: '557' });
    await testConnection(page);
    await expectReached(page);
    await page.getByRole('button', { name: 'Save' }).click();

    await expect(page.getByText('Waiting for the first event…')).toBeVisible();
    const shown = await readEventSetUp(page);
    const ping = await ask(shown.address, { account: shown, fields: { event_name: 'Ping' } });
    expect(ping.status).toBe(200);
    await expect(page.getByText('Events arrive. Dialdesk sees your calls.')).toBeVisible();
    connectEvents(pbx, shown);
    await page.getByRole('button', { name: 'Go to the keypad' }).click();

    await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeFocused();
    holdAt({ pbx }, 'talking');
    await page.keyboard.type('09120000001');
    await page.keyboard.press('Enter');
    await expect(currentCall(page)).toContainText(/talking/i);
    pbx.setSpeed(10);
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(historyRows(page).first()).toContainText(/answered/i);
    expect(originates()).toHaveLength(1);
    const sent = Object.keys(originates()[0]?.headers ?? {}).map((name) => name.toLowerCase());
    expect({ authorization: sent.includes('authorization'), 'x-apikey': sent.includes('x-apikey') }).toEqual(headers);
    expect(app.complaints).toEqual([]);
  });
}

const urlPassword = 'url-p@ss/word:77';

for (const { title, write, basePath = '/api/v4' } of [
  { title: 'host and port', write: (port: number) => `127.0.0.1:${port}` },
  { title: 'a full address with slashes at its end', write: (port: number) => `http://127.0.0.1:${port}/api/v4//` },
  {
    title: 'capitals, spaces and a service path',
    write: (port: number) => `  HTTP://127.0.0.1:${port}/api/v4/call/originate/act `,
  },
  { title: 'version 4.1', write: (port: number) => `127.0.0.1:${port}/api/v4.1/`, basePath: '/api/v4.1' },
]) {
  test(`an address typed as ${title} ends in a working desk`, async () => {
    const { port, originates } = await startPbx({ basePath });
    const { page } = await connecting();
    await fillConnection(page, { address: write(port), ...account, phone: '557' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Do this later' }).click();
    await dial(page, '09120000006');
    await expect(page.getByText('Requested operation failed').first()).toBeVisible();
    expect(originates().map(({ path, status }) => ({ path, status }))).toEqual([
      { path: `${basePath}/call/originate/act`, status: 200 },
    ]);
  });
}

test('user and password typed inside the address are used, and neither stay in it nor reach the settings file', async () => {
  const { pbx, port } = await startPbx({
    accounts: [{ ...demoAccount, auth: 'basic', user: 'url-user', password: urlPassword }],
  });
  const app = await connecting();
  const { page } = app;
  const written = `http://url-user:${encodeURIComponent(urlPassword)}@127.0.0.1:${port}/`;
  await fillConnection(page, { address: written, auth: 'User and password', phone: '557' });
  await testConnection(page);
  await expectReached(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Do this later' }).click();
  await dial(page, '558');
  await expect
    .poll(() => pbx.requests.some((request) => request.path.endsWith('/call/originate/act') && request.status === 200))
    .toBe(true);

  expect((await app.state()).settings.pbx.address).toBe(`http://127.0.0.1:${port}/`);
  await openSettings(page, 'Connection');
  await expect(page.getByLabel('Address', { exact: true })).toHaveValue(`http://127.0.0.1:${port}/`);
  const file = readFileSync(join(app.userDataDir, 'settings.json'), 'utf8');
  expect(file).toContain(`127.0.0.1:${port}`);
  for (const secret of ['url-user', urlPassword, encodeURIComponent(urlPassword)]) expect(file).not.toContain(secret);
  expect(app.output()).not.toContain(urlPassword);
});

test('an address that cannot be one is refused at its field, and nothing is saved', async () => {
  const app = await connecting();
  const { page } = app;
  const field = page.getByLabel('Address', { exact: true });
  for (const [typed, words] of [
    ['ftp://192.168.1.10', 'something other than http or https'],
    ['192.168.1.10:99999', 'The port is not a number between 1 and 65535.'],
    ['192.168.1.10/?a=b', 'holds a ? or a #'],
    ['two words', 'This cannot be read as an address.'],
  ] as const) {
    await fillConnection(page, { address: typed, ...account });
    await testConnection(page);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText(words)).toBeVisible();
  }
  expect((await app.state()).settings).toMatchObject({ mode: 'unset', pbx: { address: '' } });
  expect((await app.state()).credentials.hasPassword).toBe(false);
});

/** Types the connection, tests it, and expects these words in the note that is read out. */
async function expectFailure(typed: Parameters<typeof fillConnection>[1], words: string | RegExp) {
  const app = await connecting();
  await fillConnection(app.page, { ...account, ...typed });
  await testConnection(app.page);
  await expect(app.page.getByRole('alert').filter({ hasText: words })).toBeVisible();
  return app;
}

test('a wrong password is said in words, and the right one helps', async () => {
  const { port } = await startPbx();
  const { page } = await expectFailure(
    { address: `127.0.0.1:${port}`, password: 'wrong' },
    'The phone system does not accept this user, password or token.',
  );
  await fillConnection(page, { address: `127.0.0.1:${port}`, password: account.password });
  await testConnection(page);
  await expectReached(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a missing token is said in words', async () => {
  const { port } = await startPbx();
  const { page } = await expectFailure({ address: `127.0.0.1:${port}`, token: '' }, 'The token is missing.');
  await expect(page.getByRole('alert').filter({ hasText: 'password' })).toHaveCount(0);
});

test('a computer that the PBX does not permit is told so', async () => {
  const { port } = await startPbx({ accounts: [{ ...demoAccount, allowFrom: ['10.1.2.3'] }] });
  await expectFailure(
    { address: `127.0.0.1:${port}` },
    'The phone system does not accept requests from this computer.',
  );
});

test('a service that the account may not use is named', async () => {
  const { port } = await startPbx({ accounts: [{ ...demoAccount, services: ['call/originate/act'] }] });
  await expectFailure({ address: `127.0.0.1:${port}` }, 'The account may not test the connection.');
});

test('a wrong path is told from a wrong address', async () => {
  const { port } = await startPbx();
  await expectFailure({ address: `127.0.0.1:${port}/api/v9` }, /there is no Simotel API at this path \(status 404\)/);
});

test('a port on which nothing listens is said in words', async () => {
  await expectFailure(
    { address: `127.0.0.1:${await freePort()}` },
    /127\.0\.0\.1:\d+ answers, but nothing listens on that port/,
  );
});

test('a redirect is not followed, and its target is named', async () => {
  const target = await startServer((_request, response) => response.end('reached'));
  const { port } = await startServer((_request, response) => {
    response.writeHead(302, { Location: `http://127.0.0.1:${target.port}/login` }).end();
  });
  await expectFailure({ address: `127.0.0.1:${port}` }, /sent us on to 127\.0\.0\.1.*\(status 302\).*does not follow/);
  expect(target.requests()).toBe(0);
});

test('a web page is not taken for a PBX', async () => {
  const { port } = await startServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Router</title>');
  });
  await expectFailure({ address: `127.0.0.1:${port}` }, 'What answers there is not a Simotel API (status 200).');
});

test('an address outside the private network is not reached without encryption', async () => {
  await expectFailure({ address: 'http://203.0.113.7' }, '203.0.113.7 is outside your private network');
});

test('a PBX that takes PUT only: a fixed POST says so, automatic works', async () => {
  const desk = await openDesk({ pbx: { originateMethods: ['PUT'] } });
  cleanUps.push(() => desk.leave());
  const { page } = desk;
  await openSettings(page, 'Connection');
  await choose(page, 'Request method', 'POST');
  await expect.poll(async () => (await desk.app.state()).settings.pbx.method).toBe('POST');
  await dial(page, '09120000001');
  await expect(currentCall(page)).toContainText('The phone system does not accept POST requests.');
  expect(desk.originates().map(({ method, status }) => `${method} ${status}`)).toEqual(['POST 405']);

  await openSettings(page, 'Connection');
  await choose(page, 'Request method', 'Automatic');
  await expect.poll(async () => (await desk.app.state()).settings.pbx.method).toBe('auto');
  await dial(page, '09120000002');
  await expect(currentCall(page)).toContainText(/busy/i);
  await dial(page, '558');
  await expect.poll(() => desk.originates().length).toBe(4);
  // The PBX is known by now: the second call asks only once.
  expect(desk.originates().map(({ method, status }) => `${method} ${status}`)).toEqual([
    'POST 405',
    'POST 405',
    'PUT 200',
    'PUT 200',
  ]);
});

test('another host drops the stored credentials: they never reach it', async () => {
  const desk = await openDesk();
  cleanUps.push(() => desk.leave());
  const other = await startPbx();
  const { page, app } = desk;
  expect((await app.state()).credentials).toMatchObject({ hasUser: true, hasPassword: true, hasToken: true });
  await openSettings(page, 'Connection');
  await saveField(page, 'Address', other.address);
  await expect
    .poll(async () => (await app.state()).credentials)
    .toMatchObject({ hasUser: false, hasPassword: false, hasToken: false });
  await expect(page.getByText('Not set').first()).toBeVisible();
  await testConnection(page);
  await expect(page.getByText('User name, password or token is missing.').first()).toBeVisible();
  expect(other.pbx.requests).toHaveLength(0);

  await saveField(page, 'User', account.user);
  await saveField(page, 'Password', account.password);
  await page.getByRole('textbox', { name: 'Token' }).fill(account.token);
  await page.getByRole('textbox', { name: 'Token' }).press('Enter');
  await testConnection(page);
  await expectReached(page);
});

test('the same host with another path keeps the credentials', async () => {
  const desk = await openDesk();
  cleanUps.push(() => desk.leave());
  const { page, app } = desk;
  const bare = (await app.state()).settings.pbx.address.replace('/api/v4', '');
  await openSettings(page, 'Connection');
  await saveField(page, 'Address', bare);
  await expect.poll(async () => (await app.state()).settings.pbx.address).toBe(bare);
  expect((await app.state()).credentials.hasPassword).toBe(true);
  await testConnection(page);
  await expectReached(page);
});
