import { expect, test } from '@playwright/test';
import { dial, pastSameIntent, untilFree } from '../support/desk.ts';
import { holdTimers } from '../support/held-timers.ts';
import { comeTo } from '../support/hold-call.ts';
import { mainWindow } from '../support/main-window.ts';
import { expectClosed, expectOpen, paletteStage } from '../support/palette.ts';

const stage = paletteStage();
const { begin, rows, chosen, group, callees } = stage;
const turnOnDirectMode = () =>
  stage.desk.page.evaluate(() => window.dialer.request('settings:update', { hotkeys: { direct: true } }));

test('shows every number of the selected text in a picker; digits choose, Enter calls, and nothing was changed', async () => {
  await begin();
  await dial(stage.desk.page, '09120000002');
  await expect(stage.desk.page.getByRole('region', { name: 'Current call' })).toContainText('Busy');
  const text = 'دفتر ۰۲۱-۸۸۷۷۶۶۵۵ داخلی ۱۲، همراه ۰۹۱۲ ۰۰۰ ۰۰۰۲ و +98 912 000 0009، سفارش ۸۸۷۷۶۶۵۵';
  await stage.desktop.own('primary', text);
  await stage.desktop.own('clipboard', 'something copied');
  const other = await stage.desktop.openOther();
  await stage.desktop.press('ctrl+alt+c');
  await expectOpen(stage.desk.app, stage.desktop);
  const found = group('In the selected text').getByRole('option');
  await expect(found).toHaveCount(3);
  await expect(found.nth(0)).toContainText(/021 8877 6655.*ext. 12.*not called yet.*1/);
  await expect(found.nth(1)).toContainText(/0912 000 0002.*Busy.*1 call.*2/);
  await stage.desktop.press('3');
  await expect(chosen()).toContainText('0912 000 0009');
  await stage.desktop.press('2');
  await expect(chosen()).toContainText('0912 000 0002');
  // The first digit chose and was not typed; a zero begins a number, and then digits belong to it.
  await stage.desktop.type('01');
  await expect(stage.palette.getByRole('combobox')).toHaveValue('01');
  await stage.palette.getByRole('combobox').fill('');
  await stage.desktop.press('3');
  await stage.desktop.press('Return');
  await expectClosed(stage.desk.app);
  expect(callees()).toEqual(['09120000002', '09120000009']);
  await expect.poll(other.hasFocus).toBe(true);
  expect([await stage.desktop.read('primary'), await stage.desktop.read('clipboard')]).toEqual([
    text,
    'something copied',
  ]);
});

test('takes what was copied where nothing with a number is selected, and never calls by itself', async () => {
  await begin();
  await stage.desktop.own('primary', 'no number in this');
  await stage.desktop.own('clipboard', 'Call +98 912 000 0009');
  await stage.desktop.press('ctrl+alt+c');
  await expectOpen(stage.desk.app, stage.desktop);
  await expect(group('In the copied text').getByRole('option')).toHaveText(/0912 000 0009/);
  await expect(stage.palette.locator('[data-direct]')).toHaveCount(0);
  await stage.desktop.press('Escape');
  await expectClosed(stage.desk.app);
  await stage.desktop.own('clipboard', 'none here either, 1403/05/12');
  await stage.desktop.press('ctrl+alt+c');
  await expect(stage.palette.getByText('There is no telephone number in the selected or copied text.')).toBeVisible();
  expect(callees()).toEqual([]);
});

