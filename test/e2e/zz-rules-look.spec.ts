import { expect, test } from '@playwright/test';
import { openDesk } from '../support/desk.ts';

test('look', async () => {
  const desk = await openDesk();
  const { page, app } = desk;
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.locator('[data-group="dialRules"]').click();
  await page.screenshot({ path: '/tmp/rules-empty.png' });
  await page.getByRole('button', { name: 'Rules for Iran' }).click();
  await expect(page.getByRole('list', { name: 'Rules in their order' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Numbers, one a line' }).fill('09123456789\n9123456789\n9092301010\n558\nabc');
  await page.setViewportSize({ width: 1080, height: 1500 });
  await page.screenshot({ path: '/tmp/rules-wide.png' });
  await page.setViewportSize({ width: 340, height: 1700 });
  await page.screenshot({ path: '/tmp/rules-narrow.png' });
  await page.getByRole('button', { name: 'Edit Mobile', exact: true }).click();
  await page.screenshot({ path: '/tmp/rules-form.png' });
  await page.getByRole('textbox', { name: 'Put before' }).fill('9');
  await page.getByRole('textbox', { name: 'Trunk' }).first().fill('MCI');
  await page.getByRole('button', { name: 'Save the rule' }).click();
  await page.getByRole('button', { name: 'Delete International' }).click();
  await app.page.evaluate(() => window.dialer.request('settings:update', { ui: { language: 'fa', theme: 'dark' } }));
  await page.setViewportSize({ width: 400, height: 1500 });
  await page.waitForTimeout(400);
  await page.screenshot({ path: '/tmp/rules-fa.png' });
  await desk.leave();
});
