import { expect, test } from '@playwright/test';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { currentCall, type Desk, dial, openDesk } from '../support/desk.ts';

let desk: Desk;

test.afterEach(() => desk.leave());

const originate = 'call/originate/act';
const trunks = 'pbx/trunks/search';

/** An account whose rights can be changed as an administrator would. */
async function openWith(services: readonly string[], ui: { readonly language?: 'en' | 'fa' } = {}) {
  const rights = [...services];
  desk = await openDesk({ pbx: { accounts: [{ ...demoAccount, services: rights }] }, ui });
  return { page: desk.page, give: (service: string) => void rights.push(service) };
}

test('a call refused for want of the right stands in the header until a call is accepted', async () => {
  const { page, give } = await openWith(['setting/ping/act', trunks]);
  const status = page.getByRole('status', { name: 'Connection' });
  await expect(status).toContainText('PBX ready');
  await dial(page, '558');
  const card = currentCall(page);
  await expect(card).toContainText('The account may not place calls.');
  await expect(card).toContainText('Ask your administrator to allow calls');
  await expect(card.locator('bdi', { hasText: originate })).toBeVisible();
  const part = status.getByRole('button', { name: 'Calls not allowed' });
  await expect(part).toBeVisible();
  await expect(part.locator('svg')).toBeVisible();
  // The ping is answered as before, which proves nothing of calls.
  await page.evaluate(() => window.dialer.request('pbx:check', {}));
  await expect.poll(async () => (await desk.app.state()).pbx).toMatchObject({ roundTripMs: expect.any(Number) });
  await expect(part).toBeVisible();

  await part.click();
  const dialog = page.getByRole('dialog', { name: 'Calls not allowed' });
  await expect(dialog).toContainText('The account may not place calls. Ask your administrator');
  await expect(dialog).toContainText(/Call refused\d{1,2}:\d{2}/);
  give(originate);
  await dialog.getByRole('button', { name: 'Try with a call to myself' }).click();
  await expect(page.getByRole('dialog', { name: 'PBX ready' })).toBeVisible();
  expect(desk.originates().map(({ status: code }) => code)).toEqual([403, 200]);
  expect((await desk.app.state()).callsDenied).toBeNull();
});

test('a call to myself that proves nothing says so where it was asked for', async () => {
  const { page } = await openWith(['setting/ping/act', trunks]);
  await dial(page, '558');
  await page.getByRole('status', { name: 'Connection' }).getByRole('button', { name: 'Calls not allowed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Calls not allowed' });
  await page.evaluate(() => window.dialer.request('settings:update', { identity: { dialplanContext: '' } }));
  await dialog.getByRole('button', { name: 'Try with a call to myself' }).click();
  await expect(dialog.getByRole('status')).toContainText('The dial-plan context is empty.');
  await expect(dialog).toContainText('The account may not place calls.');
});

test('the missing right is told in Persian as well', async () => {
  const { page } = await openWith(['setting/ping/act', trunks], { language: 'fa' });
  await page.locator('main input').first().fill('558');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'تماس مجاز نیست' })).toBeVisible();
  await expect(page.getByText('این حساب اجازهٔ برقراری تماس ندارد.')).toBeVisible();
});

test('another account begins without what was known of the one before', async () => {
  const { page } = await openWith(['setting/ping/act', trunks]);
  await dial(page, '558');
  await expect(page.getByRole('button', { name: 'Calls not allowed' })).toBeVisible();
  await page.evaluate(() => window.dialer.request('credentials:save', { password: 'another' }));
  await expect(page.getByRole('button', { name: 'PBX refuses access' })).toBeVisible();
  expect((await desk.app.state()).callsDenied).toBeNull();
});

test('“Try again” reads the trunks once the right was given', async () => {
  const { page, give } = await openWith(['setting/ping/act', originate]);
  const picker = page.getByLabel('Trunk', { exact: true });
  await expect(picker).toHaveAccessibleDescription('This API account may not list trunks. Type the name by hand.');
  give(trunks);
  await picker.click();
  await page.getByRole('option', { name: 'Try again' }).click();
  await expect(picker).toHaveAccessibleDescription('the PBX’s dial plan chooses');
  // The list is where it was asked for, and needs no second opening.
  await expect(page.getByRole('option', { name: /^MCI/ })).toBeVisible();
});
