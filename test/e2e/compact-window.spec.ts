import { expect, type JSHandle, type Page, test } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { callEnd } from '../../shared/domain/call-view.ts';
import { currentCall, type Desk, type DeskOptions, dial, openDesk } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { comeTo, holdAt } from '../support/hold-call.ts';
import { mainWindow } from '../support/main-window.ts';

let desk: Desk;

test.afterEach(async () => {
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
});

/** The small window, as the main process sees it. */
function compactState() {
  return desk.app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('#compact'));
    if (window === undefined) return null;
    const { width, height } = window.getBounds();
    return {
      onTop: window.isAlwaysOnTop(),
      focused: window.isFocused(),
      visible: window.isVisible(),
      resizable: window.isResizable(),
      size: [width, height],
    };
  });
}

async function compactPage(): Promise<Page> {
  const found = () => desk.app.electron.windows().find((page) => page.url().endsWith('#compact'));
  await expect.poll(() => found() !== undefined).toBe(true);
  const page = found();
  if (page === undefined) throw new Error('There is no small window');
  await page.getByRole('main').waitFor();
  return page;
}

const compactWindow = async (): Promise<JSHandle<BrowserWindow>> =>
  desk.app.electron.browserWindow(await compactPage());

/** The page may be gone before the key is up again. */
async function pressLast(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key).catch(() => undefined);
}

/** Until it is done: within two seconds of the first call it would be the same intent, and nothing is sent. */
async function callAgain(compact: Page): Promise<void> {
  await expect(async () => {
    await currentCall(compact).getByRole('button', { name: 'Call again' }).click();
    await expect.poll(async () => (await desk.calls()).length, { timeout: 1000 }).toBe(2);
  }).toPass({ intervals: [2500] });
}

/** With a call on the card and the small window asked for by its button. */
async function openCompact(options: DeskOptions = {}, button = 'Keep on top'): Promise<Page> {
  desk = await openDesk(options);
  holdAt(desk, 'ringingCaller');
  const field = desk.page.locator('main input').first();
  await field.fill('09120000012');
  await field.press('Enter');
  await desk.page.getByRole('button', { name: button }).click();
  return compactPage();
}

test('comes on top of all windows on request without taking the focus, and follows the call to its end', async () => {
  const compact = await openCompact();
  await expect
    .poll(compactState)
    .toEqual({ onTop: true, focused: false, visible: true, resizable: false, size: [320, 104] });
  await expect(desk.page.getByRole('button', { name: 'Keep on top' })).toHaveAttribute('aria-pressed', 'true');
  const card = currentCall(compact);
  await expect(card).toContainText('Ringing your phone');
  await expect(card).toContainText('Pick up your phone');
  await expect(card).toContainText('0912 000 0012');
  await comeTo(desk, 'ringingCallee');
  await expect(card).toContainText('Other party rings');
  await comeTo(desk, 'talking');
  await expect(card).toContainText(/Talking 00:\d\d/);
  await expect(card.getByRole('button', { name: 'Call again' })).toHaveCount(0);
  desk.pbx.setSpeed(1000);
  await expect(card).toContainText('Answered');
  await card.getByRole('button', { name: 'Call again' }).click();
  await expect.poll(() => desk.originates().length).toBe(2);
  // The main window tells a screen reader; two would say everything twice.
  await expect(compact.locator('[aria-live]')).toHaveCount(0);
});

test('calls again by the trunk that was chosen, and turns to another call together with the card', async () => {
  desk = await openDesk({ identity: { trunkName: 'MCI' } });
  const picker = desk.page.getByRole('combobox', { name: 'Trunk' });
  await picker.click();
  await desk.page.getByRole('option', { name: 'Irancell' }).click();
  await dial(desk.page, '09120000002');
  await expect(currentCall(desk.page)).toContainText('Busy');
  await desk.page.getByRole('button', { name: 'Keep on top' }).click();
  const compact = await compactPage();
  await callAgain(compact);
  const trunks = desk.originates().map(({ body }) => (body as Record<string, unknown>)['trunk_name']);
  expect(trunks).toEqual(['Irancell', 'Irancell']);
  await expect.poll(async () => (await desk.calls()).filter((call) => callEnd(call) !== null).length).toBe(2);

  // Two calls that nothing more is heard of: both windows show the same one.
  desk.pbx.setEventTarget(null);
  await dial(desk.page, '09120000004');
  await expect(currentCall(desk.page)).toContainText('0912 000 0004');
  await dial(desk.page, '09120000014');
  await expect(currentCall(compact)).toContainText('0912 000 0014');
  await currentCall(compact).getByRole('button', { name: '+1 more call' }).click();
  await expect(currentCall(desk.page)).toContainText('0912 000 0004');
  await expect(currentCall(compact)).toContainText('0912 000 0004');
});

