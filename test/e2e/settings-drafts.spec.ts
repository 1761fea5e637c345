import { expect, type Page, test } from '@playwright/test';
import { type Desk, openDesk } from '../support/desk.ts';
import { resizeTo } from '../support/main-window.ts';
import { openSettings, saveField } from '../support/set-up-steps.ts';

let desk: Desk;

test.afterEach(() => desk.leave());

async function open(options: Parameters<typeof openDesk>[0] = {}): Promise<Page> {
  desk = await openDesk(options);
  return desk.page;
}

const entry = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name });
const back = (page: Page) => page.getByRole('button', { name: 'All settings' }).click();

test('what is typed and not valid outlives its page, is marked in the list of groups, and can be taken back', async () => {
  const page = await open();
  await openSettings(page, 'Identity');
  await saveField(page, 'Your phone', '5'.repeat(19));
  await expect(page.getByText('Digits only, at most 18; a code with * or # at most 32.')).toBeVisible();
  await back(page);
  await expect(entry(page, /^Identity/)).toContainText('Not saved');
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(entry(page, /^Identity/)).toContainText('Not saved');
  await entry(page, /^Identity/).click();
  const phone = page.getByLabel('Your phone', { exact: true });
  await expect(phone).toHaveValue('5'.repeat(19));
  await expect(phone).toHaveAttribute('aria-invalid', 'true');
  expect((await desk.app.state()).settings.identity.caller).toBe('557');

  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(phone).toHaveValue('557');
  await back(page);
  await expect(entry(page, /^Identity/)).not.toContainText('Not saved');
});

test('an address that was refused does not look saved when its page is opened again', async () => {
  const page = await open();
  const before = (await desk.app.state()).settings.pbx.address;
  await openSettings(page, 'Connection');
  await saveField(page, 'Address', 'ftp://pbx.example');
  const address = page.getByLabel('Address', { exact: true });
  await expect(page.getByText('The address begins with something other than http or https.')).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await openSettings(page, 'Connection');
  await expect(address).toHaveValue('ftp://pbx.example');
  await expect(address).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Not saved. Press Enter here to save it.')).toBeVisible();
  await address.press('Enter');
  await expect(page.getByText('The address begins with something other than http or https.')).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(address).toHaveValue(before);
  await expect(address).not.toHaveAttribute('aria-invalid', 'true');
});

test('a draft is gone once it is put right, and with a reset of its group', async () => {
  const page = await open({ identity: { timeoutSeconds: 30 } });
  await openSettings(page, 'Identity');
  await saveField(page, 'Country code', '12345');
  await openSettings(page, 'Identity');
  await saveField(page, 'Country code', '49');
  await expect.poll(async () => (await desk.app.state()).settings.identity.countryCode).toBe('49');
  await back(page);
  await expect(entry(page, /^Identity/)).not.toContainText('Not saved');
  await openSettings(page, 'Identity');
  await saveField(page, 'Country code', '12345');
  await saveField(page, 'Your phone', '5'.repeat(19));
  await page.getByRole('button', { name: 'Reset to defaults' }).click();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(page.getByLabel('Country code', { exact: true })).toHaveValue('98');
  // The reset does not touch the own phone, nor what is typed there.
  await expect(page.getByLabel('Your phone', { exact: true })).toHaveValue('5'.repeat(19));
});

test('the question of a reset and the way back stand whole in the smallest window, though the form grows by it', async () => {
  const page = await open();
  await resizeTo(desk.app, 340, 560);
  await page.evaluate(() => window.dialer.request('settings:update', { listener: { enabled: false } }));
  await openSettings(page, 'Events');
  await page.getByRole('button', { name: 'Reset to defaults' }).click();
  await expect.soft(page.getByRole('dialog')).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect.soft(page.getByRole('button', { name: 'Undo' })).toBeInViewport({ ratio: 1 });
});

test('the own phone is kept in Latin digits and shown in those of the language', async () => {
  const page = await open();
  await openSettings(page, 'Identity');
  await saveField(page, 'Your phone', '۵۵۸');
  await expect(page.getByLabel('Your phone', { exact: true })).toHaveValue('558');
  expect((await desk.app.state()).settings.identity.caller).toBe('558');
  await page.evaluate(() => window.dialer.request('settings:update', { ui: { language: 'fa' } }));
  await expect(page.locator('[data-setting="identity.caller"] input')).toHaveValue('۵۵۸');
});

test('settings are found by Persian words in English, and the other way round', async () => {
  const page = await open();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('searchbox', { name: 'Search settings' }).fill('درگاه');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Port', exact: true })).toBeFocused();
  await page.evaluate(() => window.dialer.request('settings:update', { ui: { language: 'fa' } }));
  await page.getByRole('searchbox').fill('port');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-setting="listener.port"] input')).toBeFocused();
});

test('a token that “Both” needs is named at its field', async () => {
  const page = await open();
  await openSettings(page, 'Connection');
  const token = page.getByLabel('Token', { exact: true }).and(page.locator('input[type=password]'));
  await expect(token).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Remove (Token)' }).click();
  await expect(token).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('The token is missing; “Both” needs it besides user and password.')).toBeVisible();
});
