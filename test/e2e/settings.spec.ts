import { expect, type Page, test } from '@playwright/test';
import { ask, freePort } from '../support/ask.ts';
import { type Desk, type DeskOptions, listenerAddress, openDesk } from '../support/desk.ts';
import { resizeTo } from '../support/main-window.ts';
import { choose, openSettings } from '../support/set-up-steps.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function settingsDesk(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk({ events: null, ...options });
  cleanUps.push(() => desk.leave());
  await desk.page.getByRole('tab').last().click();
  return desk;
}

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search settings' });
const settings = async (desk: Desk) => (await desk.app.state()).settings;
const closed = (address: string) => ask(`${address}/health`).catch((error: NodeJS.ErrnoException) => error.code);

/** Asks for the reset of the open group with the keyboard, and confirms it. */
async function resetGroup(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Reset to defaults' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Reset', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
}

test('with the keyboard alone a setting is searched, reached, changed and applied at once', async () => {
  const desk = await settingsDesk();
  const { page } = desk;
  await page.keyboard.press('ControlOrMeta+F');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('calls with plus');
  await expect(page.getByText('Nothing is called')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('');
  await page.keyboard.type('country');
  const options = page.getByRole('listbox', { name: 'Search settings' }).getByRole('option');
  await expect(options.first()).toContainText('Country code');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(options.first().locator('mark').first()).toHaveText('Country');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Country code' });
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('۴۹');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await settings(desk)).identity.countryCode).toBe('49');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});

test('the arrow keys walk through what was found, over the ends, and a click goes there too', async () => {
  const { page } = await settingsDesk();
  await search(page).fill('time zone');
  const options = page.getByRole('option');
  await expect(options).toHaveCount(2);
  const chosen = page.getByRole('option', { selected: true });
  await expect(chosen).toContainText('Time zone of events');
  await search(page).press('ArrowDown');
  await expect(chosen).toContainText('Time zone of reports');
  await search(page).press('ArrowDown');
  await expect(chosen).toContainText('Time zone of events');
  await search(page).press('ArrowUp');
  await search(page).press('Enter');
  // It was folded up.
  await expect(page.getByRole('textbox', { name: 'Time zone of reports' })).toBeFocused();

  await search(page).fill('dark');
  await page.getByRole('option', { name: /Colours/ }).click();
  await expect(page.getByRole('radiogroup', { name: 'Colours' }).getByRole('radio').first()).toBeFocused();
});

test('beside the keypad what was found stays while a number is typed, and another view ends the search', async () => {
  const desk = await settingsDesk();
  const { page } = desk;
  await resizeTo(desk.app, 1080, 720);
  await expect(page.getByRole('tab', { name: 'Keypad' })).toHaveCount(0);
  await search(page).fill('country');
  await page.getByRole('textbox', { name: 'Phone number' }).fill('557');
  await page.getByRole('option', { name: /^Country code/ }).click();
  await expect(page.getByRole('textbox', { name: 'Country code' })).toBeFocused();
  await search(page).fill('country');
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(search(page)).toHaveValue('');
});

test('a setting that is out of sight leads to the choice that shows it', async () => {
  const { page } = await settingsDesk({ pbxSettings: { auth: 'basic' } });
  await search(page).fill('token');
  await page.getByRole('option', { name: /^Token/ }).click();
  await expect(page.getByRole('radiogroup', { name: 'Authentication' }).getByRole('radio').first()).toBeFocused();
});

test('in Persian the search takes Arabic letters, joined words and any digits', async () => {
  const desk = await settingsDesk({ ui: { language: 'fa' } });
  const { page } = desk;
  const field = page.getByRole('searchbox', { name: 'جست‌وجوی تنظیمات' });
  for (const query of ['كد كشور', 'کدکشور', '98']) {
    await field.fill(query);
    await expect(page.getByRole('option', { selected: true })).toContainText('کد کشور');
  }
  await field.press('Enter');
  await expect(page.getByRole('textbox', { name: 'کد کشور' })).toBeFocused();
});

test('what is wrong is said while typing, the text stays, and nothing is saved until it is right', async () => {
  const desk = await settingsDesk();
  const { page } = desk;
  await openSettings(page, 'Identity');
  const field = page.getByRole('textbox', { name: 'Ringing time, seconds' });
  await field.fill('3');
  // The focus has not left the field.
  await expect(page.getByText('A whole number from 5 to 300, or empty.')).toBeVisible();
  await expect(field).toBeFocused();
  await field.press('Tab');
  await expect(field).toHaveValue('3');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect((await settings(desk)).identity.timeoutSeconds).toBeNull();
  await field.fill('30');
  await expect(page.getByText('A whole number from 5 to 300, or empty.')).toHaveCount(0);
  await field.press('Enter');
  await expect.poll(async () => (await settings(desk)).identity.timeoutSeconds).toBe(30);

  await openSettings(page, 'Events');
  const allowed = page.getByRole('textbox', { name: 'Accept events from' });
  await allowed.fill('10.0.0.0/40');
  await expect(page.getByText('Only addresses such as')).toBeVisible();
  await allowed.fill('10.0.0.0/8, 127.0.0.1');
  await allowed.press('Enter');
  await expect.poll(async () => (await settings(desk)).listener.allowFrom).toEqual(['10.0.0.0/8', '127.0.0.1']);
});

