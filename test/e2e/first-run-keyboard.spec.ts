import { expect, type Page, test } from '@playwright/test';
import { DemoPbx, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { connectEvents, currentCall, historyRows } from '../support/desk.ts';
import { type DialdeskApp, launchDialdesk } from '../support/dialdesk-app.ts';
import { expectFocusInSight, tabTo } from '../support/focus.ts';
import { holdAt } from '../support/hold-call.ts';
import { notePhases } from '../support/phases-shown.ts';
import { checkLine, expectReached } from '../support/set-up-steps.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Nothing of the PBX is known; the listener takes any free port, so that tests stay apart. */
async function firstStart(): Promise<DialdeskApp> {
  const app = await launchDialdesk({ provision: { version: 1, listener: { port: 0 } } });
  cleanUps.push(() => app.close());
  return app;
}

async function startPbx() {
  const pbx = new DemoPbx({ speed: 10 });
  const { port } = await pbx.start();
  cleanUps.push(() => pbx.stop());
  const originates = () =>
    pbx.requests.filter(({ path }) => path.endsWith('/call/originate/act')).map(({ body }) => body);
  return { pbx, port, originates };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** A way to begin; its text belongs to its name. */
const card = (page: Page, name: string) => page.getByRole('button', { name });

/** Presses the button that has the focus, and reads what it copied. */
async function copied(app: DialdeskApp): Promise<string> {
  await app.electron.evaluate(({ clipboard }) => clipboard.clear());
  await app.page.keyboard.press('Enter');
  const read = () => app.electron.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(read).not.toBe('');
  return read();
}

test('by keyboard alone: from the welcome to Simotel, tested, called, events seen, to a finished call', async () => {
  const { pbx, port, originates } = await startPbx();
  const app = await firstStart();
  const { page } = app;
  await expect(card(page, 'Connect to Simotel')).toBeFocused();
  await expectFocusInSight(page);
  await page.keyboard.press('Enter');

  await expect(page.getByLabel('Address', { exact: true })).toBeFocused();
  await expect(page.locator('[aria-current=step]')).toHaveText('2Connection');
  await page.keyboard.type(`127.0.0.1:${port}`);
  for (const [label, text] of [
    ['User', demoAccount.user],
    ['Password', demoAccount.password],
    ['Token', demoAccount.token],
    ['Your phone', '557'],
  ] as const) {
    await tabTo(page, page.getByLabel(label, { exact: true }).and(page.locator('input:not([type=radio])')));
    await page.keyboard.type(text);
  }
  // The way back loses nothing of it.
  await page.keyboard.press('Escape');
  await expect(card(page, 'Connect to Simotel')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Address', { exact: true })).toHaveValue(`127.0.0.1:${port}`);
  await expect(page.getByLabel('Your phone', { exact: true })).toHaveValue('557');

  await page.keyboard.press('Enter');
  await expectReached(page);
  await expect(checkLine(page, 'Services')).toContainText('5 of 5 allowed');
  await expect(checkLine(page, 'Calls')).toContainText('only a call can prove it');
  expect(originates()).toEqual([]);
  await tabTo(page, button(page, 'Call myself'));
  await page.keyboard.press('Enter');
  await expect(checkLine(page, 'Calls')).toContainText('accepted; did your phone ring?');
  expect(originates()).toEqual([expect.objectContaining({ caller: '557', callee: '557' })]);
  await tabTo(page, button(page, 'Save and continue'));
  await page.keyboard.press('Enter');

  await expect(button(page, 'Copy the address')).toBeFocused();
  await expectFocusInSight(page);
  await expect(page.getByText('Waiting for the first event…')).toBeVisible();
  const address = await copied(app);
  await tabTo(page, button(page, 'Copy the user'));
  const user = await copied(app);
  await tabTo(page, button(page, 'Copy the password'));
  const password = await copied(app);
  await pbx.whenIdle();
  connectEvents(pbx, { address, user, password });
  await tabTo(page, button(page, 'Test both directions'));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Answer after \d+ ms, event after \d+ ms\./)).toBeVisible();
  await expect(page.getByText('Events arrive. Dialdesk sees your calls.')).toBeVisible();
  const kinds = page.getByRole('list', { name: 'Kinds of events' }).getByRole('listitem');
  await expect(kinds.filter({ hasText: 'Ping' })).toContainText('1');
  await expect(kinds.filter({ hasText: 'NewState' })).toContainText('not yet');
  await tabTo(page, button(page, 'Go to the keypad'));
  await page.keyboard.press('Enter');

  await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeFocused();
  holdAt({ pbx }, 'talking');
  await page.keyboard.type('09120000001');
  await page.keyboard.press('Enter');
  await expect(currentCall(page)).toContainText(/talking/i);
  pbx.setSpeed(10);
  await tabTo(page, page.getByRole('tab', { name: 'Keypad' }));
  await tabTo(page, page.getByRole('tab', { name: 'History' }), 'ArrowRight');
  await expect(historyRows(page).filter({ hasText: '0912 000 0001' })).toContainText('Answered');
  expect(originates()).toHaveLength(2);
  expect(app.complaints).toEqual([]);
});

test('by keyboard alone: from the welcome to a finished call on the demo PBX', async () => {
  const app = await firstStart();
  const { page } = app;
  await expect(card(page, 'Connect to Simotel')).toBeFocused();
  await tabTo(page, card(page, 'Try it with the demo PBX'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeFocused();
  await expect(page.getByText('Try 0912 000 0001: it answers in this demo').first()).toBeVisible();
  const phases = await notePhases(page);
  await page.keyboard.type('09120000001');
  await page.keyboard.press('Enter');
  await expect(currentCall(page)).toContainText(/ended/i, { timeout: 30_000 });
  expect(await phases()).toContain('talking');
  expect(app.complaints).toEqual([]);
});

test('without a keychain the form says where the password is kept, and lets the choice be taken and taken back', async () => {
  const app = await firstStart();
  const { page } = app;
  await page.keyboard.press('Enter');
  await expect(page.getByText('This computer has no keychain: the password is kept for this run only.')).toBeVisible();
  await tabTo(page, button(page, 'Keep it unprotected'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('anyone who can read your files can read it')).toBeVisible();
  expect((await app.state()).credentials.protection).toBe('unprotected');
  await tabTo(page, button(page, 'Keep it for this run only'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Keep it unprotected')).toBeVisible();
  expect((await app.state()).credentials.protection).toBe('memory');
});

test('by keyboard alone, in Persian: the language is in sight first, and brings its calendar', async () => {
  const { pbx, port, originates } = await startPbx();
  const app = await firstStart();
  const { page } = app;
  await expect(card(page, 'Connect to Simotel')).toBeFocused();
  await tabTo(page, page.getByRole('radio', { name: 'English' }), 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('radio', { name: 'فارسی' })).toBeFocused();
  await expectFocusInSight(page);
  expect((await app.state()).settings.ui).toMatchObject({ language: 'fa', calendar: 'persian' });
  await tabTo(page, card(page, 'اتصال به سیموتل'));
  await page.keyboard.press('Enter');

  await expect(page.getByLabel('نشانی', { exact: true })).toBeFocused();
  await page.keyboard.type(`127.0.0.1:${port}`);
  for (const [label, text] of [
    ['کاربر', demoAccount.user],
    ['گذرواژه', demoAccount.password],
    ['توکن', demoAccount.token],
    ['تلفن شما', '۵۵۷'],
  ] as const) {
    await tabTo(page, page.getByLabel(label, { exact: true }).and(page.locator('input:not([type=radio])')));
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(line('حساب')).toContainText('پذیرفته شد');
  await expect(line('سرویس‌ها')).toContainText(/۵.? از .?۵.? مجاز/);
  // Enter presses the filled button, and that is the way on now.
  await page.keyboard.press('Enter');

  await expect(button(page, 'رونوشت نشانی')).toBeFocused();
  const address = await copied(app);
  await tabTo(page, button(page, 'رونوشت کاربر'));
  const user = await copied(app);
  await tabTo(page, button(page, 'رونوشت گذرواژه'));
  connectEvents(pbx, { address, user, password: await copied(app) });
  await tabTo(page, button(page, 'آزمون رفت و برگشت'));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/پاسخ پس از .* میلی‌ثانیه رسید/)).toBeVisible();
  await tabTo(page, button(page, 'رفتن به شماره‌گیر'));
  await page.keyboard.press('Enter');

  await expect(page.getByRole('textbox', { name: 'شماره تلفن' })).toBeFocused();
  await page.keyboard.type('۰۹۱۲۰۰۰۰۰۰۱');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'تماس جاری' })).toContainText('پاسخ داده شد');
  expect(originates()).toEqual([expect.objectContaining({ caller: '557', callee: '09120000001' })]);
  expect(app.complaints).toEqual([]);
});
