import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { demoAccount } from '../../../electron/demo-pbx/demo-pbx.ts';
import { createHistoryGaps } from '../../../electron/storage/history-gaps.ts';
import { keptFiles } from '../../../electron/storage/keeping/kept-files.ts';
import { makeBackup } from '../../../electron/storage/keeping/make-backup.ts';
import { type Desk, dial, openDesk, untilFree } from '../desk.ts';
import type { LaunchOptions } from '../dialdesk-app.ts';
import { overwritePages, storeCalls } from '../kept-database.ts';
import type { SizeName } from '../looks.ts';
import { openSettings } from '../set-up-steps.ts';
import { mustOpen } from '../temporary-database.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { act, type Screen } from '../walk-screens.ts';
import { keepCalls, workedDays } from '../worked-days.ts';
import { openTab } from './desk.ts';

const hourMs = 60 * 60 * 1000;
const leaveIt = ({ page }: Desk) => page.keyboard.press('Escape');
const rows = ({ page }: Desk) => page.getByRole('grid').getByRole('row');

async function openDetails(desk: Desk, size: SizeName) {
  await openTab(desk, 'History', size);
  await desk.page.getByRole('grid').focus();
  await desk.page.keyboard.press('Home');
  await desk.page.keyboard.press('Space');
  return desk.page.getByRole('article');
}

