import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { DemoPbx, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { freePort, occupyPort } from '../support/ask.ts';
import { currentCall, type Desk, deskProvisioning, dial, openDesk } from '../support/desk.ts';
import { type DialdeskApp, launchDialdesk } from '../support/dialdesk-app.ts';
import { comeTo } from '../support/hold-call.ts';
import { startKeyring } from '../support/keyring.ts';
import { resizeTo } from '../support/main-window.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function desk(options: Parameters<typeof openDesk>[0] = {}): Promise<Desk> {
  const opened = await openDesk(options);
  cleanUps.push(() => opened.leave());
  return opened;
}

async function launched(options: Parameters<typeof launchDialdesk>[0]): Promise<DialdeskApp> {
  const app = await launchDialdesk(options);
  cleanUps.push(() => app.close());
  return app;
}

const status = (page: Page) => page.getByRole('status', { name: 'Connection' });
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });

const json =
  (code: number, body: unknown): RequestListener =>
  (_request, response) => {
    response.writeHead(code, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
const refusing = (code: number, message: string) => json(code, { success: 0, message, data: null });

const answers: Readonly<Record<string, { readonly listener: RequestListener; readonly fa: string }>> = {
  'PBX answers with an error': { listener: json(500, {}), fa: 'مرکز با خطا پاسخ می‌دهد' },
  'Not a Simotel': {
    listener: (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Router</title>');
    },
    fa: 'سیموتل نیست',
  },
  'PBX refuses access': { listener: refusing(401, 'BasicAuth or ApiKey is invalid'), fa: 'مرکز دسترسی نمی‌دهد' },
  'PBX password missing': { listener: refusing(401, 'BasicAuth or ApiKey is missing'), fa: 'گذرواژهٔ مرکز نیست' },
  'PBX right missing': { listener: refusing(403, '"ping";Access denied'), fa: 'مجوز مرکز کم است' },
  'PBX not reached': { listener: (request) => request.socket.destroy(), fa: 'مرکز در دسترس نیست' },
  'PBX ready': { listener: json(200, { success: 1, message: '', data: null }), fa: 'مرکز آماده است' },
};

/** A server that answers every request as it is told to at that moment. */
async function startAnswering() {
  const now = { listener: json(200, { success: 1, message: '', data: null }) };
  const server = createServer((request, response) => now.listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
  cleanUps.push(async () => server.closeAllConnections());
  return { now, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

for (const language of ['en', 'fa'] as const) {
  test(`each kind of failure has its own word in the smallest window, none cut off, in ${language}`, async () => {
    const { now, address } = await startAnswering();
    const app = await launched({ provision: deskProvisioning(address, { ui: { language } }) });
    const { page } = app;
    await resizeTo(app, 340, 560);
    const header = page.getByRole('status').filter({ has: page.getByRole('button') });
    for (const [en, { listener, fa }] of Object.entries(answers)) {
      now.listener = listener;
      await page.evaluate(() => window.dialer.request('pbx:check', {}));
      await expect(header).toContainText(language === 'en' ? en : fa);
      const box = await header.boundingBox();
      expect(box === null ? null : box.x >= 0 && box.x + box.width <= 340, en).toBe(true);
      const cut = await header.evaluate((element) =>
        [...element.querySelectorAll('*')].some(
          (part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0,
        ),
      );
      expect(cut, en).toBe(false);
      const own = await page.locator('header > div').first().boundingBox();
      expect(own !== null && box !== null && (own.x + own.width <= box.x || box.x + box.width <= own.x), en).toBe(true);
    }
  });
}

test('what is known of the PBX stands behind its word, and can be read, mended and left with the keyboard alone', async () => {
  const { now, address } = await startAnswering();
  now.listener = json(500, {});
  const { page } = await launched({ provision: deskProvisioning(address) });
  const number = page.getByRole('textbox', { name: 'Phone number' });
  await number.fill('558');
  const part = status(page).getByRole('button', { name: 'PBX answers with an error' });
  await part.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'PBX answers with an error' });
  await expect(dialog).toContainText('The phone system has a fault of its own (status 500).');
  await expect(dialog).toContainText('Wait a moment and try again.');
  await expect(dialog).toContainText(address);
  await expect(dialog).toContainText(/Last check\d{1,2}:\d{2}/);
  await expect(dialog).not.toContainText('Round trip');

  now.listener = answers['PBX ready']?.listener ?? now.listener;
  await dialog.getByRole('button', { name: 'Check now' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'PBX ready' })).toContainText(/Round trip\d+ ms/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(status(page).getByRole('button', { name: 'PBX ready' })).toBeFocused();
  await expect(number).toHaveValue('558');

  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Connection settings' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Connection' })).toBeVisible();
});

test('what was heard stands behind the word for events: the last one, and who was turned away', async () => {
  const { page, pbx, listener } = await desk();
  const events = status(page).getByRole('button', { name: /^Events on/ });
  await events.click();
  await expect(page.getByRole('dialog')).toContainText('Last eventnone yet');
  await expect(page.getByRole('dialog')).toContainText('Turned away0');
  await expect(page.getByRole('button', { name: 'Set up events' })).toBeVisible();
  await pbx.sendEvent('TrunkNewState', { trunk_name: 'MCI', state: 'Ok' });
  await expect(page.getByRole('dialog')).toContainText('Last eventTrunkNewState · now');
  pbx.setEventTarget({
    ...listener,
    password: 'wrong',
    version: 'G4',
    method: 'POST',
    encoding: 'json',
    idField: 'cuid',
    originatedCallIdInEvents: true,
  });
  expect(await pbx.sendEvent('Ping', {})).toBe(401);
  await expect(page.getByRole('dialog')).toContainText('wrong user or password · 1');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a taken port is named with what to do, and trying again takes it at once when it is free', async () => {
  const taken = await occupyPort();
  const provision = deskProvisioning('http://127.0.0.1:9');
  const { page } = await launched({
    provision: { ...provision, listener: { ...provision.listener, port: taken.port } },
  });
  await expect(notices(page)).toContainText(`Event port ${taken.port} is taken`);
  await notices(page).getByText(`Event port ${taken.port} is taken`).click();
  await expect(page.getByRole('dialog', { name: 'Notices' })).toContainText(
    'choose another port in the event settings',
  );
  await page.keyboard.press('Escape');
  await taken.letGo();
  await notices(page).getByRole('button', { name: 'Try again' }).click();
  await expect(status(page)).toContainText('Events on');
  await expect(page.getByText('is taken')).toHaveCount(0);
});

test('passwords kept for this run only are told of until that is closed, and nothing of the keypad moves', async () => {
  const { page, app } = await desk();
  for (const [width, height] of [
    [400, 700],
    [761, 700],
    [1080, 720],
  ] as const) {
    await resizeTo(app, width, height);
    const words = notices(page).getByText('Passwords are kept for this run only');
    await expect(words).toBeVisible();
    const isWhole = () =>
      words.evaluate((box) => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight);
    await expect.poll(isWhole).toBe(true);
    // The keys come to it where it is seen: before the keypad it stands above, after the tabs it stands below.
    const isWide = width >= 760;
    await (isWide
      ? page.getByRole('tab', { selected: true })
      : page.getByRole('textbox', { name: 'Phone number' })
    ).focus();
    await page.keyboard.press(isWide ? 'Tab' : 'Shift+Tab');
    await expect(notices(page).locator(':focus')).toHaveCount(1);
  }
  await notices(page).getByRole('button', { name: 'Open the setting' }).click();
  await expect(page.getByText('This computer offers no keychain.').first()).toBeVisible();

  await resizeTo(app, 400, 700);
  await page.getByRole('tab', { name: 'Keypad' }).click();
  const places = () =>
    Promise.all(
      [
        page.getByRole('button', { name: 'Call', exact: true }),
        page.getByRole('button', { name: '5', exact: true }),
        page.getByRole('textbox', { name: 'Phone number' }),
      ].map((control) => control.boundingBox()),
    );
  const before = await places();
  await notices(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices(page)).toHaveCount(0);
  expect(await places()).toEqual(before);
});

test('in a low window notices are counted in the header and read behind it', async () => {
  const { page, app } = await desk();
  await resizeTo(app, 340, 560);
  await expect(notices(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Notices 1' }).click();
  await expect(page.getByRole('dialog', { name: 'Notices' })).toContainText(
    'you will be asked again at the next start',
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('button', { name: 'Notices 1' })).toHaveCount(0);
});

test('a key store needs no notice', async () => {
  const keyring = await startKeyring();
  cleanUps.push(() => keyring.stop());
  const { page, app } = await desk({ launch: { env: keyring.env, args: keyring.args } });
  expect((await app.state()).credentials.protection).toBe('keychain');
  await expect(status(page)).toContainText('PBX ready');
  await expect(notices(page)).toHaveCount(0);
});

test('passwords without protection stay marked beside the own number, with the way to change it', async () => {
  const { page, app } = await desk();
  await page.evaluate(() => window.dialer.request('credentials:allow-unprotected', { allowed: true }));
  const mark = page.getByRole('button', { name: 'Unprotected' });
  await expect(mark).toBeVisible();
  await expect(notices(page)).toHaveCount(0);
  await resizeTo(app, 340, 560);
  await mark.click();
  await expect(page.getByRole('dialog')).toContainText('Anyone who can read your files can read them.');
  await page.getByRole('button', { name: 'Open the setting' }).click();
  await expect(page.getByRole('heading', { name: 'Secrets' })).toBeVisible();
});

test('a set-up file that was not applied is told of until that is closed', async () => {
  const first = await desk();
  const { userDataDir } = first.app;
  await first.app.close();
  const app = await launched({ userDataDir, provision: '{"version": 1,' });
  const { page } = app;
  // Without a key store the passwords of the run before are gone as well, which is graver.
  await expect(notices(page)).toContainText('The sign-in to the PBX is incomplete');
  await notices(page).getByText('+2 more').click();
  const note = page.getByRole('dialog').getByText('The set-up file was not applied');
  await expect(note).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click();
  await expect(note).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(notices(page)).toContainText('+1 more');
});

test('a PBX whose clock is off is told from this computer, and no call is counted by it', async () => {
  const opened = await desk({ pbx: { clockAheadMs: 10 * 60_000 } });
  const { page, pbx } = opened;
  await expect(notices(page)).toContainText('The clocks are 10 min apart');
  await notices(page).getByText('The clocks are 10 min apart').click();
  await expect(page.getByRole('dialog', { name: 'Notices' })).toContainText(
    'The phone system is ahead of this computer.',
  );
  await page.keyboard.press('Escape');
  await comeTo(opened, 'talking', '09120000001');
  await expect(currentCall(page)).toContainText(/00:\d\d/);
  pbx.setSpeed(10);
  await pbx.whenIdle();
});

test('event times in another zone are noticed after some calls; the zone that fits is offered and mends it', async () => {
  const { page, app } = await desk({ pbx: { eventZoneMinutes: 210 } });
  await expect(status(page)).toContainText('PBX ready');
  for (let calls = 0; (await app.state()).clock === null; calls += 1) {
    expect(calls).toBeLessThan(8);
    // The same number at once would be taken for a double click.
    await dial(page, calls % 2 === 0 ? '09120000002' : '09120000009');
    await expect.poll(async () => (await app.state()).listener.receivedByName['Cdr'] ?? 0).toBe(calls + 1);
  }
  expect((await app.state()).clock).toEqual({
    problem: 'event-time-zone',
    eventsAheadMs: 210 * 60_000,
    rightZone: 'Asia/Tehran',
  });
  await resizeTo(app, 1080, 720);
  await expect(notices(page)).toContainText('Event times are 3.5 h off');
  // Another zone is judged by the calls that were seen, and what is known of the PBX stays known.
  const { pbx: known } = await app.state();
  expect(known.state).toBe('reached');
  await page.evaluate(() => window.dialer.request('settings:update', { pbx: { eventTimeZone: 'Asia/Dubai' } }));
  await expect(notices(page)).toContainText('Event times are 30 min off');
  expect((await app.state()).pbx).toEqual(known);
  await notices(page).getByRole('button', { name: 'Use Asia/Tehran' }).click();
  await expect(page.getByText('Event times are')).toHaveCount(0);
  expect((await app.state()).settings.pbx.eventTimeZone).toBe('Asia/Tehran');
});

test('an account without rights is told which one is missing, in the header, at the trunks and at the call', async () => {
  const pbx = new DemoPbx({ speed: 10, accounts: [{ ...demoAccount, services: [] }] });
  const { address } = await pbx.start();
  cleanUps.push(() => pbx.stop());
  const { page } = await launched({ provision: deskProvisioning(address) });
  await status(page).getByRole('button', { name: 'PBX right missing' }).click();
  await expect(page.getByRole('dialog')).toContainText('The account may not test the connection.');
  await expect(page.getByRole('dialog')).toContainText('Ask your administrator');
  await expect(page.getByRole('button', { name: 'Check now' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('This API account may not list trunks.')).toBeVisible();
  await dial(page, '558');
  await expect(currentCall(page)).toContainText('The account may not place calls.');
  await expect(currentCall(page)).toContainText('Ask your administrator');
  await expect(status(page)).toContainText('Calls not allowed');
});

test('a PBX that is not there is not reached, and comes back when asked', async () => {
  const port = await freePort();
  const { page } = await launched({ provision: deskProvisioning(`http://127.0.0.1:${port}`) });
  await expect(status(page)).toContainText('PBX not reached');
  const pbx = new DemoPbx({ port });
  await pbx.start();
  cleanUps.push(() => pbx.stop());
  await status(page).getByRole('button', { name: 'PBX not reached' }).click();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(status(page)).toContainText('PBX ready');
});
