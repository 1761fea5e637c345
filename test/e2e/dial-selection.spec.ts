import { expect, type Page, test } from '@playwright/test';
import { type Desk, type DeskOptions, dial, openDesk } from '../support/desk.ts';
import { type Desktop, openDesktop } from '../support/desktop.ts';
import { mainWindow } from '../support/main-window.ts';
import { expectClosed, expectOpen, palettePage } from '../support/palette.ts';

let desktop: Desktop;
let desk: Desk;
let palette: Page;

test.beforeEach(async () => {
  desktop = await openDesktop();
});

test.afterEach(async () => {
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
  await desktop.close();
});

async function begin(options: DeskOptions = {}): Promise<void> {
  desk = await openDesk({ ...options, launch: { env: desktop.env } });
  palette = await palettePage(desk.app);
}

const rows = () => palette.getByRole('option');
const chosen = () => palette.getByRole('option', { selected: true });
const callees = () => desk.originates().map(({ body }) => (body as { callee?: unknown }).callee);
const group = (name: string) => palette.getByRole('group', { name });
const turnOnDirectMode = () =>
  desk.page.evaluate(() => window.dialer.request('settings:update', { hotkeys: { direct: true } }));

test('shows every number of the selected text in a picker; digits choose, Enter calls, and nothing was changed', async () => {
  await begin();
  await dial(desk.page, '09120000002');
  await expect(desk.page.getByRole('region', { name: 'Current call' })).toContainText('Busy');
  const text = 'دفتر ۰۲۱-۸۸۷۷۶۶۵۵ داخلی ۱۲، همراه ۰۹۱۲ ۰۰۰ ۰۰۰۲ و +98 912 000 0009، سفارش ۸۸۷۷۶۶۵۵';
  await desktop.own('primary', text);
  await desktop.own('clipboard', 'something copied');
  const other = await desktop.openOther();
  await desktop.press('ctrl+alt+c');
  await expectOpen(desk.app);
  const found = group('In the selected text').getByRole('option');
  await expect(found).toHaveCount(3);
  await expect(found.nth(0)).toContainText(/021 8877 6655.*ext. 12.*not called yet.*1/);
  await expect(found.nth(1)).toContainText(/0912 000 0002.*Busy.*1 call.*2/);
  await desktop.press('3');
  await expect(chosen()).toContainText('0912 000 0009');
  await desktop.press('2');
  await expect(chosen()).toContainText('0912 000 0002');
  // The first digit chose and was not typed; a zero begins a number, and then digits belong to it.
  await desktop.type('01');
  await expect(palette.getByRole('combobox')).toHaveValue('01');
  await palette.getByRole('combobox').fill('');
  await desktop.press('3');
  await desktop.press('Return');
  await expectClosed(desk.app);
  expect(callees()).toEqual(['09120000002', '09120000009']);
  await expect.poll(other.hasFocus).toBe(true);
  expect([await desktop.read('primary'), await desktop.read('clipboard')]).toEqual([text, 'something copied']);
});

test('takes what was copied where nothing with a number is selected, and never calls by itself', async () => {
  await begin();
  await desktop.own('primary', 'no number in this');
  await desktop.own('clipboard', 'Call +98 912 000 0009');
  await desktop.press('ctrl+alt+c');
  await expectOpen(desk.app);
  await expect(group('In the copied text').getByRole('option')).toHaveText(/0912 000 0009/);
  await expect(palette.locator('[data-direct]')).toHaveCount(0);
  await desktop.press('Escape');
  await expectClosed(desk.app);
  await desktop.own('clipboard', 'none here either, 1403/05/12');
  await desktop.press('ctrl+alt+c');
  await expect(palette.getByText('There is no telephone number in the selected or copied text.')).toBeVisible();
  expect(callees()).toEqual([]);
});

test('waits for no program that hangs: the palette comes, events are taken, and its selection lives on', async () => {
  await begin();
  const owner = await desktop.own('primary', 'Call 0912 000 0009');
  owner.kill('SIGSTOP');
  await desktop.own('clipboard', 'Call 0912 000 0001');
  // The longest time in which the main process did nothing else.
  await desk.app.electron.evaluate(() => {
    let last = Date.now();
    const watch = { longestMs: 0 };
    Object.assign(globalThis, { watch });
    setInterval(() => {
      watch.longestMs = Math.max(watch.longestMs, Date.now() - last);
      last = Date.now();
    }, 5);
  });
  await desktop.press('ctrl+alt+c');
  await expectOpen(desk.app);
  const health = await fetch(`${desk.listener.address}/health`);
  expect(health.status).toBe(200);
  await expect(group('In the copied text').getByRole('option')).toHaveText(/0912 000 0001/);
  const { longestMs } = await desk.app.electron.evaluate(
    () => (globalThis as unknown as { watch: { longestMs: number } }).watch,
  );
  // Electron's own way to read it stands still for twelve seconds.
  expect(longestMs).toBeLessThan(1500);
  await desktop.press('Escape');
  await expectClosed(desk.app);
  owner.kill('SIGCONT');
  await expect.poll(() => desktop.read('primary')).toBe('Call 0912 000 0009');
});

