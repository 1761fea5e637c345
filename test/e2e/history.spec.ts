import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openDatabase } from '../../electron/storage/database.ts';
import type { CallCursor } from '../../shared/ipc/call-contract.ts';
import type { RequestInput, RequestOutput } from '../../shared/ipc/contract.ts';
import { postMany } from '../support/ask.ts';
import { currentCall, type Desk, dial, historyRows, openDesk } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { resizeTo } from '../support/main-window.ts';
import { missCall } from '../support/missed-call.ts';

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

const setWidth = ({ app }: Desk, width: number) => resizeTo(app, width, 720);

/** The first row that is in sight as a whole, and where each of its parts begins. */
function topRow(page: Page) {
  return page.getByRole('grid', { name: 'Call history' }).evaluate((grid) => {
    const top = grid.getBoundingClientRect().top;
    const rows = [...grid.querySelectorAll('[role="row"]')];
    const row = rows.find((candidate) => candidate.getBoundingClientRect().top >= top - 1);
    return { index: Number(row?.getAttribute('aria-rowindex')), height: row?.getBoundingClientRect().height };
  });
}

test('the list keeps its place and its choice while the window grows from two lines a row to columns and back', async () => {
  const desk = await openDesk({ events: null });
  const { page } = desk;
  await setWidth(desk, 400);
  expect(await postMany(desk.listener, eventsUpTo(300))).toHaveLength(300);
  await openHistory(page);
  await expect(page.getByRole('grid', { name: 'Call history' })).toHaveAttribute('aria-rowcount', '300');
  await expect(historyRows(page).first()).toHaveAttribute('aria-rowindex', '1');
  await page.getByRole('grid', { name: 'Call history' }).hover();
  await page.mouse.wheel(0, 3000);
  await expect.poll(async () => (await topRow(page)).index).toBeGreaterThan(40);
  const narrow = await topRow(page);
  await page.locator(`[aria-rowindex="${narrow.index + 1}"]`).click();

  await setWidth(desk, 1080);
  await expect.poll(async () => (await topRow(page)).height).toBeLessThan(narrow.height ?? 0);
  expect(Math.abs((await topRow(page)).index - narrow.index)).toBeLessThanOrEqual(1);
  await expect(page.getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', String(narrow.index + 1));
  // Each part stands below its like.
  const starts = await historyRows(page).evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('bdi')].map((part) => Math.round(part.getBoundingClientRect().left))),
  );
  expect(new Set(starts.map((row) => row[0])).size).toBe(1);

  await setWidth(desk, 400);
  await expect.poll(async () => (await topRow(page)).height).toBe(narrow.height);
  expect(Math.abs((await topRow(page)).index - narrow.index)).toBeLessThanOrEqual(1);
  await desk.leave();
});

