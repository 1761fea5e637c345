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
  const requests = () => desk.pbx.requests.filter(({ path }) => path.endsWith('/pauseagent')).length;
  await expect(dialog.getByRole('button', { name: 'Pause in Sales' })).toBeDisabled();
  await expect(dialog.getByRole('button', { name: 'Pause in all queues' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // The key shows why, and asks for nothing.
  await page.keyboard.press('Control+Shift+P');
  await expect(dialog).toContainText('may not take you out of queues');
  expect(requests()).toBe(1);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await dialog.getByRole('button', { name: 'Pause in Sales' }).click();
  await expect.poll(requests).toBe(2);
  await expect(dialog.getByRole('button', { name: 'Pause in Sales' })).toBeDisabled();
});

test('a pause that names no queue is one of all, for header, dialog and key alike; two quick presses are one', async () => {
  desk = await openDesk({ pbx: { directory: 'full' } });
  const { page, pbx } = desk;
  const asked = (what: string) => pbx.requests.filter(({ path }) => path.endsWith(`/${what}agent`)).length;
  const own = page.getByRole('button', { name: /^State of your phone/ });
  const dialog = page.getByRole('dialog');
  await pbx.sendEvent('NewState', { exten: '557', state: 'Idle', queue: '901' });
  await expect(own).toHaveAccessibleName('State of your phone: Free');
  await pbx.sendEvent('NewState', { exten: '557', state: 'Pause' });
  await expect(own).toHaveAccessibleName('State of your phone: Paused');
  await own.click();
  await expect(dialog.getByRole('listitem')).toHaveText([/Sales.*Paused/, /پشتیبانی.*Paused/]);
  await expect(dialog.getByRole('button', { name: 'Resume in all queues' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.press('Control+Shift+P');
  await expect(own).toHaveAccessibleName(/: (Free|Paused)$/);
  await expect.poll(() => asked('resume')).toBe(2);
  await own.click();
  const all = dialog.getByRole('button', { name: /(Pause|Resume) in all queues/ });
  await expect(all).toBeEnabled();
  // Whether the second came in time to be taken for a wish of its own: it never asks for the same again.
  expect([0, 2]).toContain(asked('pause'));
  expect(asked('resume')).toBe(2);
});