test('says why a call that it asked for was refused in the window that has room for it', async () => {
  desk = await openDesk();
  await dial(desk.page, '09120000006');
  await expect(currentCall(desk.page)).toContainText('Requested operation failed');
  await desk.page.evaluate(() => window.dialer.request('window:compact', { open: true }));
  const compact = await compactPage();
  await desk.pbx.stop();
  await callAgain(compact);
  await expect(currentCall(compact)).toContainText('Open Dialdesk to see why');
  await expect(currentCall(desk.page)).not.toContainText(/pbx-|Requested operation failed/);
  await expect(currentCall(desk.page)).toContainText('127.0.0.1');
});

test('may ask for no more than it needs', async () => {
  const compact = await openCompact();
  const asked = (page: Page) =>
    page.evaluate(() => window.dialer.request('settings:update', { ui: { theme: 'dark' } }));
  expect(await asked(compact)).toEqual({ ok: false, error: { code: 'input-invalid', field: 'sender' } });
  expect(await asked(desk.page)).toMatchObject({ ok: true });
});

test('closes by its own button, by Esc and by the button that opened it', async () => {
  await openCompact();
  const button = desk.page.getByRole('button', { name: 'Keep on top' });
  await button.click();
  await expect.poll(compactState).toBeNull();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.click();
  await (await compactPage()).getByRole('button', { name: 'Close the small window' }).click();
  await expect.poll(compactState).toBeNull();
  await button.click();
  await pressLast(await compactPage(), 'Escape');
  await expect.poll(compactState).toBeNull();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
});

test('stays when there is no call, and a call closed on the card is gone from it too', async () => {
  const compact = await openCompact();
  desk.pbx.setSpeed(1000);
  await expect(currentCall(compact)).toContainText('Answered');
  await desk.page.getByRole('button', { name: 'Close this call' }).click();
  await expect(currentCall(compact)).toContainText('No call');
  await expect(currentCall(desk.page)).toHaveCount(0);
});

test('shows a call that ended before it was opened', async () => {
  desk = await openDesk();
  await dial(desk.page, '09120000002');
  await expect(currentCall(desk.page)).toContainText('Busy');
  await desk.page.getByRole('button', { name: 'Keep on top' }).click();
  await expect(currentCall(await compactPage())).toContainText('Busy');
});

