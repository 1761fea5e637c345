import { expect, test } from '@playwright/test';
import { DemoPbx } from '../../electron/demo-pbx/demo-pbx.ts';
import { currentCall, type Desk, type DeskOptions, dial, historyRows, openDesk } from '../support/desk.ts';
import { type Desktop, openDesktop } from '../support/desktop.ts';
import { ringIn } from '../support/incoming-call.ts';
import { mainWindow } from '../support/main-window.ts';
import { type NotificationServer, startNotificationServer, withoutMarks } from '../support/notification-server.ts';
import { expectClosed, expectOpen, palettePage } from '../support/palette.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { openSettings } from '../support/set-up-steps.ts';

test.skip(process.platform !== 'linux', 'talks to the notifications of a Linux desktop');

const cleanUps: (() => Promise<unknown> | unknown)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Workplace {
  readonly desktop: Desktop;
  readonly desk: Desk;
  readonly server: NotificationServer;
}

async function openWorkplace(options: DeskOptions = {}): Promise<Workplace> {
  const bus = await startSessionBus();
  cleanUps.push(() => bus.stop());
  const server = await startNotificationServer(bus);
  const desktop = await openDesktop();
  cleanUps.push(() => desktop.close());
  const desk = await openDesk({ hotkeys: {}, ...options, launch: { env: { ...bus.env, ...desktop.env } } });
  cleanUps.push(async () => {
    expect(desk.app.complaints).toEqual([]);
    await desk.leave();
  });
  return { desktop, desk, server };
}

const choose = ({ page }: Desk, notifications: Record<string, unknown>) =>
  page.evaluate((change) => window.dialer.request('settings:update', { notifications: change }), notifications);

async function bringBack({ app }: Desk): Promise<void> {
  const main = await mainWindow(app);
  await main.evaluate((window) => window.focus());
  await expect.poll(() => main.evaluate((window) => window.isFocused())).toBe(true);
}

test('a call that rings is told with number and queue, once, becomes missed in its place, and takes no focus', async () => {
  const { desktop, desk, server } = await openWorkplace();
  const other = await desktop.openOther();
  const call = await ringIn(desk.pbx, '09121112233', '902');
  await expect.poll(server.titles).toEqual(['0912 111 2233 is calling']);
  const [ringing] = server.shown();
  expect(withoutMarks(ringing?.body ?? '')).toBe('Queue 902 · Answer on your phone');
  expect(ringing).toMatchObject({ timeoutMs: 0, actions: ['default'] });
  await expect(currentCall(desk.page)).toContainText('Incoming call');
  await expect(currentCall(desk.page)).toContainText('Queue 902');

  await call.hangUp();
  await expect.poll(server.titles).toEqual(['Missed call from 0912 111 2233']);
  expect(server.shown()[0]).toMatchObject({ replaces: ringing?.id, actions: ['default', 'button'] });
  expect(server.shown()[0]?.icon).toEqual([64, 64]);
  expect(server.mostAtOnce()).toBe(1);
  await call.account({ dst: '557', disposition: 'NO ANSWER' });
  // What the account would have brought comes before what is told of the next call.
  await ringIn(desk.pbx, '09124445566');
  await expect.poll(server.titles).toContain('0912 444 5566 is calling');
  expect(server.all()).toHaveLength(3);
  expect(await other.hasFocus()).toBe(true);
});

test('a click opens the window at the missed call, where Enter calls back', async () => {
  const { desktop, desk, server } = await openWorkplace();
  const other = await desktop.openOther();
  const first = await ringIn(desk.pbx, '09121112233');
  await first.hangUp();
  await expect.poll(server.titles).toEqual(['Missed call from 0912 111 2233']);
  const second = await ringIn(desk.pbx, '09124445566');
  await second.hangUp();
  await expect.poll(server.titles).toEqual(['Missed call from 0912 111 2233', 'Missed call from 0912 444 5566']);
  // The list of keys was left open.
  await desk.page.keyboard.press('F1');
  await expect(desk.page.getByRole('dialog')).toBeVisible();
  server.click(server.shown()[0]);
  await expect.poll(other.hasFocus).toBe(false);
  const row = historyRows(desk.page).filter({ hasText: '0912 111 2233' });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
  await expect(desk.page.getByRole('grid', { name: 'Call history' })).toBeFocused();
  // The list was in sight, so the other is no news either.
  await expect.poll(server.titles).toEqual([]);
  await desk.page.keyboard.press('Enter');
  await expect.poll(() => desk.originates().length).toBe(1);
  expect(desk.originates()[0]?.body).toMatchObject({ callee: '09121112233' });
  await desk.pbx.whenIdle();
});

