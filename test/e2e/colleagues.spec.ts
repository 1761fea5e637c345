import { expect, test } from '@playwright/test';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { connectEvents, currentCall, type Desk, listenerAddress, openDesk, untilFree } from '../support/desk.ts';
import { comeTo } from '../support/hold-call.ts';

let desk: Desk;
test.afterEach(() => desk.leave());

test('a colleague of the directory: found, seen in a call and free again, called from the list', async () => {
  desk = await openDesk({ pbx: { directory: 'full' } });
  const { page, pbx } = desk;
  await page.keyboard.press('Control+2');
  await page.getByText('Directory', { exact: true }).click();
  const list = page.getByRole('grid', { name: 'Contact list' });
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('reza ahm');
  const reza = list.getByRole('row', { name: /Reza Ahmadi/ });
  await expect(reza.locator('[data-presence]')).toHaveText('Not known');

  await pbx.sendEvent('NewState', { exten: '551', state: 'InUse', participant: '552' });
  await expect(reza.locator('[data-presence]')).toHaveText(/^In a call (now|\d+ s)$/);
  await expect(reza.locator('[data-presence]')).toHaveAttribute('title', /In a call, told/);
  await pbx.sendEvent('NewState', { exten: '551', state: 'Idle' });
  await expect(reza.locator('[data-presence]')).toHaveText(/^Free /);

  const reads = () => pbx.requests.filter(({ path }) => path.endsWith('/users/search')).length;
  const before = reads();
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect.poll(reads).toBe(before + 1);
  await expect(page.getByText(/^49 from the phone system, read/)).toBeVisible();

  await reza.getByRole('button', { name: /Reza Ahmadi/ }).click();
  await expect(currentCall(page)).toBeVisible();
  expect(desk.originates()[0]?.body).toMatchObject({ caller: '557', callee: '551' });
});

test('the card of a call says how the colleague is, as the events tell it; of others it says nothing', async () => {
  desk = await openDesk({ pbx: { directory: 'full' } });
  const { page, pbx } = desk;
  await page.evaluate(() => window.dialer.request('directory:refresh', {}));
  const presence = currentCall(page).locator('[data-presence]');
  await comeTo(desk, 'ringingCaller', '551');
  await expect(currentCall(page)).toContainText('Reza Ahmadi');
  await expect(presence).toHaveText('Not known');
  await pbx.sendEvent('NewState', { exten: '551', state: 'Idle' });
  await expect(presence).toHaveText(/^Free /);
  await pbx.sendEvent('NewState', { exten: '551', state: 'Unavailable' });
  await expect(presence).toHaveAttribute('data-presence', 'unavailable');
  pbx.setSpeed(1000);
  await pbx.whenIdle();
  await untilFree(desk);
  await comeTo(desk, 'ringingCaller', '09120000001');
  await expect(presence).toHaveCount(0);
});

test('what the PBX told before events stopped coming is not known any more, in list and card, with when it was told', async () => {
  desk = await openDesk({ pbx: { directory: 'full' } });
  const { page, pbx } = desk;
  await page.keyboard.press('Control+2');
  await page.getByText('Directory', { exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('reza ahm');
  const reza = page.getByRole('row', { name: /Reza Ahmadi/ });
  await pbx.sendEvent('NewState', { exten: '551', state: 'InUse', participant: '552' });
  await pbx.sendEvent('NewState', { exten: '557', state: 'Idle' });
  await expect(reza.locator('[data-presence]')).toHaveText(/^In a call /);
  await expect(page.getByRole('button', { name: 'State of your phone: Free' })).toBeVisible();
  await page.evaluate(() => window.dialer.request('settings:update', { listener: { enabled: false } }));
  await expect(reza.locator('[data-presence="unknown"]')).toHaveText(/^Not known told /);
  await expect(page.getByRole('button', { name: 'State of your phone: Not known' })).toBeVisible();
  await reza.click();
  const card = page.getByRole('article', { name: 'Reza Ahmadi' });
  await expect(card.locator('[data-presence="unknown"]')).toHaveText(/^Not known told /);
  await page.evaluate(() => window.dialer.request('settings:update', { listener: { enabled: true } }));
  connectEvents(pbx, { ...desk.listener, address: await listenerAddress(desk.app) });
  await pbx.sendEvent('NewState', { exten: '551', state: 'Idle' });
  await expect(card.locator('[data-presence="idle"]')).toHaveText(/^Free /);
});

test('a PBX that is down is said in the header as soon as a reading of the directory met nobody, in one line for all', async () => {
  desk = await openDesk({ pbx: { directory: 'full' } });
  const { page, pbx } = desk;
  const connection = page.getByRole('status', { name: 'Connection' });
  await page.keyboard.press('Control+2');
  await page.getByText('Directory', { exact: true }).click();
  await expect(page.getByText(/^49 from the phone system, read/)).toBeVisible();
  await expect(connection).toContainText('PBX ready');
  await pbx.stop();
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByText(/nothing listens/)).toHaveCount(1);
  await expect(page.getByText(/^Queues, .*Blacklist: .*nothing listens/)).toBeVisible();
  await expect(connection).not.toContainText('PBX ready');
});

test('what of the directory is not permitted is said in words, and what is stays to be had', async () => {
  const services = ['setting/ping/act', 'pbx/trunks/search', 'pbx/users/search'];
  desk = await openDesk({ pbx: { directory: 'full', accounts: [{ ...demoAccount, services }] } });
  const { page } = desk;
  await page.keyboard.press('Control+2');
  await page.getByText('Directory', { exact: true }).click();
  await expect(page.getByText(/Shared contacts.*: The account may not use this part of Simotel\./)).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Contact list' }).getByRole('row')).not.toHaveCount(0);
});

test('a trunk says how it is where it is chosen, and speaks against the call while it is not available', async () => {
  desk = await openDesk({ pbx: { directory: 'full' } });
  const { page, pbx } = desk;
  await expect(page.getByRole('combobox', { name: 'Trunk' })).toBeVisible();
  await pbx.sendEvent('TrunkNewState', { trunk_name: 'MCI', trunk_type: 'SIP', state: 'Unavailable' });
  await pbx.sendEvent('TrunkNewState', { trunk_name: 'Irancell', trunk_type: 'SIP', state: 'Ok' });
  await pbx.sendEvent('TrunkRemoved', { trunk_name: 'Shatel' });
  await page.getByRole('combobox', { name: 'Trunk' }).click();
  const option = (name: RegExp) => page.getByRole('option', { name });
  await expect(page.locator('[role="option"] [data-trunk]')).toHaveText([/Not available/, /Works/, /Removed/]);
  await option(/^MCI/).click();
  await page.getByRole('textbox', { name: 'Phone number' }).fill('09123456789');
  await expect(page.getByText(/MCI.*(not available|unavailable)/i).first()).toBeVisible();
});
