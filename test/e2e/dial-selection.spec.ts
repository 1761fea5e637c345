import { expect, type Page, test } from '@playwright/test';
import { type Desk, type DeskOptions, dial, openDesk, pastSameIntent } from '../support/desk.ts';
import { type Desktop, openDesktop } from '../support/desktop.ts';
import { holdTimers } from '../support/held-timers.ts';
import { comeTo } from '../support/hold-call.ts';
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
  expect(longestMs).toBeLessThan(6000);
  await desktop.press('Escape');
  await expectClosed(desk.app);
  owner.kill('SIGCONT');
  await expect.poll(() => desktop.read('primary')).toBe('Call 0912 000 0009');
});

/** As an agent does it: looks, then presses; what is pressed before the palette has the focus goes to another program. */
async function dialSelection(text: string): Promise<void> {
  await desktop.own('primary', text);
  await desktop.press('ctrl+alt+c');
  await expectOpen(desk.app);
}

async function leavePalette(): Promise<void> {
  await desktop.press('Escape');
  await expectClosed(desk.app);
}

const directMs = 3000;

test('in direct mode one number is called after three seconds; Esc stops it, Enter shortens it', async () => {
  await begin();
  await turnOnDirectMode();
  const time = await holdTimers(palette, directMs);
  const bar = palette.locator('[data-direct]');
  await dialSelection('Call 0912 000 0009');
  await expect(bar).toBeVisible();
  await expect(palette.getByText('Calling 0912 000 0009 in three seconds')).toBeVisible();
  await expect.poll(time.running).toBe(1);
  await desktop.press('Escape');
  await expect(bar).toHaveCount(0);
  await expectOpen(desk.app);
  expect(await time.running()).toBe(0);
  await leavePalette();
  // Away with the focus is stopped as well.
  await desktop.press('ctrl+alt+c');
  await expectOpen(desk.app);
  await expect(bar).toBeVisible();
  await expect.poll(time.running).toBe(1);
  await (await mainWindow(desk.app)).evaluate((window) => window.focus());
  await expectClosed(desk.app);
  await expect.poll(time.running).toBe(0);
  expect(callees()).toEqual([]);

  await desktop.press('ctrl+alt+c');
  await expectOpen(desk.app);
  await expect(bar).toBeVisible();
  await desktop.press('Return');
  await expect.poll(callees).toEqual(['09120000009']);
  await expectClosed(desk.app);
  expect(await time.running()).toBe(0);

  await dialSelection('Call 0912 000 0001');
  await expect.poll(time.running).toBe(1);
  expect(callees()).toHaveLength(1);
  await time.elapse();
  await expect.poll(callees).toEqual(['09120000009', '09120000001']);
  await expectClosed(desk.app);
});

test('direct mode calls neither one of several, nor a short number or code, nor what was typed instead', async () => {
  await begin();
  await turnOnDirectMode();
  const time = await holdTimers(palette, directMs);
  const bar = palette.locator('[data-direct]');
  const found = group('In the selected text').getByRole('option');
  for (const [text, first, count] of [
    ['0912 000 0001 or 0912 000 0009', '0912 000 0001', 2],
    ['551', '551', 1],
    ['*21#', '*21#', 1],
  ] as const) {
    await dialSelection(text);
    await expect(found).toHaveCount(count);
    await expect(found.first()).toContainText(first);
    await expect(bar).toHaveCount(0);
    expect(await time.running()).toBe(0);
    await leavePalette();
  }
  await dialSelection('0912 000 0009');
  await expect(bar).toBeVisible();
  await expect.poll(time.running).toBe(1);
  await desktop.type('0912');
  await expect(bar).toHaveCount(0);
  expect(await time.running()).toBe(0);
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
  await expectOpen(desk.app);
  await expect(palette.getByText('No number was called yet.')).toBeVisible();
  await leavePalette();
  await desktop.press('ctrl+alt+l');
  await expectOpen(desk.app);
  await expect(palette.getByText('There is no call now.')).toBeVisible();
  await leavePalette();

  await comeTo(desk, 'ringingCaller', '09120000012');
  const other = await desktop.openOther();
  await desktop.press('ctrl+alt+l');
  await expect.poll(async () => (await mainWindow(desk.app)).evaluate((window) => window.isFocused())).toBe(true);
  await expect.poll(other.hasFocus).toBe(false);
  desk.pbx.setSpeed(1000);
  await expect(desk.page.locator('[data-phase="ended"]')).toBeVisible();
  await pastSameIntent(desk);
  await desktop.press('ctrl+alt+r');
  await expectOpen(desk.app);
  await expect(group('Called last').getByRole('option')).toHaveText(/0912 000 0012/);
  await expect(rows()).toHaveCount(1);
  // A window says that it is in front a little before the desktop gives it the keys.
  await expect.poll(desktop.activeWindow).toBe(await palette.title());
  await desktop.press('Return');
  await expect.poll(callees).toEqual(['09120000012', '09120000012']);
});

/** How often the palette came up since. */
async function countShown(): Promise<() => Promise<number>> {
  const window = await desk.app.electron.browserWindow(palette);
  await window.evaluate((shell) => {
    Reflect.set(shell, 'timesShown', 0);
    shell.on('show', () => Reflect.set(shell, 'timesShown', Reflect.get(shell, 'timesShown') + 1));
  });
  return () => window.evaluate((shell) => Reflect.get(shell, 'timesShown') as number);
}

/** Keys come in their turn: after one of our own has come, all before it have. */
async function keysCame(): Promise<void> {
  const came = desk.app.electron.evaluate(
    ({ globalShortcut }) =>
      new Promise<void>((resolve) => {
        globalShortcut.register('Ctrl+Alt+K', () => {
          globalShortcut.unregister('Ctrl+Alt+K');
          resolve();
        });
      }),
  );
  await expect
    .poll(() => desk.app.electron.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Ctrl+Alt+K')))
    .toBe(true);
  await desktop.press('ctrl+alt+k');
  await came;
}

test('does nothing while the screen is locked, and a palette that is open goes with the lock', async () => {
  await begin();
  await desktop.own('primary', 'Call 0912 000 0009');
  const announce = (what: 'lock-screen' | 'unlock-screen') =>
    desk.app.electron.evaluate(({ powerMonitor }, event) => void powerMonitor.emit(event), what);
  const times = await countShown();
  await desktop.press('ctrl+alt+c');
  await expectOpen(desk.app);
  await announce('lock-screen');
  await expectClosed(desk.app);
  const pressInVain = async () => {
    for (const keys of ['ctrl+alt+c', 'ctrl+alt+d']) await desktop.press(keys);
    await keysCame();
    await expectClosed(desk.app);
  };
  await pressInVain();
  await announce('unlock-screen');
  // As it is asked of a system that announces nothing.
  await desk.app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleState = () => 'locked';
  });
  await pressInVain();
  await desk.app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleState = () => 'idle';
  });
  await desktop.press('ctrl+alt+c');
  await expectOpen(desk.app);
  // Not even for a moment in between.
  expect(await times()).toBe(2);
});