const screens: readonly Screen<Desk>[] = [
  {
    name: 'a damaged history, a backup in its place',
    sizes: ['narrow'],
    async show(desk, size) {
      const { page } = desk;
      await openTab(desk, 'History', size);
      const notice = page.getByRole('region', { name: 'Notices' }).getByRole('button').first();
      await notice.click();
      return page.getByRole('dialog');
    },
    hide: leaveIt,
  },
  {
    name: 'history, a gap in it',
    sizes: ['smallest', 'wide'],
    async prepare(desk) {
      const { page } = desk;
      await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' }).click();
    },
    async show(desk, size) {
      await openTab(desk, 'History', size);
      return rows(desk).filter({ has: desk.page.locator('.lucide-ear-off') });
    },
  },
  {
    name: 'history, days to choose',
    sizes: ['smallest', 'wide'],
    async show(desk, size) {
      const { page } = desk;
      await openTab(desk, 'History', size);
      await page.getByRole('button', { name: /^Filter/ }).click();
      await page.getByRole('button', { name: 'Choose days' }).click();
      return page.getByRole('grid').last();
    },
    hide: leaveIt,
  },
  {
    name: 'history, filters on',
    sizes: ['smallest', 'wide'],
    async show(desk, size) {
      const { page } = desk;
      await openTab(desk, 'History', size);
      await page.getByRole('button', { name: /^Filter/ }).click();
      await page.getByRole('dialog').getByText('Yesterday', { exact: true }).click();
      await page.getByRole('dialog').getByText('Outgoing', { exact: true }).click();
      await page.getByRole('dialog').getByText('Answered', { exact: true }).click();
      await page.keyboard.press('Escape');
      // The hint of the button that has the focus again is no part of it.
      await page.getByRole('grid').focus();
      return rows(desk);
    },
    async hide({ page }) {
      await page.getByRole('button', { name: 'Clear all' }).click();
    },
  },
  {
    name: 'history, nothing found',
    sizes: ['smallest'],
    async show(desk, size) {
      await openTab(desk, 'History', size);
      await desk.page.getByRole('searchbox').fill('no such call');
      return desk.page.getByRole('tabpanel').getByRole('heading');
    },
    hide: ({ page }) => page.getByRole('searchbox').fill(''),
  },
  {
    name: 'history, saved filters',
    sizes: ['smallest'],
    async prepare(desk) {
      const { page } = desk;
      await openTab(desk, 'History');
      await page.getByRole('searchbox').fill('0912');
      await page.getByRole('button', { name: 'Saved filters' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('Mobiles');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('Mobiles').waitFor();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.getByRole('searchbox').fill('');
    },
    async show(desk, size) {
      await openTab(desk, 'History', size);
      await desk.page.getByRole('button', { name: 'Saved filters' }).click();
      return desk.page.getByRole('dialog');
    },
    hide: leaveIt,
  },
  {
    name: 'numbers, how the calls ended',
    sizes: ['narrow', 'wide'],
    async prepare({ page }) {
      await page.keyboard.press('Control+b');
      await page.getByRole('region', { name: 'Numbers' }).getByText('Week', { exact: true }).click();
      // On its first day this week has no calls yet.
      await page.getByRole('button', { name: 'The week before' }).click();
      await page.keyboard.press('Escape');
    },
    async show({ page }) {
      await page.keyboard.press('Control+b');
      const view = page.getByRole('region', { name: 'Numbers' });
      await view.focus();
      await view.getByText(/^Answer rate: of/).scrollIntoViewIfNeeded();
      return page.locator('caption').last();
    },
    hide: leaveIt,
  },
  {
    name: 'history, a recording',
    sizes: ['smallest', 'wide'],
    async prepare(desk) {
      const { page } = desk;
      for (const number of ['09120000009', '09120000016']) {
        await dial(page, number);
        await untilFree(desk);
      }
      await page.getByRole('button', { name: 'Close this call' }).click();
      await openTab(desk, 'History');
    },
    async show(desk, size) {
      const { page } = desk;
      await openTab(desk, 'History', size);
      await page.locator('[data-control="open-recording"]').first().click();
      const play = page.getByRole('region', { name: 'Recording of a call' }).locator('[data-control="play-recording"]');
      await play.click();
      await page.getByRole('slider').waitFor();
      await expect
        .poll(() => page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0))
        .toBeGreaterThan(0.2);
      await page.evaluate(() => document.querySelector('audio')?.pause());
      await page.getByRole('slider').fill('40');
      return page.getByRole('slider');
    },
    hide: leaveIt,
  },
  {
    name: 'call details, what the PBX sent',
    sizes: ['narrow'],
    async show(desk, size) {
      const details = await openDetails(desk, size);
      await details.getByRole('button', { name: 'What the PBX sent' }).click();
      const sent = details.locator('pre').first();
      await sent.scrollIntoViewIfNeeded();
      return sent;
    },
    hide: leaveIt,
  },
  {
    name: 'call details, a time of its own',
    sizes: ['smallest'],
    async show(desk, size) {
      const details = await openDetails(desk, size);
      await details.getByRole('button', { name: 'Other time…' }).click();
      return details.getByRole('spinbutton');
    },
    async hide(desk) {
      await desk.page.getByRole('button', { name: 'Cancel' }).click();
      await leaveIt(desk);
    },
  },
  {
    name: 'keeping, a backup to restore',
    sizes: ['narrow'],
    async show({ page }) {
      await openSettings(page, 'Keeping');
      await page.getByRole('list', { name: 'Backups' }).getByRole('button').first().click();
      return page.getByRole('dialog');
    },
    hide: leaveIt,
  },
  {
    name: 'keeping, what a rule takes',
    sizes: ['smallest'],
    async show({ page }) {
      await openSettings(page, 'Keeping');
      await page.getByRole('button', { name: /Remove calls/ }).click();
      await page.getByRole('option', { name: 'After 12 months' }).click();
      await page.getByRole('region', { name: 'This rule would remove now' }).getByRole('definition').first().waitFor();
      return page.getByRole('tabpanel').getByRole('definition').first();
    },
    async hide({ page }) {
      await page.getByRole('button', { name: 'Cancel' }).click();
    },
  },
];

/** The calls of some days and two gaps in them, in a file that broke after its last backup. */
async function open(launch: LaunchOptions): Promise<Desk> {
  const userDataDir = temporaryFolder();
  const file = join(userDataDir, 'dialdesk.sqlite');
  const midnightMs = new Date().setHours(0, 0, 0, 0);
  keepCalls(userDataDir, workedDays(12, midnightMs - 1));
  const database = mustOpen(file);
  storeCalls(database, 0, 40, midnightMs - 800 * 24 * hourMs);
  const gaps = createHistoryGaps({ connection: database.connection, reportUnreadableRow: () => undefined });
  gaps.keep(
    'main',
    [
      // After the last call of a day, where it is in sight in the smallest window.
      { fromMs: midnightMs - 6 * hourMs, toMs: midnightMs - 5 * hourMs, reason: 'denied' },
      { fromMs: midnightMs - 60 * hourMs, toMs: midnightMs - 34 * hourMs, reason: 'failed' },
    ],
    { watchedUntilMs: Date.now() - 1000, readUntilMs: Date.now() - 1000 },
  );
  const calls = database.connection.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'calls'").get();
  database.close();
  makeBackup({ file, kind: 'daily', nowMs: midnightMs - 24 * hourMs });
  makeBackup({ file, kind: 'daily', nowMs: midnightMs - 4 * hourMs });
  overwritePages(file, [Number(calls?.['rootpage']) - 1]);
  writeFileSync(keptFiles(file).running, '');
  const services = ['setting/ping/act', 'call/originate/act', 'reports/audio/download'];
  return openDesk({
    afterCall: { outcomes: [{ code: 'sold', name: 'Sold', kind: 'success' }] },
    pbx: { speed: 300, accounts: [{ ...demoAccount, services }] },
    launch: { ...launch, userDataDir },
  });
}

export const keptCallsAct = act('kept calls', open, screens);
