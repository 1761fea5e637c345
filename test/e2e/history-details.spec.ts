import { expect, test } from '@playwright/test';
import { type Desk, dial, historyRows, openDesk, untilFree } from '../support/desk.ts';
import { plainLook, wear } from '../support/looks.ts';
import { resizeTo } from '../support/main-window.ts';

const copied = ({ app }: Desk) => app.electron.evaluate(({ clipboard }) => clipboard.readText());

test('details by keyboard: every step with its source, both ids to copy, what the PBX sent, the text of the call, and back to the row', async () => {
  const desk = await openDesk({ identity: { trunkName: 'MCI' } });
  const { page } = desk;
  await dial(page, '09120000001');
  await untilFree(desk);
  await page.keyboard.press('Control+3');
  const list = page.getByRole('grid', { name: 'Call history' });
  await expect(list).toBeFocused();
  await expect(historyRows(page)).toHaveCount(1);
  await page.keyboard.press('Space');
  const details = page.getByRole('article', { name: 'Call details' });
  await expect(details.getByRole('button', { name: 'Back to the history' })).toBeFocused();
  await expect(list).toHaveCount(0);
  const steps = details.getByRole('region', { name: 'Steps' }).getByRole('listitem');
  await expect(steps.first()).toContainText(/RequestedDialdesk/);
  await expect(steps.filter({ hasText: 'Talking' })).toContainText('NewState event');
  await expect(details.getByRole('region', { name: 'Way of the call' })).toContainText('557 · reached');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => copied(desk)).toContain('Call to 09120000001');
  expect(await copied(desk)).toMatch(/\d\d:\d\d:\d\d Your phone rang \(NewState event\)/);
  const [call] = await desk.calls();
  const id = details.getByRole('button', { name: 'Copy: Call id of the PBX' });
  await id.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => copied(desk)).toBe(call?.pbxCallIds[0]);

  const sent = details.getByRole('button', { name: 'What the PBX sent' });
  await sent.focus();
  await page.keyboard.press('Enter');
  const events = details.getByRole('list', { name: 'What the PBX sent' }).getByRole('listitem');
  await expect(events.filter({ hasText: 'OutgoingCall' }).first()).toContainText('09120000001');
  await expect(events.filter({ hasText: 'Cdr' }).first()).toContainText('"billsec"');
  const known = await events.count();
  const more = details.getByRole('button', { name: /^Show more: \d+ are left$/ });
  await expect(more).toHaveCount(0);
  // A PBX that repeats itself: what does not fit is said to be there, and read on from where the list ends.
  const repeated = { event_name: 'NewState', exten: '557', state: 'Idle', unique_id: call?.pbxCallIds[0] ?? '' };
  for (let at = 0; at < 110; at += 1) expect(await desk.pbx.sendEvent('NewState', { ...repeated, at })).toBe(200);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(more).toHaveText(`Show more: ${known + 10} are left`);
  await expect(events).toHaveCount(100);
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(events).toHaveCount(known + 110);
  await expect(more).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
  await expect(page.getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', '1');

  // A time of one's own: changed part by part, each told to screen readers, and read as a time in Persian too.
  await page.keyboard.press('Space');
  await details.getByRole('button', { name: 'Other time…' }).click();
  const year = page.locator('[data-type="year"]');
  const before = Number(await year.textContent());
  await year.press('ArrowUp');
  await year.press('ArrowUp');
  await expect(year).toHaveText(String(before + 2));
  await wear(page, { language: 'fa', theme: 'light' });
  const place = async (part: string) => (await page.locator(`[data-type="${part}"]`).boundingBox())?.x ?? 0;
  expect(await place('year')).toBeLessThan(await place('month'));
  expect(await place('hour')).toBeLessThan(await place('minute'));
  // The number pad has Latin digits only.
  const hour = page.locator('[data-type="hour"]');
  await hour.focus();
  await page.keyboard.type('17');
  await expect(hour).toHaveText('۱۷');
  await wear(page, plainLook);
  await expect(hour).toHaveText('17');
  for (let years = 0; years < 3; years += 1) await year.press('ArrowDown');
  await year.press('Enter');
  await expect(details.getByRole('alert')).toBeVisible();
  await year.press('ArrowUp');
  await year.press('Enter');
  await expect(details.getByRole('button', { name: 'Remove the follow-up' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();

  // With room for both the list keeps the keys; the arrow inwards goes on in the details.
  await resizeTo(desk.app, 1080, 720);
  await list.focus();
  await page.keyboard.press('ArrowRight');
  await expect(details).toBeVisible();
  await expect(list).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(details.getByRole('button', { name: 'Close the details' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await expect(list).toBeFocused();
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
});
