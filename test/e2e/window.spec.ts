import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { currentCall, type Desk, type DeskOptions, dial, openDesk } from '../support/desk.ts';
import { type DialdeskApp, type LaunchOptions, launchDialdesk } from '../support/dialdesk-app.ts';
import { comeTo } from '../support/hold-call.ts';
import { mainWindow, resizeTo } from '../support/main-window.ts';
import { openSettings } from '../support/set-up-steps.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function open(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(options);
  cleanUps.push(() => desk.leave());
  return desk;
}

async function start(options: LaunchOptions): Promise<DialdeskApp> {
  const app = await launchDialdesk(options);
  cleanUps.push(() => app.close().catch(() => undefined));
  return app;
}

const place = async (app: DialdeskApp) =>
  (await mainWindow(app)).evaluate((window) => ({ ...window.getBounds(), maximised: window.isMaximized() }));

/** The window manager puts its frame around a moved window a moment later, which moves what is in it. */
async function settledPlace(app: DialdeskApp) {
  let last = await place(app);
  for (let same = 0; same < 10; ) {
    await app.page.waitForTimeout(50);
    const now = await place(app);
    same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0;
    last = now;
  }
  return last;
}

function userDataWith(windowFile: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'window.json'), windowFile);
  return folder;
}

test('the window comes back where it stood, with the tab that was open, and does not creep', async () => {
  const userDataDir = temporaryFolder();
  const demo = { version: 1, ui: { language: 'en' } } as const;
  const first = await start({ userDataDir, provision: demo });
  await first.page.getByRole('button', { name: /demo/i }).first().click();
  await first.page.getByRole('tab', { name: 'History' }).click();
  // Until its frame is around it, a window manager may still put it elsewhere.
  await settledPlace(first);
  await (await mainWindow(first)).evaluate((window) => window.setBounds({ x: 460, y: 160, width: 640, height: 780 }));
  await expect.poll(() => place(first)).toMatchObject({ width: 640, height: 780 });
  const stood = await settledPlace(first);
  await first.close();
  for (let round = 0; round < 2; round += 1) {
    const again = await start({ userDataDir });
    await expect(again.page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true');
    await expect(again.page.getByRole('tabpanel', { name: 'History' }).locator(':focus')).toBeVisible();
    await expect.poll(() => place(again)).toEqual(stood);
    await again.close();
  }
});

test('a maximised window comes back maximised, and to its old size after that', async () => {
  const userDataDir = userDataWith(
    JSON.stringify({ place: { x: 240, y: 160, width: 500, height: 720, maximised: true }, tab: 'keypad' }),
  );
  const app = await start({ userDataDir });
  await expect.poll(() => place(app)).toMatchObject({ maximised: true });
  expect((await place(app)).width).toBeGreaterThan(1000);
  await (await mainWindow(app)).evaluate((window) => window.unmaximize());
  await expect.poll(() => place(app)).toMatchObject({ maximised: false, width: 500, height: 720 });
});

test('a window whose screen is gone comes back onto one that is there', async () => {
  const app = await start({
    userDataDir: userDataWith(
      JSON.stringify({ place: { x: 9000, y: -4000, width: 500, height: 720, maximised: false }, tab: 'keypad' }),
    ),
  });
  const area = await app.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
  // The window manager may still be moving it by the width of its frame.
  await expect(async () => {
    const now = await place(app);
    expect(now).toMatchObject({ width: 500, height: 720 });
    expect(now.x).toBeLessThanOrEqual(area.x + area.width - 500);
    expect(now.y).toBeGreaterThanOrEqual(area.y);
  }).toPass({ timeout: 10_000 });
});

test('a damaged memory of the window is put aside and costs only the memory', async () => {
  const userDataDir = userDataWith('{"place":');
  const app = await start({ userDataDir });
  expect(await place(app)).toMatchObject({ width: 400, height: 700, maximised: false });
  expect(readdirSync(userDataDir).filter((name) => name.startsWith('window.unreadable'))).toHaveLength(1);
});

test('the page is served in its language, direction and theme, and follows the theme of the system live', async () => {
  const { app, page } = await open({ ui: { language: 'fa', theme: 'dark' } });
  const served = (await (await page.reload())?.text()) ?? '';
  expect(served).toContain('<html lang="fa" dir="rtl" data-theme="dark" data-tab="keypad">');
  // Each file costs the start.
  expect(served.match(/rel="modulepreload"/g)).toHaveLength(3);
  await page.evaluate(() => window.dialer.request('settings:update', { ui: { theme: 'system' } }));
  const root = page.locator('html');
  // The test runner would otherwise stand in for the system.
  await page.emulateMedia({ colorScheme: null });
  const ground = async () => (await mainWindow(app)).evaluate((window) => window.getBackgroundColor());
  for (const [theme, colour] of [
    ['dark', '#111416'],
    ['light', '#F6F7F8'],
  ] as const) {
    // What the system says, as it reaches the program and its page.
    await app.electron.evaluate(({ nativeTheme }, now) => {
      nativeTheme.themeSource = now;
    }, theme);
    await expect(root).toHaveAttribute('data-theme', theme);
    await expect.poll(ground).toMatch(new RegExp(colour, 'i'));
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveAttribute('data-theme', 'dark');
});

test('between the two layouts nothing is lost: text, caret, focus, an open group, a half-typed setting', async () => {
  const { app, page } = await open();
  const to = async (width: number) => {
    await resizeTo(app, width, 720);
    await expect(page.getByRole('tab')).toHaveCount(width < 760 ? 4 : 3);
  };
  const field = page.getByRole('textbox', { name: 'Phone number' });
  const caret = () => field.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd]);
  await field.fill('558');
  await field.evaluate((input: HTMLInputElement) => {
    input.setSelectionRange(1, 2);
    Reflect.set(window, 'kept', input);
  });
  for (const width of [760, 759, 1080, 400]) {
    await to(width);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('558');
    expect(await caret()).toEqual([1, 2]);
    expect(await field.evaluate((input) => Reflect.get(window, 'kept') === input)).toBe(true);
  }

  await openSettings(page, 'Identity');
  const setting = page.getByRole('tabpanel').getByRole('textbox').first();
  await setting.fill('12');
  await setting.evaluate((input: HTMLInputElement) => input.setSelectionRange(1, 1));
  const scroller = () =>
    setting.evaluate((input) => {
      for (let box = input.parentElement; box !== null; box = box.parentElement) {
        if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY))
          return box.scrollTop;
      }
      return 0;
    });
  const scrolled = await scroller();
  for (const width of [900, 400]) {
    await to(width);
    await expect(setting).toBeFocused();
    await expect(setting).toHaveValue('12');
    expect(await setting.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(1);
    expect(await scroller()).toBe(scrolled);
  }
});