test('the digits change at once, in sentences, choices and numbers', async () => {
  const desk = await settingsDesk({ ui: { language: 'fa' }, callLimit: { beforeEndSeconds: 45 } });
  const { page } = desk;
  await page.locator('[data-group=appearance]').click();
  await expect(page.getByText(/۱۵۰.?٪/)).toBeVisible();
  await choose(page, 'رقم‌ها', 'لاتین');
  await expect(page.getByText(/150.?٪/)).toBeVisible();
  await expect.poll(async () => (await settings(desk)).ui.digits).toBe('latin');
  await page.getByRole('button', { name: 'همهٔ تنظیمات' }).click();
  await page.locator('[data-group=callLimit]').click();
  await expect(page.getByRole('textbox').first()).toHaveValue('45');
  await expect(page.getByRole('main')).not.toContainText(/[۰-۹]/);
  await page.getByRole('button', { name: 'همهٔ تنظیمات' }).click();
  await page.locator('[data-group=appearance]').click();
  await choose(page, 'رقم‌ها', 'مانند زبان');
  await expect(page.getByText(/۱۵۰.?٪/)).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/[0-9]/);
});

test('the size is kept and shown as chosen', async () => {
  const desk = await settingsDesk();
  await openSettings(desk.page, 'Appearance');
  await choose(desk.page, 'Size', '125%');
  await expect.poll(async () => (await settings(desk)).ui.zoomPercent).toBe(125);
  await expect(desk.page.getByRole('radio', { name: '125%' })).toBeChecked();
});

const resets = [
  {
    group: 'Connection',
    options: { pbxSettings: { method: 'PUT', reportTimeZone: 'UTC' } },
    said: ['Request method', 'Time zone of reports'],
    part: 'pbx',
    before: { method: 'PUT', reportTimeZone: 'UTC' },
    after: { method: 'auto', reportTimeZone: 'Asia/Tehran' },
  },
  {
    group: 'Identity',
    options: { identity: { timeoutSeconds: 30, countryCode: '49' } },
    said: ['Ringing time', 'Country code'],
    part: 'identity',
    before: { caller: '557', timeoutSeconds: 30, countryCode: '49' },
    after: { caller: '557', timeoutSeconds: null, countryCode: '98' },
  },
  {
    group: 'Call limit',
    options: { callLimit: { beforeEndSeconds: 5, repeatEverySeconds: 1 } },
    said: ['Warn before the end', 'Repeat every'],
    part: 'callLimit',
    before: { beforeEndSeconds: 5, repeatEverySeconds: 1 },
    after: { beforeEndSeconds: 20, repeatEverySeconds: 10 },
  },
  {
    group: 'Appearance',
    options: { ui: { theme: 'dark', calendar: 'persian' } },
    said: ['Colours', 'Calendar'],
    part: 'ui',
    before: { language: 'en', theme: 'dark', calendar: 'persian' },
    after: { language: 'en', theme: 'system', calendar: 'gregorian' },
  },
] as const;

for (const { group, options, said, part, before, after } of resets) {
  test(`${group}: a reset says what changes, does it at once, and can be taken back`, async () => {
    const desk = await settingsDesk(options);
    const { page } = desk;
    const { address } = (await settings(desk)).pbx;
    await openSettings(page, group);
    await page.getByRole('button', { name: 'Reset to defaults' }).press('Enter');
    const question = page.getByRole('dialog', { name: 'This will change:' });
    for (const words of said) await expect(question).toContainText(words);
    await page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Reset to defaults' })).toBeFocused();
    expect((await settings(desk))[part]).toMatchObject(before);

    await resetGroup(page);
    await expect.poll(async () => (await settings(desk))[part]).toMatchObject(after);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await settings(desk))[part]).toMatchObject(before);

    await resetGroup(page);
    await openSettings(page, group);
    await expect(page.getByRole('button', { name: 'Reset to defaults' })).toBeDisabled();
    await expect(page.getByText('Everything here is as it was in the beginning.')).toBeVisible();
    // What has no default stays.
    const { credentials, settings: kept } = await desk.app.state();
    expect(kept.pbx.address).toBe(address);
    expect(credentials).toMatchObject({ hasUser: true, hasPassword: true, hasToken: true });
    expect(desk.app.complaints).toEqual([]);
  });
}

test('a changed port moves the listener, a reset of the events moves it again, and undoing it brings it back', async () => {
  const desk = await settingsDesk();
  const { page } = desk;
  const first = desk.listener.address;
  const port = await freePort();
  await search(page).fill('port');
  await search(page).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Port', exact: true })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(String(port));
  await page.keyboard.press('Enter');
  const moved = `http://127.0.0.1:${port}/simotel`;
  await expect.poll(() => listenerAddress(desk.app)).toBe(moved);
  expect((await ask(`${moved}/health`)).text).toBe('ok');
  expect(await closed(first)).toBe('ECONNREFUSED');

  await resetGroup(page);
  await expect.poll(async () => (await desk.app.state()).listener.port).toBe(8088);
  expect((await settings(desk)).listener).toMatchObject({ host: 'auto', port: 8088, allowFrom: [] });
  expect(await closed(moved)).toBe('ECONNREFUSED');

  await page.keyboard.press('Enter');
  await expect.poll(() => listenerAddress(desk.app)).toBe(moved);
  // With the credentials that the PBX knows.
  expect((await ask(moved, { account: desk.listener, fields: { event_name: 'Ping' } })).status).toBe(200);
});

test('how poorly passwords are kept is said in the list of groups', async () => {
  const { page } = await settingsDesk();
  const entry = page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: /^Secrets/ });
  await expect(entry).toContainText('This run only');
  await entry.click();
  await page.getByText('Store passwords without protection', { exact: true }).click();
  await page.getByRole('button', { name: 'All settings' }).click();
  await expect(entry).toContainText('Unprotected');
  // The way back leads to where one was.
  await expect(entry).toBeFocused();
});
