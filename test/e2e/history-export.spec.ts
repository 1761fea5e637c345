import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exportedCallsSchema } from '../../shared/domain/history/exported-call.ts';
import { chooses } from '../support/choose-file.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { keepCalls, workedDays } from '../support/worked-days.ts';

let desk: Desk;

test.afterEach(() => desk.leave());

test('the calls of the history go into a file as it was wished, by keyboard', async () => {
  const userDataDir = temporaryFolder();
  const calls = workedDays(4, Date.now() - 3_600_000);
  keepCalls(userDataDir, calls);
  desk = await openDesk({ launch: { userDataDir } });
  const { page } = desk;
  const folder = temporaryFolder();
  const table = join(folder, 'calls.csv');
  const amount = String(calls.length);

  await page.keyboard.press('Control+Shift+E');
  const form = page.getByRole('dialog', { name: 'Export calls' });
  const go = form.getByRole('button', { name: `Export ${amount} calls…` });
  await expect(go).toBeVisible();

  // Whoever closes the dialog of the system has no file, and is told of none.
  await chooses(desk.app, null);
  await go.press('Enter');
  await expect(go).toBeEnabled();
  await expect(form.getByText('calls are in')).toHaveCount(0);

  await chooses(desk.app, table);
  await form.getByText('Jalali', { exact: true }).click();
  await form.getByText('فارسی', { exact: true }).click();
  await go.press('Enter');
  await expect(form.getByText(`${amount} calls are in calls.csv`)).toBeVisible();
  const lines = readFileSync(table, 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(calls.length + 1);
  expect(lines[0]).toMatch(/^\ufeffتاریخ,ساعت,/);
  expect(lines[1]).toMatch(/^14\d\d-\d\d-\d\d,\d\d:\d\d:\d\d,/);

  await chooses(desk.app, join(folder, 'calls.json'));
  await form.getByText('JSON', { exact: true }).click();
  await go.press('Enter');
  await expect(form.getByText(`${amount} calls are in calls.json`)).toBeVisible();
  const file = exportedCallsSchema.parse(JSON.parse(readFileSync(join(folder, 'calls.json'), 'utf8')));
  expect(file.calls.map(({ id }) => id)).toEqual(calls.map(({ id }) => id));

  await chooses(desk.app, join(folder, 'missing', 'calls.json'));
  await go.press('Enter');
  await expect(form.getByText('calls.json could not be written.')).toBeVisible();
  expect(existsSync(join(folder, 'missing'))).toBe(false);
  expect(desk.app.complaints).toEqual([]);
});