/** What moves, or would when its colour or place changes. */
function motions(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const moving = [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
      const takesTime = (durations: string) => durations.split(',').some((duration) => Number.parseFloat(duration) > 0);
      return takesTime(transitionDuration) || (animationName !== 'none' && takesTime(animationDuration));
    });
    return moving.map((element) => element.outerHTML.slice(0, 80));
  });
}

test('nothing moves for those who asked for reduced motion', async () => {
  const { page } = await open();
  expect(await motions(page)).not.toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await dial(page, '09120000001');
  await expect(currentCall(page)).toBeVisible();
  expect(await motions(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await motions(page)).toEqual([]);
});

/** The next thing that React takes out of the page breaks it, as a mistake of ours would. */
function breakPage(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { removeChild } = Node.prototype;
    Node.prototype.removeChild = () => {
      Node.prototype.removeChild = removeChild;
      throw new Error('Broken by 09121112233');
    };
  });
}

test('a page that breaks says so, is loaded again by Enter, and goes on with the call; the log has it without numbers', async () => {
  const desk = await open();
  const { app, page } = desk;
  await comeTo(desk, 'ringingCallee', '09121112233');
  await page.getByRole('button', { name: 'Keep on top' }).click();
  const isCompact = (one: Page) => one.url().endsWith('#compact');
  await expect.poll(() => app.electron.windows().some(isCompact)).toBe(true);
  const compact = app.electron.windows().find(isCompact) ?? page;
  await currentCall(compact).waitFor();

  await breakPage(compact);
  await comeTo(desk, 'talking');
  await breakPage(page);
  await page.getByRole('tab', { name: 'Settings' }).click();
  for (const [one, name] of [
    [page, 'main'],
    [compact, 'compact'],
  ] as const) {
    await expect(one.getByRole('alert')).toContainText('This window stopped working');
    await expect(one.getByRole('button', { name: 'Load the page again' })).toBeFocused();
    await expect.poll(app.output).toContain(`"page":"${name}"`);
    await one.keyboard.press('Enter');
    await expect(currentCall(one)).toContainText('Talking');
  }
  expect(app.output()).toContain('A page could not be drawn any more');
  expect(app.output()).not.toContain('09121112233');
  expect(app.complaints).toEqual([]);
});
