import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Tab, tabs } from '../../shared/tabs.ts';
import { connectEvents, currentCall, type Desk, historyRows, openDesk } from '../support/desk.ts';
import { holdAt } from '../support/hold-call.ts';
import { layoutShifts } from '../support/layout-shifts.ts';
import { passTime } from '../support/page-clock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const sizes = {
  narrow: { width: 400, height: 700 },
  wide: { width: 1080, height: 720 },
} as const;

const desks: Desk[] = [];

test.afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.leave();
});

/** `speed` so that most of a call happens long after the last key, when nothing may move any more. */
async function open(size: keyof typeof sizes, tab: Tab, speed = 3): Promise<Desk> {
  const userDataDir = temporaryFolder();
  const place = { x: 20, y: 40, ...sizes[size], maximised: false };
  writeFileSync(join(userDataDir, 'window.json'), JSON.stringify({ place, tab }));
  const desk = await openDesk({ pbx: { speed }, launch: { userDataDir } });
  desks.push(desk);
  return desk;
}

/** As an agent does it whose keypad is in sight already. */
async function dialHere(page: Page, number: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Phone number' }).focus();
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
}

const connection = (page: Page) => page.getByRole('status', { name: 'Connection' });

for (const size of ['narrow', 'wide'] as const) {
  for (const tab of tabs) {
    test(`nothing moves at a ${size} start on ${tab}`, async () => {
      const { page } = await open(size, tab);
      await expect(connection(page)).toContainText(/ready.*no event/i);
      expect(await layoutShifts(page)).toEqual([]);
    });
  }

  test(`nothing moves by itself from the first digit to the end of the first call and long after it, ${size}`, async () => {
    const { page, pbx, listener } = await open(size, 'keypad');
    await expect(connection(page)).toContainText(/no event/i);
    // Until the first event of all is sent, the card says that it may see nothing.
    pbx.setEventTarget(null);
    pbx.setSpeed(0.0001);
    await dialHere(page, '09120000001');
    await expect(currentCall(page)).toContainText(/no event has arrived/i);
    connectEvents(pbx, listener);
    holdAt({ pbx }, 'talking');
    pbx.setSpeed(3);
    await expect(currentCall(page)).toContainText(/talking/i);
    pbx.setSpeed(3);
    await expect(currentCall(page)).toContainText(/answered/i, { timeout: 30_000 });
    for (const minutes of [1, 55]) {
      await passTime(page, minutes * 60_000);
      await expect(connection(page)).toContainText(`${minutes === 1 ? 1 : 56} min ago`, { timeout: 10_000 });
    }
    expect(await layoutShifts(page)).toEqual([]);
  });

  test(`nothing moves at a ${size} start over a call that goes on, on History`, async () => {
    const { app, page, pbx } = await open(size, 'keypad', 10);
    await dialHere(page, '09120000012');
    await expect(currentCall(page)).toContainText(/talking/i);
    pbx.setSpeed(0.001);
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(historyRows(page).first()).toBeVisible();
    // As a start reads it: with the tab that was open.
    await page.reload();
    await expect(currentCall(page)).toContainText(/talking/i);
    await expect(historyRows(page).first()).toBeVisible();
    await expect.poll(async () => (await app.state()).pbx.state).toBe('reached');
    expect(await layoutShifts(page)).toEqual([]);
  });
}
