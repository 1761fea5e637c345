import { expect, type Page, test } from '@playwright/test';
import type { DemoPbx } from '../../electron/demo-pbx/demo-pbx.ts';
import { currentCall, type Desk, dial, historyRows, openDesk } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { comeTo } from '../support/hold-call.ts';
import { hearFrom, openBranch, profileButton } from '../support/profiles.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { startTrayHost } from '../support/tray-host.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function withBranch(desk: Desk): Promise<DemoPbx> {
  const branch = await openBranch(desk);
  cleanUps.push(() => branch.stop());
  return branch;
}

const originates = (pbx: DemoPbx) => pbx.requests.filter(({ path }) => path.endsWith('/call/originate/act'));

async function switchInHeader(page: Page, name: string): Promise<void> {
  await profileButton(page).click();
  await page.getByRole('menuitemradio', { name }).click();
}

test('each profile calls through its own PBX with its own password, and the history says which', async () => {
  const desk = await openDesk();
  cleanUps.push(() => desk.leave());
  const { page, app } = desk;
  await expect(profileButton(page)).toHaveCount(0);
  const branch = await withBranch(desk);
  await expect(profileButton(page)).toContainText('Branch');
  await expect(profileButton(page)).toContainText('558');

  await dial(page, '09120000001');
  await expect.poll(() => originates(branch).length).toBe(1);
  expect(originates(branch)[0]?.body).toMatchObject({ caller: '558', callee: '09120000001' });
  await expect(currentCall(page)).toContainText('Ended');
  expect(desk.originates()).toHaveLength(0);

  await switchInHeader(page, 'Head office');
  await expect(profileButton(page)).toContainText('Head office');
  await hearFrom(desk, desk.pbx);
  await dial(page, '09120000002');
  await expect.poll(() => desk.originates().length).toBe(1);
  expect(desk.originates()[0]?.body).toMatchObject({ caller: '557' });
  expect(originates(branch)).toHaveLength(1);
  // Each would have refused the account of the other.
  expect([...branch.requests, ...desk.pbx.requests].filter(({ status }) => status !== 200)).toEqual([]);
  await expect(currentCall(page)).toContainText('Ended');

  await page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(page)).toHaveCount(2);
  await expect(historyRows(page).nth(0)).toContainText('Head office');
  await expect(historyRows(page).nth(1)).toContainText('Branch');
  await page.getByText('This profile', { exact: true }).click();
  await expect(historyRows(page)).toHaveCount(1);
  await expect(historyRows(page).nth(0)).not.toContainText('Head office');
  await page.getByText('All profiles', { exact: true }).click();

  await historyRows(page)
    .nth(1)
    .getByRole('button', { name: /^Redial/ })
    .click();
  await expect(page.getByText('This call went through Branch')).toBeVisible();
  expect(desk.originates()).toHaveLength(1);
  await page.getByRole('button', { name: 'Switch to Branch and call' }).click();
  await expect.poll(() => originates(branch).length).toBe(2);
  await branch.whenIdle();
  expect(desk.originates()).toHaveLength(1);

  const { userDataDir } = app;
  await app.close();
  const again = await launchDialdesk({ userDataDir });
  cleanUps.push(() => again.close());
  await expect(profileButton(again.page)).toContainText('Branch');
  expect((await again.state()).settings.identity.caller).toBe('558');
});

test('a switch during a call is asked about, from the header as from the tray, and a deleted profile leaves its name', async () => {
  test.skip(process.platform !== 'linux', 'talks to the tray of a Linux desktop');
  const bus = await startSessionBus();
  cleanUps.push(() => bus.stop());
  const host = await startTrayHost(bus);
  const desk = await openDesk({ launch: { env: bus.env } });
  cleanUps.push(() => desk.leave());
  const tray = await host.item();
  const { page, app } = desk;
  await expect.poll(tray.tooltip).toContain('557');
  expect(await tray.labels()).not.toContain('Profiles');
  await withBranch(desk);
  await expect.poll(tray.labels).toContain('Head office');
  await tray.choose('Head office');
  await expect.poll(tray.tooltip).toContain('557');
  await expect(profileButton(page)).toContainText('Head office');
  await hearFrom(desk, desk.pbx);

  await comeTo(desk, 'talking', '09120000001');
  await page.keyboard.press('Control+P');
  await page.getByRole('menuitemradio', { name: 'Branch' }).click();
  const asked = page.getByRole('dialog', { name: 'Switch to Branch' });
  await expect(asked).toContainText('A call is under way');
  await asked.getByRole('button', { name: 'Stay here' }).click();
  await expect(asked).toHaveCount(0);
  expect((await app.state()).settings.profile.name).toBe('Head office');
  await tray.choose('Branch');
  await expect(asked).toBeVisible();
  await asked.getByRole('button', { name: 'Switch anyway' }).click();
  await expect(profileButton(page)).toContainText('Branch');
  await expect(currentCall(page)).toHaveCount(0);

  // It ends unseen, and afterwards the reports tell it.
  desk.pbx.setSpeed(10);
  await desk.pbx.whenIdle();
  await switchInHeader(page, 'Head office');
  await expect(currentCall(page).getByRole('heading')).toHaveText('Not known how it goes on');
  await expect(currentCall(page)).toContainText('could not see this call for a while');
  await expect(page.locator('[data-phase="ended"]')).toContainText('Answered', { timeout: 25_000 });
  expect(desk.pbx.requests.filter(({ path }) => path.includes('/reports/')).length).toBeGreaterThan(0);
  await switchInHeader(page, 'Branch');
  await expect(currentCall(page)).toHaveCount(0);

  await profileButton(page).click();
  await page.getByRole('menuitem', { name: 'Edit profiles' }).click();
  await page.getByRole('button', { name: 'Delete Head office' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Delete Head office' })).toHaveCount(0);
  await expect(profileButton(page)).toHaveCount(0);
  expect((await app.state()).settings.formerProfiles).toMatchObject([{ id: 'main', name: 'Head office' }]);
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(page)).toHaveCount(1);
  await expect(historyRows(page).nth(0)).toContainText('Head office');
});