test('speaks Persian, changes with the settings at once, and is worked by keys alone', async () => {
  const compact = await openCompact({ ui: { language: 'fa', theme: 'light' } }, 'روی همه نگه دار');
  await expect(compact.getByRole('region', { name: 'تماس جاری' })).toContainText('تلفن شما زنگ می‌خورد');
  await expect(compact.locator('html')).toHaveAttribute('dir', 'rtl');
  await desk.page.evaluate(() => window.dialer.request('settings:update', { ui: { language: 'en', theme: 'dark' } }));
  await expect(compact.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(compact.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(currentCall(compact)).toContainText('Ringing your phone');

  await (await mainWindow(desk.app)).evaluate((window) => window.minimize());
  await compact.keyboard.press('Tab');
  await expect(compact.getByRole('button', { name: 'Open Dialdesk' })).toBeFocused();
  await compact.keyboard.press('Enter');
  const mainMinimised = async () => (await mainWindow(desk.app)).evaluate((window) => window.isMinimized());
  await expect.poll(mainMinimised).toBe(false);
  await compact.keyboard.press('Tab');
  await pressLast(compact, 'Enter');
  await expect.poll(compactState).toBeNull();
});

test('comes up where it stood last, and the program ends with its main window', async () => {
  await openCompact();
  const place = async () =>
    (await compactWindow()).evaluate((window) => {
      const { x, y } = window.getBounds();
      return [x, y];
    });
  // So little that it could be taken for a frame that was put around it.
  const [x = 0, y = 0] = await place();
  const moved = [x + 12, y + 30];
  await (await compactWindow()).evaluate((window, [left = 0, top = 0]) => window.setPosition(left, top), moved);
  await expect.poll(place).toEqual(moved);
  const ended = new Promise((resolve) => desk.app.electron.process().once('exit', resolve));
  await (await mainWindow(desk.app)).evaluate((window) => window.close());
  await ended;

  const again = await launchDialdesk({ userDataDir: desk.app.userDataDir });
  desk = { ...desk, app: again, page: again.page };
  await again.page.evaluate(() => window.dialer.request('window:compact', { open: true }));
  await compactPage();
  await expect.poll(place).toEqual(moved);
});

/** Where both windows are, and the screen. */
async function places() {
  return desk.app.electron.evaluate(
    ({ screen }, windows) => {
      const boundsOf = (window: BrowserWindow) => {
        const { x, y, width, height } = window.getBounds();
        return { left: x, top: y, right: x + width, bottom: y + height };
      };
      const { x, y, width, height } = screen.getPrimaryDisplay().workArea;
      return {
        main: boundsOf(windows.main),
        small: boundsOf(windows.small),
        screen: { right: x + width, bottom: y + height },
      };
    },
    { main: await mainWindow(desk.app), small: await compactWindow() },
  );
}

test('grows with the zoom without leaving the screen, and stays as it is when other settings change', async () => {
  await openCompact();
  await expect.poll(async () => (await compactState())?.visible).toBe(true);
  const before = await places();
  expect(before.screen.right - before.small.right).toBe(16);
  // To put it where it stands already may move it: a window manager counts from another edge.
  await (await compactWindow()).evaluate((window) => {
    const { setBounds } = window;
    const placed: unknown[] = [];
    Object.assign(globalThis, { placed });
    window.setBounds = (...given) => {
      placed.push(given);
      setBounds.apply(window, given);
    };
  });
  const placed = () =>
    desk.app.electron.evaluate(() => (globalThis as unknown as { placed: readonly unknown[] }).placed.length);
  await desk.page.evaluate(() => window.dialer.request('settings:update', { ui: { theme: 'dark' } }));
  await expect.poll(async () => (await desk.app.state()).settings.ui.theme).toBe('dark');
  expect(await placed()).toBe(0);
  expect((await places()).small).toEqual(before.small);
  await desk.page.evaluate(() => window.dialer.request('settings:update', { ui: { zoomPercent: 150 } }));
  await expect.poll(placed).toBeGreaterThan(0);
  await expect.poll(async () => (await compactState())?.size).toEqual([480, 156]);
  await expect.poll(async () => (await places()).small.right).toBe(before.screen.right);
});

test('both windows come back when the screen on which they stood is gone', async () => {
  await openCompact();
  await expect.poll(async () => (await compactState())?.visible).toBe(true);
  await desk.app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setPosition(9000, 300);
  });
  // A strip of the main window is kept in view by some window managers, too small to take hold of.
  await expect
    .poll(async () => {
      const { main, small, screen } = await places();
      return Math.min(main.left, small.left) > screen.right - 96;
    })
    .toBe(true);
  await desk.app.electron.evaluate(({ screen }) => screen.emit('display-removed', {}, screen.getPrimaryDisplay()));
  await expect
    .poll(async () => {
      const { main, small, screen } = await places();
      // The main window has a frame around it.
      return main.right <= screen.right + 16 && small.right <= screen.right;
    })
    .toBe(true);
});

test('closes when its page crashes, and says nothing of the main window; the menu offers nothing while that one is gone', async () => {
  await openCompact();
  const windows = { main: await mainWindow(desk.app), small: await compactWindow() };
  await desk.app.electron.evaluate(({ app, dialog, Menu }, { webContents }) => {
    const seen = { asked: 0, loads: 0, offered: [] as unknown[] };
    Reflect.set(globalThis, 'seen', seen);
    const offered = () => Menu.getApplicationMenu()?.getMenuItemById('go-to-number')?.enabled;
    seen.offered.push(offered());
    app.on('render-process-gone', () => {
      seen.offered.push(offered());
    });
    webContents.on('did-finish-load', () => {
      seen.loads += 1;
    });
    Reflect.set(dialog, 'showMessageBox', () => {
      seen.asked += 1;
      return new Promise(() => undefined);
    });
  }, windows.main);
  const crash = (which: keyof typeof windows) =>
    windows[which].evaluate(({ webContents }) => webContents.forcefullyCrashRenderer());
  const seen = () =>
    desk.app.electron.evaluate(
      () => Reflect.get(globalThis, 'seen') as { asked: number; loads: number; offered: unknown[] },
    );
  await crash('small');
  await expect.poll(compactState).toBeNull();
  await expect(desk.page.getByRole('button', { name: 'Keep on top' })).toHaveAttribute('aria-pressed', 'false');
  await crash('main');
  await expect.poll(async () => (await seen()).loads).toBe(1);
  const { asked, offered } = await seen();
  expect(asked).toBe(0);
  expect(offered).toEqual([true, true, false]);
});