test('its button calls back, once', async () => {
  const { desktop, desk, server } = await openWorkplace();
  await desktop.openOther();
  const call = await ringIn(desk.pbx, '09121112233');
  await call.hangUp();
  await expect.poll(server.titles).toEqual(['Missed call from 0912 111 2233']);
  server.press(server.shown()[0]);
  await expect.poll(() => desk.originates().length).toBe(1);
  expect(desk.originates()[0]?.body).toMatchObject({ callee: '09121112233' });
  await expect.poll(server.titles).toEqual([]);
  await desk.pbx.whenIdle();
  expect(desk.originates()).toHaveLength(1);
});

test('it goes when the call is answered, here or by a colleague, and a click on it shows the call', async () => {
  const { desktop, desk, server } = await openWorkplace();
  await desktop.openOther();
  const mine = await ringIn(desk.pbx, '09121112233');
  await expect.poll(server.titles).toHaveLength(1);
  await mine.answer();
  await expect.poll(server.titles).toEqual([]);
  await mine.hangUp();

  const theirs = await ringIn(desk.pbx, '09124445566');
  await expect.poll(server.titles).toHaveLength(1);
  await theirs.hangUp();
  await theirs.account({ dst: '558', disposition: 'ANSWERED' });
  await expect.poll(server.titles).toEqual([]);
  expect(server.all().map(({ title }) => withoutMarks(title))).toEqual([
    '0912 111 2233 is calling',
    '0912 444 5566 is calling',
  ]);

  await ringIn(desk.pbx, '09127778899');
  await expect.poll(server.titles).toEqual(['0912 777 8899 is calling']);
  server.click(server.shown()[0]);
  await expect(currentCall(desk.page)).toContainText('0912 777 8899');
  await expect.poll(() => desk.page.evaluate(() => document.hasFocus())).toBe(true);
});

test('nothing is told that the window in front shows, and what was told goes when it comes to the front', async () => {
  const { desktop, desk, server } = await openWorkplace();
  await bringBack(desk);
  const seen = await ringIn(desk.pbx, '09121112233');
  await expect(currentCall(desk.page)).toContainText('Incoming call');
  expect(server.all()).toEqual([]);

  // What still rings may be said to whoever turns away.
  await desktop.openOther();
  await seen.hangUp();
  await expect.poll(server.titles).toEqual(['Missed call from 0912 111 2233']);
  await ringIn(desk.pbx, '09124445566');
  await expect.poll(server.titles).toHaveLength(2);
  await bringBack(desk);
  await expect.poll(server.titles).toEqual(['Missed call from 0912 111 2233']);
  await desk.page.getByRole('tab', { name: 'History' }).click();
  await expect.poll(server.titles).toEqual([]);
});

test('each kind can be turned off, and quiet hours let through what they shall', async () => {
  const { desktop, desk, server } = await openWorkplace();
  await desktop.openOther();
  await choose(desk, { incoming: false });
  const silent = await ringIn(desk.pbx, '09121112233');
  await silent.hangUp();
  await expect.poll(server.titles).toEqual(['Missed call from 0912 111 2233']);

  await choose(desk, { incoming: true, quietHours: 'all-but-incoming', quietFrom: '00:00', quietTo: '23:59' });
  const atNight = await ringIn(desk.pbx, '09124445566');
  await expect.poll(server.titles).toContain('0912 444 5566 is calling');
  await atNight.hangUp();
  await expect.poll(server.titles).toEqual(['Missed call from 0912 111 2233']);

  await choose(desk, { quietHours: 'all' });
  const untold = await ringIn(desk.pbx, '09127778899');
  await untold.answer();
  await untold.hangUp();
  await choose(desk, { quietHours: 'off' });
  await ringIn(desk.pbx, '09120001122');
  await expect.poll(server.titles).toContain('0912 000 1122 is calling');
  expect(server.all()).toHaveLength(3);
});

test('a call from here that fails is told when nobody looks, and Persian is written as Persian', async () => {
  const { desktop, desk, server } = await openWorkplace({ pbx: { speed: 0.0001 } });
  await dial(desk.page, '09120000005');
  await desktop.openOther();
  desk.pbx.setSpeed(100);
  await expect.poll(server.titles).toEqual(['Call to 0912 000 0005 failed']);
  await desk.pbx.whenIdle();
  await desk.page.evaluate(() =>
    window.dialer.request('call:originate', { destination: '09120000002', trunkName: null }),
  );
  await expect.poll(server.titles).toEqual(['Call to 0912 000 0005 failed', '0912 000 0002 was not reached']);
  await desk.page.evaluate(() => window.dialer.request('settings:update', { ui: { language: 'fa' } }));
  await ringIn(desk.pbx, '09124445566', '902');
  await expect.poll(server.titles).toContain('تماس از ۰۹۱۲ ۴۴۴ ۵۵۶۶');
  const ringing = server.shown().find(({ title }) => title.includes('۴۴۴'));
  // The number stands from left to right in the sentence from right to left.
  expect(ringing?.title).toContain('\u2066۰۹۱۲ ۴۴۴ ۵۵۶۶\u2069');
});

