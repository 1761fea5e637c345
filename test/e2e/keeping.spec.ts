import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { keptFiles } from '../../electron/storage/keeping/kept-files.ts';
import { makeBackup } from '../../electron/storage/keeping/make-backup.ts';
import { dial, historyRows, openDesk, untilFree } from '../support/desk.ts';
import { firstPageOf, overwritePages, storeCalls, storeEvents } from '../support/kept-database.ts';
import { openSettings } from '../support/set-up-steps.ts';
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
  overwritePages(file, [firstPageOf(file, 'calls')]);
  writeFileSync(keptFiles(file).running, '');
  const damaged = readFileSync(file);

  const desk = await openDesk({ launch: { userDataDir } });
  const { app, page } = desk;
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('A backup took the place of the call history');
  await notices.getByRole('button', { name: /^A backup took the place/ }).click();
  const told = page.getByRole('dialog', { name: 'Notices' });
  const { keeping } = await app.state();
  expect(keeping.rescue?.missing?.fromMs).toBe(backup.ok ? backup.value.madeAtMs : null);
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

test('a backup made by hand is put in use again: what it holds is said before, and what was there is kept aside', async () => {
  const userDataDir = temporaryFolder();
  const database = mustOpen(join(userDataDir, 'dialdesk.sqlite'));
  storeCalls(database, 0, 4, Date.now() - 5 * hourMs);
  database.close();
  const desk = await openDesk({ launch: { userDataDir } });
  const { app, page } = desk;
  await openSettings(page, 'Keeping');
  await expect(page.getByText('There is no backup yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).click();
  const backups = page.getByRole('list', { name: 'Backups' });
  await expect(backups.getByRole('listitem')).toHaveCount(1);
  await expect(backups).toContainText('4 calls');
  await expect(backups).toContainText('Read through, good');
  const check = page.getByRole('region', { name: 'Check of the history' });
  await expect(check).toContainText('Not checked yet.');
  await check.getByRole('button', { name: 'Check now' }).click();
  await expect(check).toContainText('no damage');

  // Over, so that no card of it takes the place of the notice afterwards.
  await dial(page, '09120000001');
  await untilFree(desk);
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(page)).toHaveCount(5);
  await openSettings(page, 'Keeping');
  await backups.getByRole('button', { name: /^Restore the backup of/ }).click();
  const question = page.getByRole('dialog', { name: /^Put the backup of/ });
  await expect(question).toContainText('It holds 4 calls');
  await expect(question).toContainText('Now there are 5.');
  // The test starts it again by itself, to see what comes of it.
  await app.electron.evaluate(({ app: program }) => {
    program.relaunch = () => undefined;
  });
  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await question.getByRole('button', { name: 'Restore and start again' }).click();
  await ended;
  await desk.pbx.stop();

  const again = await openDesk({ launch: { userDataDir } });
  await expect(again.page.getByRole('region', { name: 'Notices' })).toContainText('The backup is in use');
  const { keeping } = await again.app.state();
  expect(keeping.rescue).toMatchObject({ cause: 'asked', eventsRead: 'all' });
  expect(readdirSync(join(userDataDir, keeping.rescue?.aside ?? ''))).toContain('dialdesk.sqlite');
  await again.page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(again.page).filter({ hasText: '0912 345 6789' })).toHaveCount(4);
  expect(again.app.complaints).toEqual([]);
  await again.leave();
});

test('what a rule takes is seen before it is in use; then old calls go, but for those with something to do', async () => {
  const userDataDir = temporaryFolder();
  const file = join(userDataDir, 'dialdesk.sqlite');
  const database = mustOpen(file);
  storeCalls(database, 0, 6, Date.now() - 800 * 24 * hourMs);
  storeCalls(database, 6, 9, Date.now() - 5 * hourMs);
  database.connection.exec(`
    INSERT INTO call_work (call_key, note, changed_at_ms) SELECT min(key), 'rang back', 0 FROM calls;
    INSERT INTO call_work (call_key, follow_up_at_ms, changed_at_ms) SELECT key, 5, 0 FROM calls ORDER BY key LIMIT 1 OFFSET 3`);
  database.close();
  const desk = await openDesk({ launch: { userDataDir } });
  const { page } = desk;
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(page)).toHaveCount(9);

  await openSettings(page, 'Keeping');
  await page.getByRole('button', { name: /Remove calls/ }).click();
  await page.getByRole('option', { name: 'After 12 months' }).click();
  const preview = page.getByRole('region', { name: 'This rule would remove now' });
  const fact = (name: string) => preview.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd');
  await expect(fact('Calls to be removed')).toHaveText('5');
  await expect(fact('with a note')).toHaveText('1');
  await expect(fact('Old, but kept')).toHaveText('1');
  expect((await desk.app.state()).settings.keeping).toEqual({ months: null, megabytes: null });
  await preview.getByRole('button', { name: 'Remove these' }).click();
  await expect(page.getByText(/^Removed last: 5 calls/)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('list', { name: 'Backups' })).toContainText('Before a removal');
  const next = page.getByRole('region', { name: 'The next removal takes' });
  await expect(next).toContainText('Old, but kept');

  await page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(page)).toHaveCount(4);
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
});
