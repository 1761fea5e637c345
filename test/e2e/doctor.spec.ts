import { expect, type Page, test } from '@playwright/test';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { openSettings } from '../support/set-up-steps.ts';

let desk: Desk;

test.afterEach(async () => {
  await desk.leave();
});

const finding = (page: Page, part: string, check: string) =>
  page
    .getByRole('list', { name: part, exact: true })
    .getByRole('listitem')
    .filter({ has: page.getByText(check, { exact: true }) });
const clipboard = () => desk.app.electron.evaluate(({ clipboard: board }) => board.readText());

test('on a desk that works the doctor says what was observed, and the report holds no secret and no full number', async () => {
  desk = await openDesk();
  const { page } = desk;
  await page.keyboard.press('Control+Shift+D');
  await expect(finding(page, 'Phone system', 'Account')).toContainText('OKThe account is accepted.');
  await expect(finding(page, 'Events', 'Way back from the PBX')).toContainText(/OK.*Ping event arrived after \d+ ms/);
  await expect(finding(page, 'Permissions of the account', 'Reports')).toContainText('The account may use it.');
  await expect(finding(page, 'Permissions of the account', 'Placing calls')).toContainText('Not observed yet');
  await expect(finding(page, 'Events', 'Kinds of events')).toContainText(/Arrived: .*Ping.*; not yet: .*NewState/);
  await expect(finding(page, 'Clocks', 'Clock')).toContainText('OK');
  await expect(finding(page, 'This computer', 'Disk')).toContainText('free');
  await expect(page.getByRole('status').filter({ hasText: 'Failed: 0.' })).toBeVisible();

  await page.getByRole('button', { name: 'Copy the report' }).click();
  await expect(page.getByLabel('The report', { exact: true })).toContainText('Account: OK');
  const copied = await clipboard();
  expect(copied).toContain('Way back from the PBX: OK');
  for (const secret of [demoAccount.user, demoAccount.password, demoAccount.token])
    expect(copied).not.toContain(secret);
  expect(copied).not.toMatch(/\d{9}/);

  // What the program does stands in its log, which is narrowed down by level and text.
  await openSettings(page, 'Keeping');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await openSettings(page, 'Diagnostics');
  const log = page.getByRole('region', { name: 'Log, newest first' });
  await expect(async () => {
    await page.getByRole('button', { name: 'Read again' }).click();
    await expect(log.getByRole('listitem').filter({ hasText: 'A backup was made' })).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: 'Copy what is shown' }).click();
  await expect.poll(clipboard).toContain('[info] A backup was made');
  const search = page.getByRole('searchbox', { name: 'Search the log' });
  await search.fill('nothing says this');
  await expect(page.getByText('No entry fits.')).toBeVisible();
  await search.fill('a BACKUP was');
  await expect(log.getByRole('listitem')).toHaveCount(1);
});

test('on a broken desk each finding has its words, and one button that leads to what mends it', async () => {
  desk = await openDesk({
    pbx: { accounts: [{ ...demoAccount, services: ['setting/ping/act', 'pbx/trunks/search'] }] },
    events: { password: 'wrong' },
  });
  const { page } = desk;
  await page.keyboard.press('Control+Shift+D');
  const way = finding(page, 'Events', 'Way back from the PBX');
  await expect(way).toContainText('FailedSomething came and was turned away');
  await expect(finding(page, 'Permissions of the account', 'Trunks')).toContainText('OK');
  await expect(finding(page, 'Permissions of the account', 'Reports')).toContainText(
    'AttentionThe account may not use it',
  );
  await page.getByRole('button', { name: 'Copy the report' }).click();
  await expect.poll(clipboard).toContain('Way back from the PBX: Failed.');
  await way.getByRole('button', { name: 'Open: Paste into Simotel' }).click();
  await expect(page.locator('[data-setting="events.setUp"]')).toBeVisible();
  // The same keys begin anew, from wherever the agent went.
  await page.keyboard.press('Control+Shift+D');
  await expect(way).toContainText('Failed');
});
