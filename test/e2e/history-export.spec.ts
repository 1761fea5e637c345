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

  // Half written: how far it is and the way out are seen without scrolling. With the panel closed its button says so, and then what
  // became of it.
  await desk.app.electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () =>
      new Promise((resolve) => {
        Reflect.set(globalThis, 'choose', (filePath: string) => resolve({ canceled: false, filePath }));
      });
  });
  await go.press('Enter');
  await desk.app.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.send('history-export:progress', { calls: 2 });
  });
  await expect(form.getByText(`2 of ${amount}`)).toBeInViewport({ ratio: 1 });
  await expect(form.getByRole('button', { name: 'Cancel' })).toBeInViewport({ ratio: 1 });
  await expect(form.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Exporting' })).toBeVisible();
  const missing = join(folder, 'missing', 'calls.json');
  await desk.app.electron.evaluate((_electron, path) => Reflect.get(globalThis, 'choose')(path), missing);
  await page.getByRole('button', { name: 'calls.json could not be written.' }).click();
  await expect(form.getByText('calls.json could not be written.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Export…' })).toBeVisible();
  expect(existsSync(join(folder, 'missing'))).toBe(false);
  expect(desk.app.complaints).toEqual([]);
});
