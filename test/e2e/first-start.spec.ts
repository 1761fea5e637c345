import { expect, test } from '@playwright/test';
import { currentCall, historyRows } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { notePhases } from '../support/phases-shown.ts';

test('from the first start to the first call on the demo PBX, by keyboard after one click', async () => {
  const app = await launchDialdesk();
  const { page } = app;
  await expect(page.getByRole('button', { name: 'Connect to Simotel' })).toBeVisible();
  await page.getByRole('button', { name: 'Try it with the demo PBX' }).click();

  const field = page.getByRole('textbox', { name: 'Phone number' });
  await expect(field).toBeFocused();
  await page.keyboard.type('۰۹۱۲ ۰۰۰ ۰۰۱۰');
  await expect(page.getByText(/09120000010/).first()).toBeVisible();
  const phases = await notePhases(page);
  await page.keyboard.press('Enter');

  const card = currentCall(page);
  await expect(card).toHaveAttribute('data-phase', 'ended', { timeout: 30_000 });
  await expect(card).toContainText(/answered/i);
  expect(await phases()).toEqual(expect.arrayContaining(['ringingCaller', 'ringingCallee', 'talking']));

  await page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(page)).toHaveCount(1);
  await expect(historyRows(page).first()).toContainText(/answered/i);
  expect(app.complaints).toEqual([]);
  await app.close();
});

test('the demo survives a restart with its history, and leaving it asks anew', async () => {
  const first = await launchDialdesk();
  await first.page.getByRole('button', { name: 'Try it with the demo PBX' }).click();
  await first.page.getByRole('textbox', { name: 'Phone number' }).fill('09120000006');
  await first.page.keyboard.press('Enter');
  await expect(first.page.getByText('Requested operation failed').first()).toBeVisible();
  await first.close();

  const second = await launchDialdesk({ userDataDir: first.userDataDir });
  await second.page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(second.page)).toHaveCount(1);
  await expect.poll(async () => (await second.state()).pbx.state).toBe('reached');
  await second.page.evaluate(() => window.dialer.request('demo:leave', {}));
  await expect(second.page.getByRole('button', { name: 'Try it with the demo PBX' })).toBeVisible();
  await second.close();
});

test('two instances with different folders run side by side', async () => {
  const [one, other] = await Promise.all([launchDialdesk(), launchDialdesk()]);
  await one.page.getByRole('button', { name: 'Try it with the demo PBX' }).click();
  await expect(one.page.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
  expect((await one.state()).settings.mode).toBe('demo');
  expect((await other.state()).settings.mode).toBe('unset');
  await Promise.all([one.close(), other.close()]);
});
