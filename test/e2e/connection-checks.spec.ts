import { expect, test } from '@playwright/test';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { connectEvents, currentCall, type Desk, type DeskOptions, dial, openDesk } from '../support/desk.ts';
import { checkLine, expectReached, openSettings, saveField, testConnection } from '../support/set-up-steps.ts';

let desk: Desk;

test.afterEach(async () => {
  await desk.leave();
});

async function testInSettings(options: DeskOptions = {}): Promise<Desk> {
  desk = await openDesk(options);
  await openSettings(desk.page, 'Connection');
  await testConnection(desk.page);
  return desk;
}

test('the settings offer the same check; a call to oneself is seen to ring, and stands on the card like any other', async () => {
  const { page, originates } = await testInSettings();
  await expectReached(page);
  await expect(checkLine(page, 'Services')).toContainText('5 of 5 allowed');
  expect(originates()).toEqual([]);
  await page.getByRole('button', { name: 'Call myself' }).click();
  await expect(checkLine(page, 'Calls')).toContainText('accepted, your phone rang');
  await expect(currentCall(page)).toContainText('557');
  await expect(currentCall(page)).toContainText(/busy/i);
  expect(originates().map(({ body }) => body)).toEqual([expect.objectContaining({ caller: '557', callee: '557' })]);
  // Only that button may; a number typed by mistake stays refused.
  await dial(page, '557');
  await expect(page.getByText('This is your own number.').first()).toBeVisible();
  expect(originates()).toHaveLength(1);
});

test('a service that is not permitted is named, and the call says what the account may not do', async () => {
  const services = ['setting/ping/act', 'pbx/trunks/search'];
  const { page } = await testInSettings({ pbx: { accounts: [{ ...demoAccount, services }] } });
  await expect(checkLine(page, 'Services')).toContainText('1 of 5 allowed');
  await expect(checkLine(page, 'Services')).toContainText('Reports(not permitted)');
  await page.getByRole('button', { name: 'Call myself' }).click();
  await expect(checkLine(page, 'Calls')).toContainText('refused');
  await expect(checkLine(page, 'Calls').getByRole('alert')).toContainText('The account may not place calls.');
});

test('what was found out goes away with the address it is about', async () => {
  const { page } = await testInSettings();
  await expectReached(page);
  await saveField(page, 'Address', '127.0.0.1:9');
  await expect(page.getByRole('list', { name: 'Connection check' })).toHaveCount(0);
});

test('a way back that does not work is said in words: a wrong password, and no event at all', async () => {
  desk = await openDesk({ events: { password: 'wrong' } });
  const { page, pbx, listener } = desk;
  await openSettings(page, 'Events');
  await page.getByRole('button', { name: 'Test both directions' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'something was turned away instead of a Ping event' }),
  ).toBeVisible();
  await expect(page.getByText('wrong user or password').locator('..')).not.toContainText('0');

  pbx.setEventTarget(null);
  await page.getByRole('button', { name: 'Test both directions' }).click();
  await expect(page.getByText('Waiting up to 10 seconds for the Ping event…')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'no Ping event came' })).toBeVisible({ timeout: 15_000 });

  connectEvents(pbx, listener);
  await page.getByRole('button', { name: 'Test both directions' }).click();
  await expect(page.getByText(/Answer after \d+ ms, event after \d+ ms\./)).toBeVisible();
});
