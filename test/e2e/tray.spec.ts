import { expect, test } from '@playwright/test';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { callService } from '../integration/demo-pbx-talk.ts';
import { type Desk, type DeskOptions, openDesk } from '../support/desk.ts';
import { comeTo } from '../support/hold-call.ts';
import { missCall } from '../support/missed-call.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { startTrayHost, type TrayItem } from '../support/tray-host.ts';

test.skip(process.platform !== 'linux', 'talks to the tray of a Linux desktop');

const cleanUps: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function openInTray(options: DeskOptions = {}): Promise<{ desk: Desk; tray: TrayItem }> {
  const bus = await startSessionBus();
  cleanUps.push(() => bus.stop());
  const host = await startTrayHost(bus);
  const desk = await openDesk({ ...options, launch: { env: bus.env } });
  cleanUps.push(() => desk.leave());
  return { desk, tray: await host.item() };
}

async function tellPbx(desk: Desk, service: string): Promise<void> {
  const { address } = (await desk.app.state()).settings.pbx;
  expect((await callService(address, service, { queue: '902', agent: '557' })).status).toBe(200);
}

test('the icon and its tooltip tell how it is with the agent: ready, ringing, talking, paused, not connected', async () => {
  const { desk, tray } = await openInTray();
  const pictures = new Map<string, string>();
  const seen = async (state: string) => pictures.set(state, await tray.picture());

  await expect.poll(tray.tooltip).toBe('Dialdesk · 557 · Ready');
  await seen('ready');
  await comeTo(desk, 'ringingCaller', '09120000001');
  await expect.poll(tray.tooltip).toBe('Dialdesk · 557 · Ringing · 0912 000 0001');
  await seen('ringing');
  await comeTo(desk, 'talking');
  await expect.poll(tray.tooltip).toBe('Dialdesk · 557 · Talking · 0912 000 0001');
  await seen('talking');
  desk.pbx.setSpeed(1000);
  await expect.poll(tray.tooltip).toBe('Dialdesk · 557 · Ready');
  expect(await tray.picture()).toBe(pictures.get('ready'));

  await tellPbx(desk, 'pbx/queues/pauseagent');
  await expect.poll(tray.tooltip).toBe('Dialdesk · 557 · Paused');
  await seen('paused');
  await tellPbx(desk, 'pbx/queues/resumeagent');
  await expect.poll(tray.tooltip).toBe('Dialdesk · 557 · Ready');

  await desk.pbx.stop();
  await desk.page.evaluate(() => window.dialer.request('pbx:check', {}));
  await expect.poll(tray.tooltip).toBe('Dialdesk · 557 · PBX not reached');
  await seen('not connected');
  expect(new Set(pictures.values()).size).toBe(5);
});