test('waits for no program that hangs: the palette comes, events are taken, and its selection lives on', async () => {
  await begin();
  const owner = await stage.desktop.own('primary', 'Call 0912 000 0009');
  owner.kill('SIGSTOP');
  await stage.desktop.own('clipboard', 'Call 0912 000 0001');
  // The longest time in which the main process did nothing else.
  await stage.desk.app.electron.evaluate(() => {
    let last = Date.now();
    const watch = { longestMs: 0 };
    Object.assign(globalThis, { watch });
    setInterval(() => {
      watch.longestMs = Math.max(watch.longestMs, Date.now() - last);
      last = Date.now();
    }, 5);
  });
  await stage.desktop.press('ctrl+alt+c');
  await expectOpen(stage.desk.app, stage.desktop);
  const health = await fetch(`${stage.desk.listener.address}/health`);
  expect(health.status).toBe(200);
  await expect(group('In the copied text').getByRole('option')).toHaveText(/0912 000 0001/);
  const { longestMs } = await stage.desk.app.electron.evaluate(
    () => (globalThis as unknown as { watch: { longestMs: number } }).watch,
  );
  // Electron's own way to read it stands still for twelve seconds.
  expect(longestMs).toBeLessThan(6000);
  await stage.desktop.press('Escape');
  await expectClosed(stage.desk.app);
  owner.kill('SIGCONT');
  await expect.poll(() => stage.desktop.read('primary')).toBe('Call 0912 000 0009');
});

/** As an agent does it: looks, then presses; what is pressed before the palette has the focus goes to another program. */
async function dialSelection(text: string): Promise<void> {
  await stage.desktop.own('primary', text);
  await stage.desktop.press('ctrl+alt+c');
  await expectOpen(stage.desk.app, stage.desktop);
}

async function leavePalette(): Promise<void> {
  await stage.desktop.press('Escape');
  await expectClosed(stage.desk.app);
}

const directMs = 3000;

test('in direct mode one number is called after three seconds; Esc stops it, Enter shortens it', async () => {
  await begin();
  await turnOnDirectMode();
  const time = await holdTimers(stage.palette, directMs);
  const bar = stage.palette.locator('[data-direct]');
  await dialSelection('Call 0912 000 0009');
  await expect(bar).toBeVisible();
  await expect(stage.palette.getByText('Calling 0912 000 0009 in three seconds')).toBeVisible();
  await expect.poll(time.running).toBe(1);
  await stage.desktop.press('Escape');
  await expect(bar).toHaveCount(0);
  await expectOpen(stage.desk.app, stage.desktop);
  expect(await time.running()).toBe(0);
  await leavePalette();
  // Away with the focus is stopped as well.
  await stage.desktop.press('ctrl+alt+c');
  await expectOpen(stage.desk.app, stage.desktop);
  await expect(bar).toBeVisible();
  await expect.poll(time.running).toBe(1);
  await (await mainWindow(stage.desk.app)).evaluate((window) => window.focus());
  await expectClosed(stage.desk.app);
  await expect.poll(time.running).toBe(0);
  expect(callees()).toEqual([]);

  await stage.desktop.press('ctrl+alt+c');
  await expectOpen(stage.desk.app, stage.desktop);
  await expect(bar).toBeVisible();
  await stage.desktop.press('Return');
  await expect.poll(callees).toEqual(['09120000009']);
  await expectClosed(stage.desk.app);
  expect(await time.running()).toBe(0);

  await untilFree(stage.desk);
  await dialSelection('Call 0912 000 0001');
  await expect.poll(time.running).toBe(1);
  expect(callees()).toHaveLength(1);
  await time.elapse();
  await expect.poll(callees).toEqual(['09120000009', '09120000001']);
  await expectClosed(stage.desk.app);
});