test('a call nobody confirmed is told where the palette was closed meanwhile', async () => {
  test.setTimeout(90_000);
  const { desktop, desk, server } = await openWorkplace({ events: null });
  const palette = await palettePage(desk.app);
  await desktop.openOther();
  await desktop.press('ctrl+alt+d');
  await expectOpen(desk.app, desktop);
  await palette.getByRole('combobox').fill('09120000007');
  await desktop.press('Return');
  await expect(palette.getByText('Asking the PBX…')).toBeVisible();
  await desktop.press('Escape');
  await expectClosed(desk.app);
  await expect.poll(server.titles, { timeout: 30_000 }).toEqual(['Call to 0912 000 0007 not confirmed']);
});

test('what callers and queues are called is shortened, and can neither be markup nor turn the text around', async () => {
  const { desktop, desk, server } = await openWorkplace();
  await desktop.openOther();
  const hostile = [
    '<b>Boss</b> & <a href="http://evil.example">click</a>',
    '\u202e33211190\u202c\u2067\u200b',
    '9'.repeat(250),
    'x'.repeat(4000),
    'a\nb\tc\u0000d',
  ];
  for (const name of hostile) {
    const before = server.all().length;
    const call = await ringIn(desk.pbx, name, name);
    await expect.poll(() => server.all().length).toBeGreaterThan(before);
    const told = server.all()[before];
    const text = `${told?.title}${told?.body}`;
    expect(text).not.toMatch(/[<>&\u202a-\u202e\u200b\n\t\0]/);
    expect(withoutMarks(told?.title ?? '').length).toBeLessThanOrEqual(60);
    expect(withoutMarks(told?.body ?? '').length).toBeLessThanOrEqual(80);
    await call.answer();
    await call.hangUp();
    await expect.poll(server.titles).toEqual([]);
  }
  // What is longer than any text of the PBX is not read, so nothing comes of it.
  await ringIn(desk.pbx, '09121112233', 'x'.repeat(10_000));
  await ringIn(desk.pbx, '09124445566');
  await expect.poll(server.titles).toEqual(['0912 444 5566 is calling']);
});

test('without notifications on the desktop the window says so, and the test of them tells the truth', async () => {
  const { desktop, desk, server } = await openWorkplace();
  const other = await desktop.openOther();
  await server.leave();
  await ringIn(desk.pbx, '09121112233');
  // Beside the call there is room for their number alone.
  await desk.page.getByRole('button', { name: 'Notices' }).click();
  await expect(desk.page.getByText('Notifications are not shown')).toBeVisible();
  expect(await other.hasFocus()).toBe(true);
  await desk.page.getByRole('button', { name: 'Open the setting' }).last().click();
  await desk.page.getByRole('button', { name: 'Test notification' }).click();
  await expect(desk.page.getByRole('alert').filter({ hasText: 'does not show notifications' })).toBeVisible();
});

test('the test of notifications shows a real one', async () => {
  const { desk, server } = await openWorkplace();
  await openSettings(desk.page, 'Notifications');
  await desk.page.getByRole('button', { name: 'Test notification' }).click();
  await expect(desk.page.getByText('The desktop shows it.')).toBeVisible();
  expect(server.titles()).toEqual(['Notifications work']);
});

test('the PBX lost and back is told when it lasts, in one notification', async () => {
  test.slow();
  const { desktop, desk, server } = await openWorkplace();
  await expect.poll(async () => (await desk.app.state()).pbx.state).toBe('reached');
  await desktop.openOther();
  const { port } = new URL((await desk.app.state()).settings.pbx.address);
  const upUntilMs = Date.now();
  await desk.pbx.stop();
  await desk.page.evaluate(() => window.dialer.request('pbx:check', {}));
  await expect.poll(server.titles, { timeout: 20_000 }).toEqual(['Connection to the PBX lost']);
  expect(server.all()).toHaveLength(1);
  // A blink is nobody's business.
  expect(Date.now() - upUntilMs).toBeGreaterThanOrEqual(10_000);
  const again = new DemoPbx({ port: Number(port) });
  await again.start();
  cleanUps.push(() => again.stop());
  await desk.page.evaluate(() => window.dialer.request('pbx:check', {}));
  await expect.poll(server.titles).toEqual(['PBX connected again']);
  await expect.poll(server.titles, { timeout: 20_000 }).toEqual([]);
});