test('a call of the last five is placed on click, once however often it is clicked, and the window says why not', async () => {
  const { desk, tray } = await openInTray();
  await missCall(desk.pbx, '09120000001');
  await expect.poll(tray.labels).toContain('0912 000 0001 · missed');

  desk.pbx.setSpeed(0.0001);
  await tray.choose('0912 000 0001');
  await expect.poll(() => desk.originates().length).toBe(1);
  expect(desk.originates()[0]?.body).toMatchObject({ caller: '557', callee: '09120000001' });
  await expect.poll(tray.tooltip).toContain('Ringing');

  await desk.page.getByRole('tab', { name: 'History' }).click();
  await tray.choose('0912 000 0001');
  await expect(
    desk.page.getByText('A call is being placed already').or(desk.page.getByText('already under way')),
  ).toBeVisible();
  await expect(desk.page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('0912 000 0001');
  expect(desk.originates()).toHaveLength(1);
  desk.pbx.setSpeed(1000);
  await desk.pbx.whenIdle();
});

test('missed calls are counted by number until somebody talked with it, and shown until they are seen', async () => {
  const { desk, tray } = await openInTray();
  await expect.poll(tray.tooltip).toBe('Dialdesk · 557 · Ready');
  const idle = await tray.picture();
  const tab = desk.page.getByRole('tab', { name: 'History', exact: true });
  const words = tab.getByText('History');
  await expect(tab).toBeVisible();
  const place = await words.boundingBox();
  await missCall(desk.pbx, '09121110001');
  await missCall(desk.pbx, '+989121110001');
  await missCall(desk.pbx, '09122220002', { dst: '558', disposition: 'ANSWERED' });
  await missCall(desk.pbx, '09123330003');
  await expect.poll(tray.tooltip).toBe('Dialdesk · 557 · Ready · Missed (2)');
  expect(await tray.picture()).not.toBe(idle);
  // The tab of the history counts with it, under the same name and in the same place.
  await expect(tab).toHaveText('2History');
  await expect(tab).toHaveAccessibleDescription('2 missed and not handled');
  expect(await words.boundingBox()).toEqual(place);

  await tray.choose('Missed (2)');
  await expect(desk.page.getByRole('grid', { name: 'Missed calls by number' }).getByRole('row')).toHaveCount(2);
  await expect.poll(tray.picture).toBe(idle);
  expect(await tray.labels()).toContain('Missed (2)');

  await tray.choose('0912 333 0003');
  await expect.poll(tray.labels, { timeout: 20_000 }).toContain('Missed (1)');
  await expect(tab).toHaveText('1History');
  await desk.page.evaluate(() => window.dialer.request('settings:update', { ui: { language: 'fa' } }));
  const persian = desk.page.getByRole('tab', { name: 'تاریخچه', exact: true });
  await expect(persian).toHaveText('۱تاریخچه');
  await expect(persian).toHaveAccessibleDescription(/۱.* شمارهٔ از دست رفته که رسیدگی نشده است/);
  await desk.pbx.whenIdle();
});

/** How often the program has handed a menu to the tray since. */
async function countDrawnMenus({ app }: Desk): Promise<() => Promise<number>> {
  await app.electron.evaluate(({ Tray }) => {
    const draw = Tray.prototype.setContextMenu;
    Reflect.set(globalThis, 'menusDrawn', 0);
    Tray.prototype.setContextMenu = function (menu) {
      Reflect.set(globalThis, 'menusDrawn', Reflect.get(globalThis, 'menusDrawn') + 1);
      draw.call(this, menu);
    };
  });
  return () => app.electron.evaluate(() => Reflect.get(globalThis, 'menusDrawn') as number);
}

test('the menu is in the language of the window and only drawn anew when it says something else', async () => {
  const { desk, tray } = await openInTray({ ui: { language: 'fa' } });
  await expect
    .poll(tray.labels)
    .toEqual([
      '\u2066۵۵۷\u2069 · آماده',
      'رویداد روشن',
      '',
      'شماره‌گیری سریع…',
      '',
      'باز کردن دایال‌دسک',
      'توقف کلیدهای میانبر',
      'تنظیمات',
      '',
      'خروج از دایال‌دسک',
    ]);
  const drawn = await countDrawnMenus(desk);
  for (let n = 0; n < 50; n += 1) {
    await desk.pbx.sendEvent('NewState', { exten: '801', state: n % 2 === 0 ? 'InUse' : 'Idle', unique_id: `9.${n}` });
  }
  await expect.poll(async () => (await desk.app.state()).listener.receivedByName['NewState']).toBe(50);
  await desk.page.evaluate(() => window.dialer.request('settings:update', { ui: { language: 'en' } }));
  await expect.poll(tray.labels).toContain('557 · Ready');
  // Once, for the language: none of the events before it had it drawn.
  expect(await drawn()).toBe(1);
});

test('the menu leads to the settings, to the window and to the end, past the list of keys', async () => {
  const { desk, tray } = await openInTray();
  const list = desk.page.getByRole('dialog');
  await desk.page.keyboard.press('F1');
  await expect(list).toBeVisible();
  await tray.choose('Settings');
  await expect(desk.page.getByRole('tab', { name: 'Settings' })).toHaveAttribute('aria-selected', 'true');
  await expect(list).toHaveCount(0);
  await expect(desk.page.getByRole('tabpanel', { name: 'Settings' }).locator(':focus')).toHaveCount(1);
  await desk.page.keyboard.press('F1');
  await expect(list).toBeVisible();
  await tray.choose('Open Dialdesk');
  await expect(list).toHaveCount(0);
  const closed = desk.app.electron.waitForEvent('close');
  await tray.choose('Quit Dialdesk');
  await closed;
});

test('the menu takes the agent out of the queues and back, until the PBX does not permit it', async () => {
  const { desk, tray } = await openInTray({ pbx: { directory: 'full' } });
  const paths = () => desk.pbx.requests.map(({ path }) => path).filter((path) => path.endsWith('agent'));
  await expect.poll(tray.labels).toContain('Pause in all queues');
  await tray.choose('Pause in all queues');
  await expect.poll(tray.labels).toContain('Resume in all queues');
  expect(await tray.labels()).not.toContain('Pause in all queues');
  expect(paths().filter((path) => path.endsWith('/pauseagent'))).toHaveLength(2);
  await tray.choose('Resume in all queues');
  await expect.poll(tray.labels).toContain('Pause in all queues');
  expect(paths().filter((path) => path.endsWith('/resumeagent'))).toHaveLength(2);
});

test('a pause that is not permitted is said in the window, and offered no longer', async () => {
  const services = ['setting/ping/act', 'pbx/trunks/search', 'pbx/users/search', 'pbx/queues/search'];
  const { desk, tray } = await openInTray({ pbx: { directory: 'full', accounts: [{ ...demoAccount, services }] } });
  await expect.poll(tray.labels).toContain('Pause in all queues');
  await tray.choose('Pause in all queues');
  await expect(desk.page.getByRole('dialog').getByRole('alert')).toContainText('may not');
  await expect.poll(tray.labels).not.toContain('Pause in all queues');
});

test('the menu opens quick dial and pauses the hotkeys', async () => {
  const { desk, tray } = await openInTray();
  await tray.choose('Quick dial');
  const palette = () => desk.app.electron.windows().find((page) => page.url().endsWith('#quick-dial'));
  await expect.poll(palette).toBeDefined();
  await expect.poll(() => palette()?.evaluate(() => document.hasFocus())).toBe(true);
  await tray.choose('Pause all hotkeys');
  await expect.poll(async () => (await desk.app.state()).hotkeys.paused).toBe(true);
  const isChecked = async () => (await tray.menu()).find(({ label }) => label === 'Pause all hotkeys')?.checked;
  await expect.poll(isChecked).toBe(true);
  await tray.choose('Pause all hotkeys');
  await expect.poll(async () => (await desk.app.state()).hotkeys.paused).toBe(false);
  await expect.poll(isChecked).toBe(false);
});