test('in direct mode one number is called after three seconds; Esc stops it, Enter shortens it', async () => {
  await begin();
  await turnOnDirectMode();
  const bar = palette.locator('[data-direct]');
  await desktop.own('primary', 'Call 0912 000 0009');
  await desktop.press('ctrl+alt+c');
  await expect(bar).toBeVisible();
  await expect(palette.getByText('Calling 0912 000 0009 in three seconds')).toBeVisible();
  await desktop.press('Escape');
  await expect(bar).toHaveCount(0);
  await expectOpen(desk.app);
  await palette.waitForTimeout(3500);
  expect(callees()).toEqual([]);
  // Away with the focus is stopped as well.
  await desktop.press('Escape');
  await expectClosed(desk.app);
  await desktop.press('ctrl+alt+c');
  await expect(bar).toBeVisible();
  await (await mainWindow(desk.app)).evaluate((window) => window.focus());
  await expectClosed(desk.app);
  await palette.waitForTimeout(3500);
  expect(callees()).toEqual([]);

  const startMs = Date.now();
  await desktop.press('ctrl+alt+c');
  await expect(bar).toBeVisible();
  await desktop.press('Return');
  await expect.poll(callees).toEqual(['09120000009']);
  expect(Date.now() - startMs).toBeLessThan(2900);
  await expectClosed(desk.app);

  await desktop.own('primary', 'Call 0912 000 0001');
  const againMs = Date.now();
  await desktop.press('ctrl+alt+c');
  await expect.poll(callees).toEqual(['09120000009', '09120000001']);
  expect(Date.now() - againMs).toBeGreaterThan(3000);
  await expectClosed(desk.app);
});

test('direct mode calls neither one of several, nor a short number or code, nor what was typed instead', async () => {
  await begin();
  await turnOnDirectMode();
  const bar = palette.locator('[data-direct]');
  for (const text of ['0912 000 0001 or 0912 000 0009', '551', '*21#']) {
    await desktop.own('primary', text);
    await desktop.press('ctrl+alt+c');
    await expect(group('In the selected text')).toBeVisible();
    await expect(bar).toHaveCount(0);
    await desktop.press('Escape');
    await expectClosed(desk.app);
  }
  await desktop.own('primary', '0912 000 0009');
  await desktop.press('ctrl+alt+c');
  await expect(bar).toBeVisible();
  await desktop.type('0912');
  await expect(bar).toHaveCount(0);
  await palette.waitForTimeout(3300);
  expect(callees()).toEqual([]);
});

test('redial shows the last number and Enter calls it; the live call is shown, or it says that there is none', async () => {
  await begin();
  await desk.page.evaluate(() =>
    window.dialer.request('settings:update', { hotkeys: { redial: 'Ctrl+Alt+R', showCall: 'Ctrl+Alt+L' } }),
  );
  await expect
    .poll(async () => (await desk.app.state()).hotkeys.states)
    .toMatchObject({ redial: 'on', showCall: 'on' });
  await desktop.press('ctrl+alt+r');
  await expect(palette.getByText('No number was called yet.')).toBeVisible();
  await desktop.press('Escape');
  await desktop.press('ctrl+alt+l');
  await expect(palette.getByText('There is no call now.')).toBeVisible();
  await desktop.press('Escape');
  await expectClosed(desk.app);

  desk.pbx.setSpeed(1);
  await dial(desk.page, '09120000012');
  await expect(desk.page.locator('[data-phase="ringingCaller"]')).toBeVisible();
  const other = await desktop.openOther();
  await desktop.press('ctrl+alt+l');
  await expect.poll(async () => (await mainWindow(desk.app)).evaluate((window) => window.isFocused())).toBe(true);
  expect(await other.hasFocus()).toBe(false);
  desk.pbx.setSpeed(1000);
  await expect(desk.page.locator('[data-phase="ended"]')).toBeVisible();
  // Sooner it would be the same intent.
  await palette.waitForTimeout(2000);
  await desktop.press('ctrl+alt+r');
  await expectOpen(desk.app);
  await expect(group('Called last').getByRole('option')).toHaveText(/0912 000 0012/);
  await expect(rows()).toHaveCount(1);
  await desktop.press('Return');
  await expect.poll(callees).toEqual(['09120000012', '09120000012']);
});

test('does nothing while the screen is locked, and a palette that is open goes with the lock', async () => {
  await begin();
  await desktop.own('primary', 'Call 0912 000 0009');
  const announce = (what: 'lock-screen' | 'unlock-screen') =>
    desk.app.electron.evaluate(({ powerMonitor }, event) => void powerMonitor.emit(event), what);
  await desktop.press('ctrl+alt+c');
  await expectOpen(desk.app);
  await announce('lock-screen');
  await expectClosed(desk.app);
  const silent = async () => {
    for (const keys of ['ctrl+alt+c', 'ctrl+alt+d']) {
      await desktop.press(keys);
      await palette.waitForTimeout(300);
      await expectClosed(desk.app);
    }
  };
  await silent();
  await announce('unlock-screen');
  // As it is asked of a system that announces nothing.
  await desk.app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleState = () => 'locked';
  });
  await silent();
  await desk.app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleState = () => 'idle';
  });
  await desktop.press('ctrl+alt+c');
  await expectOpen(desk.app);
});
