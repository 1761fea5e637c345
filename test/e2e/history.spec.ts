import { expect, type Page, test } from '@playwright/test';
import type { CallCursor, RequestInput, RequestOutput } from '../../shared/ipc/contract.ts';
import { postMany } from '../support/ask.ts';
import { type Desk, historyRows, openDesk } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';

const firstStartMs = Date.UTC(2026, 0, 1);
const minuteMs = 60_000;

/** Call number `index` of extension 557, a minute after the one before, as a PBX tells of it. */
function callEvent(index: number) {
  const time = (atMs: number) => new Date(atMs).toISOString().replace('T', ' ').replace('Z', '000');
  const startedAtMs = firstStartMs + index * minuteMs;
  return {
    event_name: 'Cdr',
    starttime: time(startedAtMs),
    endtime: time(startedAtMs + 20_000),
    src: '557',
    dst: numberOf(index),
    type: 'outgoing',
    disposition: 'ANSWERED',
    duration: '20',
    billsec: 9,
    wait: 11,
    unique_id: `1767225600.${index}`,
  };
}

// The demo PBX refuses what ends in 9120000006 at once; whatever stands before makes it another number.
function numberOf(index: number): string {
  return `0${String(index).padStart(4, '0')}9120000006`;
}

function eventsUpTo(count: number) {
  return Array.from({ length: count }, (_, index) => callEvent(index));
}

function openHistory(page: Page) {
  return page.getByRole('tab', { name: 'History' }).click();
}

/** Positions in the whole list of the rows that exist now. */
function positions(page: Page): Promise<number[]> {
  return historyRows(page).evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
}

/** Of the whole history, page by page. */
function storedCallees(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const callees: string[] = [];
    let before: CallCursor | null = null;
    let full = true;
    while (full) {
      const input: RequestInput<'call:list'> = { before, limit: 200 };
      const answer: RequestOutput<'call:list'> = await window.dialer.request('call:list', input);
      if (!answer.ok) throw new Error(answer.error.code);
      const { calls } = answer.value;
      callees.push(...calls.map(({ callee }) => callee));
      const last = calls.at(-1);
      if (last !== undefined) before = { startedAtMs: last.startedAtMs, id: last.id };
      full = calls.length === input.limit;
    }
    return callees;
  });
}

test.describe('a desk with calls', () => {
  let desk: Desk;

  test.beforeEach(async () => {
    desk = await openDesk({ events: null });
  });

  test.afterEach(async () => {
    await desk.leave();
  });

  test('of a thousand calls only those in sight are rows; scrolling reads page after page to the very first', async () => {
    const { page } = desk;
    const count = 1000;
    expect(await postMany(desk.listener, eventsUpTo(count))).toHaveLength(count);
    await openHistory(page);
    const list = page.getByRole('grid', { name: 'Call history' });
    await expect(list).toHaveAttribute('aria-rowcount', String(count));
    await expect(historyRows(page).first()).toHaveAttribute('aria-rowindex', '1');
    expect(await historyRows(page).count()).toBeLessThan(50);

    await list.hover();
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 20_000);
          return (await positions(page)).at(-1);
        },
        { intervals: [50] },
      )
      .toBe(count);
    expect(await historyRows(page).count()).toBeLessThan(50);
    // The oldest of all is the last.
    expect((await historyRows(page).last().textContent())?.replaceAll(' ', '')).toContain(numberOf(0));
    expect(desk.app.complaints).toEqual([]);
  });

  test('newest first however they came in, and a new one appears at the top at once', async () => {
    const { page } = desk;
    const shuffled = [3, 0, 4, 1, 2];
    for (const index of shuffled) await postMany(desk.listener, [callEvent(index)]);
    await openHistory(page);
    await expect(historyRows(page)).toHaveCount(5);
    await postMany(desk.listener, [callEvent(9)]);
    await expect(historyRows(page)).toHaveCount(6);
    expect((await desk.calls()).map((call) => call.callee)).toEqual([9, 4, 3, 2, 1, 0].map(numberOf));
    expect(await positions(page)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('a click on a row only selects; its own button redials, and so does Enter on the selected row', async () => {
    const { page } = desk;
    await postMany(desk.listener, eventsUpTo(5));
    await openHistory(page);
    const rows = historyRows(page);
    await expect(rows).toHaveCount(5);
    const callees = () => desk.originates().map(({ body }) => (body as Record<string, string>)['callee']);

    await rows.nth(1).click();
    await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
    await rows.nth(2).dblclick();
    await expect(rows.nth(2)).toHaveAttribute('aria-selected', 'true');
    await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'false');
    expect(desk.originates()).toEqual([]);

    await page.keyboard.press('ArrowDown');
    await expect(rows.nth(3)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect.poll(callees).toEqual([numberOf(1)]);
    await expect(page.getByText('Requested operation failed').first()).toBeVisible();
    // The new call came in at the top.
    await expect(rows).toHaveCount(6);

    await rows
      .nth(1)
      .getByRole('button', { name: /^Redial/ })
      .click();
    await expect.poll(callees).toEqual([numberOf(1), numberOf(4)]);
    await expect(rows).toHaveCount(7);
    expect(desk.app.complaints).toEqual([]);
  });
});

test('killed in the middle of a burst of events: every one that was answered with 200 is there after the restart', async () => {
  const desk = await openDesk({ events: null });
  const killAfter = 150;
  const acknowledged: string[] = [];
  let killed: Promise<void> | null = null;
  await postMany(desk.listener, eventsUpTo(600), ({ dst }) => {
    acknowledged.push(dst);
    if (acknowledged.length === killAfter) killed = desk.app.kill();
  });
  await killed;
  await desk.pbx.stop();
  expect(acknowledged.length).toBeGreaterThanOrEqual(killAfter);
  expect(acknowledged.length).toBeLessThan(600);

  const again = await launchDialdesk({ userDataDir: desk.app.userDataDir });
  const callees = await storedCallees(again.page);
  expect(new Set(callees).size).toBe(callees.length);
  expect(acknowledged.filter((number) => !callees.includes(number))).toEqual([]);
  await openHistory(again.page);
  await expect(again.page.getByRole('grid', { name: 'Call history' })).toHaveAttribute(
    'aria-rowcount',
    String(callees.length),
  );
  await again.close();
});