test('by keys: the first call is chosen on arrival, pages and ends are reached, and the chosen one stays in sight', async () => {
  const desk = await openDesk({ events: null });
  const { page } = desk;
  await postMany(desk.listener, eventsUpTo(50));
  const chosen = async () => Number(await page.getByRole('row', { selected: true }).getAttribute('aria-rowindex'));
  await openHistory(page);
  await expect(page.getByRole('grid', { name: 'Call history' })).toHaveAttribute('aria-rowcount', '50');
  await expect(historyRows(page).first()).toHaveAttribute('aria-rowindex', '1');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('grid', { name: 'Call history' })).toBeFocused();
  await expect.poll(chosen).toBe(1);
  await page.keyboard.press('PageDown');
  await expect.poll(chosen).toBeGreaterThan(4);
  const paged = await chosen();
  await expect(page.getByRole('row', { selected: true })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('PageUp');
  await expect.poll(chosen).toBe(2);
  await page.keyboard.press('End');
  await expect.poll(chosen).toBe(50);
  await expect(page.getByRole('row', { selected: true })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Home');
  await expect.poll(chosen).toBe(1);
  expect(paged).toBeLessThan(50);
  expect(desk.originates()).toEqual([]);
  await desk.leave();
});

test('calls that cannot be read: words where the reading stopped, and Try again goes on from there', async () => {
  const desk = await openDesk({ events: null });
  const { page } = desk;
  expect(await postMany(desk.listener, eventsUpTo(200))).toHaveLength(200);
  // The table is away for a while, as after a fault of the disk.
  const opened = openDatabase(join(desk.app.userDataDir, 'dialdesk.sqlite'));
  if (!opened.ok) throw new Error(opened.error.detail);
  const { connection } = opened.value;
  await page.reload();
  await openHistory(page);
  await expect(historyRows(page).first()).toHaveAttribute('aria-rowindex', '1');
  await expect(page.getByRole('grid', { name: 'Call history' })).toHaveAttribute('aria-rowcount', '200');
  connection.exec('ALTER TABLE calls RENAME TO calls_away');
  await page.getByRole('grid', { name: 'Call history' }).hover();
  await page.mouse.wheel(0, 20_000);
  const failed = page.getByRole('alert').filter({ hasText: 'Older calls could not be read.' });
  await expect(failed).toBeVisible();
  const readTo = async () => Math.max(...(await positions(page)));
  const toTheEnd = async () => {
    await page.getByRole('grid', { name: 'Call history' }).hover();
    await page.mouse.wheel(0, 20_000);
    return readTo();
  };
  expect(await readTo()).toBeLessThan(200);
  connection.exec('ALTER TABLE calls_away RENAME TO calls');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(toTheEnd, { intervals: [50] }).toBe(200);
  await expect(failed).toHaveCount(0);

  connection.exec('ALTER TABLE calls RENAME TO calls_away');
  await page.reload();
  await openHistory(page);
  await expect(page.getByRole('alert')).toContainText('The history could not be read');
  connection.exec('ALTER TABLE calls_away RENAME TO calls');
  connection.close();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(historyRows(page).first()).toHaveAttribute('aria-rowindex', '1');
  await expect.poll(toTheEnd, { intervals: [50] }).toBe(200);
  await expect(page.getByText('Older calls could not be read.')).toHaveCount(0);
  await desk.leave();
});

test('an empty history says what will stand here and leads to the number field, at any width', async () => {
  const desk = await openDesk({ events: null });
  for (const width of [400, 1080]) {
    await setWidth(desk, width);
    await openHistory(desk.page);
    await desk.page.getByRole('button', { name: 'Dial a number' }).click();
    await expect(desk.page.getByRole('textbox', { name: 'Phone number' })).toBeFocused();
  }
  await desk.leave();
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

test('a trunk that was only asked for is said to be that, one that the PBX named is shown, and no two words overlap', async () => {
  const desk = await openDesk({ identity: { trunkName: 'MCI' } });
  const { page } = desk;
  desk.pbx.setSpeed(50);
  for (const number of ['09120000002', '09120000004']) {
    await dial(page, number);
    await expect.poll(async () => (await desk.calls()).at(0)?.callee).toBe(number);
    await expect(currentCall(page)).toHaveAttribute('data-phase', 'ended', { timeout: 30_000 });
  }
  await setWidth(desk, 1080);
  await openHistory(page);
  const [unanswered, busy] = [historyRows(page).nth(0), historyRows(page).nth(1)];
  await expect(unanswered.getByText('asked for MCI', { exact: true })).toBeVisible();
  await expect(busy.getByText('MCI', { exact: true })).toBeVisible();
  await expect(busy.getByText('asked for')).toHaveCount(0);
  const outcome = await unanswered.getByText('Your phone was not answered').evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().right;
  });
  const trunk = await unanswered.getByText('asked for MCI').boundingBox();
  expect(outcome).toBeLessThan(trunk?.x ?? 0);
  // Who hides the number cannot be called back.
  await missCall(desk.pbx, 'anonymous');
  const hidden = historyRows(page).filter({ hasText: 'anonymous' });
  await expect(hidden).toContainText('Missed');
  await expect(hidden.getByRole('button')).toHaveCount(0);
  await expect(busy.getByRole('button')).toHaveCount(1);
  await desk.leave();
});
