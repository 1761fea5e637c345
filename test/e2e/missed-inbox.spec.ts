import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  connectEvents,
  currentCall,
  type Desk,
  deskProvisioning,
  listenerAccount,
  listenerAddress,
  openDesk,
} from '../support/desk.ts';
import { type DialdeskApp, launchDialdesk } from '../support/dialdesk-app.ts';
import { missCall } from '../support/missed-call.ts';
import { mustOpen } from '../support/temporary-database.ts';

const missedRows = (page: Page) => page.getByRole('grid', { name: 'Missed calls by number' }).getByRole('row');
const tab = (page: Page) => page.getByRole('tab', { name: 'History', exact: true });

async function openMissed(page: Page): Promise<void> {
  await tab(page).click();
  await page.getByRole('radio', { name: /^Missed/ }).check({ force: true });
}

async function startAgain(desk: Desk, meanwhile: () => void = () => undefined): Promise<DialdeskApp> {
  const { address } = (await desk.app.state()).settings.pbx;
  await desk.app.close();
  meanwhile();
  const app = await launchDialdesk({ userDataDir: desk.app.userDataDir, provision: deskProvisioning(address) });
  connectEvents(desk.pbx, { address: await listenerAddress(app), ...listenerAccount });
  return app;
}

test('a number that called in vain waits, seen or not, until somebody talked with it', async () => {
  const desk = await openDesk();
  // The demo's callees: one answers, one is busy.
  await missCall(desk.pbx, '09120000002');
  await missCall(desk.pbx, '09120000001');
  await missCall(desk.pbx, '+989120000001');
  await openMissed(desk.page);
  await expect(missedRows(desk.page)).toHaveText([/912 000 0001.*Missed 2 times/, /912 000 0002.*Missed/]);
  await expect.poll(async () => (await desk.app.state()).missed).toEqual({ unhandled: 2, unseen: 0 });

  const again = await startAgain(desk);
  const { page } = again;
  await expect(tab(page)).toHaveAccessibleDescription('2 missed and not handled');
  await page.keyboard.press('Control+Shift+M');
  const [answers, busy] = [missedRows(page).filter({ hasText: '0001' }), missedRows(page).filter({ hasText: '0002' })];
  await expect(answers).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(busy).toContainText(/You tried.*Busy/, { timeout: 20_000 });
  await expect(busy).toContainText('Missed');
  await answers.getByRole('button', { name: 'Call back' }).click();
  await expect(missedRows(page)).toHaveCount(1, { timeout: 20_000 });
  await expect(tab(page)).toHaveAccessibleDescription('1 missed and not handled');
  await expect(currentCall(page)).toBeVisible();
  await page.getByRole('switch', { name: 'Handled' }).check({ force: true });
  await expect(answers).toContainText(/Missed 2 times.*You called back/);
  desk.pbx.setSpeed(1000);
  await desk.pbx.whenIdle();
  await again.close();
  await desk.pbx.stop();
});

test('calls in vain that were kept without saying so, as by an earlier version, wait soon after the start', async () => {
  const desk = await openDesk();
  await missCall(desk.pbx, '09120000001');
  await expect.poll(async () => (await desk.app.state()).missed.unhandled).toBe(1);
  const again = await startAgain(desk, () => {
    const { connection, close } = mustOpen(join(desk.app.userDataDir, 'dialdesk.sqlite'));
    connection.exec('DELETE FROM missed_signs');
    close();
  });
  await expect(tab(again.page)).toHaveAccessibleDescription('1 missed and not handled');
  await again.close();
  await desk.pbx.stop();
});

test('a colleague or the word of the agent ends the waiting, and another call in vain begins it anew', async () => {
  const desk = await openDesk({ pbx: { directory: 'full' } });
  const { page, pbx } = desk;
  await missCall(pbx, '09121110001');
  await missCall(pbx, '09122220002');
  await openMissed(page);
  await expect(missedRows(page)).toHaveCount(2);

  await expect.poll(async () => (await desk.calls()).length).toBe(2);
  const talk = { src: '558', dst: '09121110001', type: 'outgoing', disposition: 'ANSWERED' };
  await pbx.sendEvent('Cdr', { ...talk, unique_id: '1768545037.901' });
  await expect(missedRows(page)).toHaveText([/0912 222 0002/]);
  await page.getByRole('switch', { name: 'Handled' }).check({ force: true });
  await expect(missedRows(page).filter({ hasText: '0912 111 0001' })).toContainText('Leila Sadeghi called back');

  const waiting = missedRows(page).filter({ hasText: '0912 222 0002' });
  await waiting.click();
  await page.getByRole('grid').press('Delete');
  await expect(waiting).toContainText('Marked as handled');
  await expect.poll(async () => (await desk.app.state()).missed.unhandled).toBe(0);
  await page.keyboard.press('Control+Z');
  await expect(waiting).not.toContainText('Marked as handled');
  await waiting.getByRole('button', { name: 'Mark 0912 222 0002 as handled' }).click();
  await expect(page.getByText('Handled: 0912 222 0002')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await waiting.getByRole('button', { name: 'Mark 0912 222 0002 as handled' }).click();
  await expect(waiting).toContainText('Marked as handled');

  await missCall(pbx, '+989122220002');
  await expect(tab(page)).toHaveAccessibleDescription('1 missed and not handled');
  await expect(missedRows(page).first()).toHaveText(/912 222 0002.*Missed(?! 2)/);
  await desk.leave();
});
