import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { callsMeanwhile } from '../../electron/demo-pbx/calls-meanwhile.ts';
import { DemoPbx, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { createHistoryGaps } from '../../electron/storage/history-gaps.ts';
import { deskProvisioning, historyRows, listenerAddress } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const hourMs = 60 * 60 * 1000;

/** As if the program had been killed that long ago. */
function killedAt(userDataDir: string, atMs: number): void {
  const { connection, close } = mustOpen(join(userDataDir, 'dialdesk.sqlite'));
  const gaps = createHistoryGaps({ connection, reportUnreadableRow: () => undefined });
  expect(gaps.marks('main')).not.toBeNull();
  gaps.keepMarks('main', { watchedUntilMs: atMs, readUntilMs: atMs });
  close();
}

test('calls of the hours in which the program did not run are a gap, and come in when the account may read reports', async () => {
  const nowMs = Date.now();
  const meanwhile = { count: 600, fromMs: nowMs - 8 * hourMs, toMs: nowMs - 60_000 };
  const services = ['setting/ping/act', 'call/originate/act'];
  const pbx = new DemoPbx({ directory: 'empty', meanwhile, accounts: [{ ...demoAccount, services }] });
  const { address } = await pbx.start();
  const launch = { userDataDir: temporaryFolder(), provision: deskProvisioning(address) };
  const first = await launchDialdesk(launch);
  await listenerAddress(first);
  await first.kill();
  killedAt(launch.userDataDir, nowMs - 8 * hourMs);

  const app = await launchDialdesk(launch);
  const { page } = app;
  await page.getByRole('tab', { name: 'History' }).click();
  const gap = historyRows(page).filter({ hasText: 'No record of calls' });
  await expect(gap).toContainText('The account may not read reports.');
  const total = () =>
    page.evaluate(async () => {
      const answer = await window.dialer.request('call:list', { before: null, limit: 1 });
      return answer.ok ? answer.value.total : null;
    });
  expect(await total()).toBe(0);

  services.push('reports/cdr/search');
  await gap.getByRole('button', { name: 'Try again' }).click();
  const own = callsMeanwhile(meanwhile).filter(({ caller, callee }) => caller === '557' || callee === '557');
  await expect(page.getByRole('status').filter({ hasText: 'Calls added' })).toHaveText(`Calls added: ${own.length}.`, {
    timeout: 30_000,
  });
  await expect(gap).toHaveCount(0);
  await expect(historyRows(page).first()).toBeVisible();
  expect(await total()).toBe(own.length);

  // A computer that wakes up asks for the last hour, and doubles nothing.
  const searches = () => pbx.requests.filter(({ path }) => path.endsWith('reports/cdr/search')).length;
  const before = searches();
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  await page.evaluate(() => window.dialer.request('backfill:start', {}));
  await expect.poll(searches).toBeGreaterThan(before + 1);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const answer = await window.dialer.request('backfill:read', {});
        return answer.ok && answer.value.running === null && answer.value.done?.added === 0;
      }),
    )
    .toBe(true);
  expect(await total()).toBe(own.length);
  expect(app.complaints).toEqual([]);
  await app.close();
  await pbx.stop();
});
