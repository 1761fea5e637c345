import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { keptFiles } from '../../electron/storage/keeping/kept-files.ts';
import { makeBackup } from '../../electron/storage/keeping/make-backup.ts';
import { historyRows, openDesk } from '../support/desk.ts';
import { overwritePages, pagesOf, storeCalls, storeEvents } from '../support/kept-database.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const hourMs = 60 * 60 * 1000;

test('a damaged call history at the start: a backup is in use, what may be missing is said, nothing was deleted', async () => {
  const userDataDir = temporaryFolder();
  const file = join(userDataDir, 'dialdesk.sqlite');
  const database = mustOpen(file);
  storeCalls(database, 0, 40, Date.now() - 5 * hourMs);
  const backup = makeBackup({ file, kind: 'daily', nowMs: Date.now() - 4 * hourMs });
  storeCalls(database, 40, 400, Date.now() - 3 * hourMs);
  await storeEvents(database, 0, 50);
  database.close();
  overwritePages(file, [Math.floor(pagesOf(file) / 2)]);
  writeFileSync(keptFiles(file).running, '');
  const damaged = readFileSync(file);

  const desk = await openDesk({ launch: { userDataDir } });
  const { app, page } = desk;
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('A backup took the place of the call history');
  await notices.getByRole('button', { name: /^A backup took the place/ }).click();
  const told = page.getByRole('dialog', { name: 'Notices' });
  const { keeping } = await app.state();
  expect(keeping.rescue?.missing.fromMs).toBe(backup.ok ? backup.value.madeAtMs : null);
  await expect(told).toContainText('may be missing. Nothing was deleted: the old files are in the folder');
  await expect(told).toContainText(keeping.rescue?.aside ?? 'no folder');
  await page.keyboard.press('Escape');

  const [aside] = readdirSync(userDataDir).filter((name) => name.startsWith('corrupt-'));
  expect(aside).toBe(keeping.rescue?.aside);
  expect(readFileSync(join(userDataDir, aside ?? '', 'dialdesk.sqlite')).equals(damaged)).toBe(true);
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(page).first()).toBeVisible();

  await notices.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('A backup took the place of the call history')).toHaveCount(0);
  expect((await app.state()).keeping).toEqual({ storage: null, rescue: null, backup: null });
  expect(app.complaints).toEqual([]);
  await desk.leave();
});
