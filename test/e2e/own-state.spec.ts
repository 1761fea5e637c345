import { expect, test } from '@playwright/test';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { type Desk, openDesk } from '../support/desk.ts';

let desk: Desk;
test.afterEach(() => desk.leave());

test('the own phone and queues are said as they were told, and are paused by button and key', async () => {
  desk = await openDesk({ pbx: { directory: 'full' } });
  const { page, pbx } = desk;
  const own = page.getByRole('button', { name: /^State of your phone/ });
  await expect(own).toHaveAccessibleName('State of your phone: Not known');
  await pbx.sendEvent('NewState', { exten: '557', state: 'Idle' });
  await expect(own).toHaveAccessibleName('State of your phone: Free');

  await own.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveText([/Sales.*Not known/, /پشتیبانی.*Not known/]);
  await dialog.getByRole('button', { name: 'Pause in Sales' }).click();
  await expect(dialog.getByRole('listitem').first()).toContainText('Paused');
  expect(pbx.requests.find(({ path }) => path.endsWith('/queues/pauseagent'))?.body).toEqual({
    queue: '901',
    agent: '557',
  });
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+P');
  await expect.poll(() => pbx.requests.filter(({ path }) => path.endsWith('/pauseagent')).length).toBe(3);
  await own.click();
  await expect(dialog.getByRole('listitem')).toHaveText([/Sales.*Paused/, /پشتیبانی.*Paused/]);
  await dialog.getByRole('button', { name: 'Resume in all queues' }).click();
  await expect(dialog.getByRole('listitem')).toHaveText([/Sales.*Answering/, /پشتیبانی.*Answering/]);
  await expect(own).toHaveAccessibleName('State of your phone: Free');
});

test('what the PBX does not permit is said where it was asked for, and nothing is shown as paused', async () => {
  const services = ['setting/ping/act', 'pbx/trunks/search', 'pbx/users/search', 'pbx/queues/search'];
  desk = await openDesk({ pbx: { directory: 'full', accounts: [{ ...demoAccount, services }] } });
  const { page } = desk;
  const own = page.getByRole('button', { name: /^State of your phone/ });
  await own.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Pause in Sales' }).click();
  await expect(dialog.getByRole('alert')).toContainText('may not');
  await expect(dialog.getByRole('listitem')).toHaveText([/Sales.*Not known/, /پشتیبانی.*Not known/]);
});