test('direct mode calls neither one of several, nor a short number or code, nor what was typed instead', async () => {
  await begin();
  await turnOnDirectMode();
  const time = await holdTimers(stage.palette, directMs);
  const bar = stage.palette.locator('[data-direct]');
  const found = group('In the selected text').getByRole('option');
  for (const [text, first, count] of [
    ['0912 000 0001 or 0912 000 0009', '0912 000 0001', 2],
    ['1-800-555-0199', '180 055 501 99', 1],
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
  await stage.desktop.type('0912');
  await expect(bar).toHaveCount(0);
  expect(await time.running()).toBe(0);
  expect(callees()).toEqual([]);
});

test('redial shows the last number and Enter calls it; the live call is shown, or it says that there is none', async () => {
  await begin();
  await stage.desk.page.evaluate(() =>
    window.dialer.request('settings:update', { hotkeys: { redial: 'Ctrl+Alt+R', showCall: 'Ctrl+Alt+L' } }),
  );
  await expect
    .poll(async () => (await stage.desk.app.state()).hotkeys.states)
    .toMatchObject({ redial: 'on', showCall: 'on' });
  await stage.desktop.press('ctrl+alt+r');
  await expectOpen(stage.desk.app, stage.desktop);
  await expect(stage.palette.getByText('No number was called yet.')).toBeVisible();
  await leavePalette();
  await stage.desktop.press('ctrl+alt+l');
  await expectOpen(stage.desk.app, stage.desktop);
  await expect(stage.palette.getByText('There is no call now.')).toBeVisible();
  await leavePalette();

  await comeTo(stage.desk, 'ringingCaller', '09120000012');
  const other = await stage.desktop.openOther();
  await stage.desktop.press('ctrl+alt+l');
  await expect.poll(async () => (await mainWindow(stage.desk.app)).evaluate((window) => window.isFocused())).toBe(true);
  await expect.poll(other.hasFocus).toBe(false);
  stage.desk.pbx.setSpeed(1000);
  await expect(stage.desk.page.locator('[data-phase="ended"]')).toBeVisible();
  await pastSameIntent(stage.desk);
  await stage.desktop.press('ctrl+alt+r');
  await expectOpen(stage.desk.app, stage.desktop);
  await expect(group('Called last').getByRole('option')).toHaveText(/0912 000 0012/);
  await expect(rows()).toHaveCount(1);
  await stage.desktop.press('Return');
  await expect.poll(callees).toEqual(['09120000012', '09120000012']);
});

/** How often the palette came up since. */
async function countShown(): Promise<() => Promise<number>> {
  const window = await stage.desk.app.electron.browserWindow(stage.palette);
  await window.evaluate((shell) => {
    Reflect.set(shell, 'timesShown', 0);
    shell.on('show', () => Reflect.set(shell, 'timesShown', Reflect.get(shell, 'timesShown') + 1));
  });
  return () => window.evaluate((shell) => Reflect.get(shell, 'timesShown') as number);
}

/** Keys come in their turn: after one of our own has come, all before it have. */
async function keysCame(): Promise<void> {
  const came = stage.desk.app.electron.evaluate(
    ({ globalShortcut }) =>
      new Promise<void>((resolve) => {
        globalShortcut.register('Ctrl+Alt+K', () => {
          globalShortcut.unregister('Ctrl+Alt+K');
          resolve();
        });
      }),
  );
  await expect
    .poll(() => stage.desk.app.electron.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Ctrl+Alt+K')))
    .toBe(true);
  await stage.desktop.press('ctrl+alt+k');
  await came;
}

test('does nothing while the screen is locked, and a palette that is open goes with the lock', async () => {
  await begin();
  await stage.desktop.own('primary', 'Call 0912 000 0009');
  const announce = (what: 'lock-screen' | 'unlock-screen') =>
    stage.desk.app.electron.evaluate(({ powerMonitor }, event) => void powerMonitor.emit(event), what);
  const times = await countShown();
  await stage.desktop.press('ctrl+alt+c');
  await expectOpen(stage.desk.app, stage.desktop);
  await announce('lock-screen');
  await expectClosed(stage.desk.app);
  const pressInVain = async () => {
    for (const keys of ['ctrl+alt+c', 'ctrl+alt+d']) await stage.desktop.press(keys);
    await keysCame();
    await expectClosed(stage.desk.app);
  };
  await pressInVain();
  await announce('unlock-screen');
  // As it is asked of a system that announces nothing.
  await stage.desk.app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleState = () => 'locked';
  });
  await pressInVain();
  await stage.desk.app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleState = () => 'idle';
  });
  await stage.desktop.press('ctrl+alt+c');
  await expectOpen(stage.desk.app, stage.desktop);
  // Not even for a moment in between.
  expect(await times()).toBe(2);
});
