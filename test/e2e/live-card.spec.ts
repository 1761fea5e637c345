import { expect, type Page, test } from '@playwright/test';
import { currentCall, type Desk, type DeskOptions, dial, openDesk } from '../support/desk.ts';
import { comeTo, holdAt } from '../support/hold-call.ts';
import { resizeTo } from '../support/main-window.ts';
import { passTime } from '../support/page-clock.ts';

declare global {
  interface Window {
    /** What a screen reader would have been told politely, in order. */
    saidPolitely?: string[];
  }
}

let desk: Desk;

async function open(options: DeskOptions = {}): Promise<Page> {
  desk = await openDesk({ identity: { trunkName: 'MCI' }, ...options });
  return desk.page;
}

test.afterEach(async () => {
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
});

const phase = (page: Page, name: string) =>
  expect(currentCall(page)).toHaveAttribute('data-phase', name, { timeout: 20_000 });

test('each phase is said once, also when every event comes twice and out of order', async () => {
  const page = await open();
  await page.evaluate(() => {
    const said: string[] = [];
    window.saidPolitely = said;
    new MutationObserver(() => {
      const text = document.querySelector('main > [aria-live="polite"]')?.textContent ?? '';
      if (text !== '' && text !== said.at(-1)) said.push(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  desk.pbx.setSpeed(2);
  await dial(page, '09120000008');
  await phase(page, 'ended');
  await expect.poll(async () => (await desk.calls()).at(0)?.records.cdr?.disposition).toBe('answered');
  await desk.pbx.whenIdle();
  const said = (await page.evaluate(() => window.saidPolitely)) ?? [];
  expect(new Set(said).size).toBe(said.length);
  expect(said.at(-1)).toBe('Call ended: Answered');
  expect(said).toContain('Talking with 0 9 1 2 0 0 0 0 0 0 8');
});

test('the end of a call is said with its outcome, not before it is told', async () => {
  const page = await open();
  await page.evaluate(() => {
    const said: string[] = [];
    window.saidPolitely = said;
    new MutationObserver(() => {
      const card = document.querySelector('[data-phase="ended"]')?.querySelector('h2')?.textContent;
      if (card !== undefined && card !== said.at(-1)) said.push(card);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await dial(page, '09120000002');
  await expect(currentCall(page)).toContainText('Busy');
  const headlines = await page.evaluate(() => window.saidPolitely);
  expect(headlines).not.toContain('Outcome unknown');
  expect(headlines?.at(-1)).toBe('Busy');
});

test('the legs say where the call is, when, and by which event, to the eye, to keys and to screen readers', async () => {
  const page = await open();
  await comeTo(desk, 'ringingCaller', '09120000012');
  const way = page.getByRole('toolbar', { name: 'Way of the call' });
  await expect(way.getByRole('button')).toHaveCount(3);
  const own = way.getByRole('button', { name: /^Your phone: now\. Your phone rang, .* told by NewState event$/ });
  await expect(own).toBeVisible();
  await expect(way.getByRole('button', { name: 'Other party: not yet' })).toBeVisible();
  // Which trunk was asked for is no news of that trunk: the PBX took the request, and nobody was dialled yet.
  await expect(way.getByRole('button', { name: /^PBX: reached\. Accepted by the PBX/ })).toBeVisible();
  await expect(currentCall(page)).toContainText('asked for MCI');
  // A tooltip shows where the pointer came in while the card stood still.
  await expect(async () => {
    await page.mouse.move(5, 5);
    await own.hover();
    await expect(page.getByRole('tooltip')).toHaveText('Your phone rang, told by NewState event', { timeout: 3000 });
  }).toPass({ timeout: 15_000 });

  await comeTo(desk, 'talking');
  const other = way.getByRole('button', { name: /^Other party: reached\. Talking/ });
  await expect(other).toBeVisible();
  await expect(way.getByRole('button', { name: /^MCI: reached/ })).toBeVisible();
  await expect(currentCall(page)).toContainText('via MCI');
  // One stop for the Tab key; the arrows go along the legs, and each says the same to the keys.
  await way.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tooltip')).toHaveText('Accepted by the PBX, told by the PBX’s answer');
  await page.keyboard.press('ArrowRight');
  await expect(other).toBeFocused();
  // Pressed, it opens every step with time and source.
  const steps = page.getByRole('list', { name: 'Steps' });
  await expect(steps.getByText('OutgoingCall event')).not.toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(other).toHaveAttribute('aria-expanded', 'true');
  await expect(steps.getByText('OutgoingCall event')).toBeInViewport();
});

test('the card keeps its height from the first ringing to the end, and the keypad its place beside the history', async () => {
  const page = await open();
  await resizeTo(desk.app, 1080, 720);
  const five = page.getByRole('button', { name: '5', exact: true });
  holdAt(desk, 'ringingCaller');
  const field = page.getByRole('textbox', { name: 'Phone number' });
  await field.fill('09120000001');
  await field.press('Enter');
  await phase(page, 'ringingCaller');
  const place = await five.boundingBox();
  const heights = [(await currentCall(page).boundingBox())?.height];
  for (const name of ['ringingCallee', 'talking'] as const) {
    await comeTo(desk, name);
    heights.push((await currentCall(page).boundingBox())?.height);
    expect(await five.boundingBox()).toEqual(place);
  }
  desk.pbx.setSpeed(20);
  await expect(currentCall(page)).toContainText('Talked');
  heights.push((await currentCall(page).boundingBox())?.height);
  expect(new Set(heights).size).toBe(1);
  expect(await five.boundingBox()).toEqual(place);
});

test('over another tab the card is two lines, and opens on request', async () => {
  const page = await open();
  await comeTo(desk, 'ringingCaller', '09120000012');
  await page.getByRole('tab', { name: 'History' }).click();
  const card = currentCall(page);
  await expect(card).toContainText('Pick up your phone');
  expect((await card.boundingBox())?.height).toBeLessThanOrEqual(64);
  await card.getByRole('button', { name: 'Show the steps' }).click();
  await expect(card.getByText('NewState event').first()).toBeVisible();
  await card.getByRole('button', { name: 'Hide the steps' }).click();
  expect((await card.boundingBox())?.height).toBeLessThanOrEqual(64);
});

for (const [width, tab] of [
  [400, 'History'],
  [340, 'Keypad'],
] as const) {
  test(`on a card of two lines, ${width} px wide, the button to keep the call on top is in reach`, async () => {
    const page = await open();
    await resizeTo(desk.app, width, 560);
    await comeTo(desk, 'ringingCaller', '09120000012');
    await page.getByRole('tab', { name: tab }).click();
    const card = currentCall(page);
    await expect(card.getByRole('button', { name: 'Show the steps' })).toBeVisible();
    const keep = card.getByRole('button', { name: 'Keep on top' });
    await expect(keep).toBeInViewport({ ratio: 1 });
    expect((await card.boundingBox())?.height).toBeLessThanOrEqual(64);
    const smallWindows = () => desk.app.electron.windows().filter((window) => window.url().endsWith('#compact')).length;
    await keep.press('Enter');
    await expect(keep).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(smallWindows).toBe(1);
    await page.keyboard.press('Control+Shift+T');
    await expect(keep).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(smallWindows).toBe(0);
  });
}

test('each leg of a call that came to grief says what became of it, no more', async () => {
  const page = await open();
  await resizeTo(desk.app, 1080, 840);
  const way = page.getByRole('toolbar', { name: 'Way of the call' });
  const stop = (name: RegExp | string) => way.getByRole('button', { name, exact: true });
  const field = page.getByRole('textbox', { name: 'Phone number' });
  const call = async (number: string) => {
    await field.fill(number);
    await field.press('Enter');
  };
  await call('09120000003');
  await expect(stop(/^Other party: no answer\. Ended/)).toContainText('no answer', { timeout: 20_000 });
  await expect(stop(/^Your phone: reached/)).toBeVisible();
  await call('09120000006');
  await expect(stop(/^PBX: refused\. Ended/)).toBeVisible();
  await expect(stop('Your phone: not called')).toBeVisible();
  await expect(stop('Other party: not called')).toBeVisible();
  await desk.pbx.stop();
  await call('09120000002');
  await expect(stop(/^PBX: not sent\. Ended/)).toBeVisible();
  await expect(stop('Other party: not called')).toBeVisible();
});

test('who calls in during another call is named on its card, announced, and turned to by a button', async () => {
  const page = await open();
  await comeTo(desk, 'talking', '09120000012');
  const call = { unique_id: '1768545037.213' };
  await desk.pbx.sendEvent('IncomingCall', { ...call, number: '09331112233', entry_point: 'MCI' });
  const ringing = { exten: '557', state: 'Ringing', participant: '09331112233', direction: 'in' };
  await desk.pbx.sendEvent('NewState', { ...call, ...ringing });
  const card = currentCall(page);
  const incoming = card.getByRole('button', { name: 'Incoming: 0933 111 2233' });
  await expect(incoming).toBeVisible();
  await expect(card).toHaveAttribute('data-phase', 'talking');
  await expect(page.getByText('Incoming call from 0 9 3 3 1 1 1 2 2 3 3')).toHaveCount(1);
  await incoming.click();
  await phase(page, 'incoming');
  await expect(card.getByRole('button', { name: '+1 more call' })).toBeVisible();
});

test('of two calls one is shown, and a button turns to the other', async () => {
  const page = await open();
  await comeTo(desk, 'talking', '09120000012');
  // The own phone is in use: a second call has to be meant, by who has read that.
  await dial(page, '09121112233');
  await expect(page.getByText('Your phone is in use').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Phone number' }).press('Control+Enter');
  const card = currentCall(page);
  await expect(card).toHaveCount(1);
  await expect(card).toContainText('0912 111 2233');
  const more = card.getByRole('button', { name: '+1 more call' });
  await more.click();
  await expect(card).toContainText('0912 000 0012');
  await expect(card).toContainText(/Talking 00:/);
  await card.getByRole('button', { name: '+1 more call' }).press('Enter');
  await expect(card).toContainText('0912 111 2233');
  await expect(card.getByRole('button', { name: '+1 more call' })).toBeFocused();
  // By key from wherever the focus is, and round again; with one call there is no next one.
  await page.getByRole('textbox', { name: 'Phone number' }).focus();
  await page.keyboard.press('Control+j');
  await expect(card).toContainText('0912 000 0012');
  await page.keyboard.press('Control+j');
  await expect(card).toContainText('0912 111 2233');
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeFocused();
  const nextInMenu = () =>
    desk.app.electron.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById('next-call');
      return { label: item?.label, enabled: item?.enabled };
    });
  expect(await nextInMenu()).toEqual({ label: 'Next call under way', enabled: true });
  desk.pbx.setSpeed(1000);
  await phase(page, 'ended');
  await expect.poll(async () => (await nextInMenu()).enabled).toBe(false);
});

test('without events nothing beyond the answer is claimed', async () => {
  const page = await open({ events: null });
  const field = page.getByRole('textbox', { name: 'Phone number' });
  await field.fill('09120000001');
  await field.press('Enter');
  await phase(page, 'accepted');
  // The note that says so stands in place of the legs until they are asked for.
  await expect(currentCall(page)).toContainText('No event has arrived yet');
  await currentCall(page).getByRole('button', { name: 'Show the steps' }).click();
  const way = page.getByRole('toolbar', { name: 'Way of the call' });
  await expect(way.getByRole('button', { name: /^PBX: reached\. Accepted by the PBX/ })).toBeVisible();
  await expect(way.getByRole('button', { name: 'Your phone: unknown' })).toBeVisible();
  await expect(way.getByRole('button', { name: 'Other party: unknown' })).toBeVisible();
});

test('a call that was picked up and of which nothing more is heard says so, with the way to put it away', async () => {
  const page = await open();
  await comeTo(desk, 'callerAnswered', '09120000012');
  // Nobody talks, and nothing more is heard of it.
  desk.pbx.setEventTarget(null);
  const card = currentCall(page);
  const overdue = card.getByText('No end of this call was reported, and it may be over.');
  await expect(overdue).toHaveCount(0);
  await passTime(page, 125_000);
  // Also where the steps are hidden: it is not as usual.
  await expect(overdue).toBeVisible();
  await card.getByRole('button', { name: 'Remove from view' }).click();
  await expect(card).toHaveCount(0);
});

test('a call whose end event was lost is taken out of view by an action of its own, never by Esc', async () => {
  const page = await open();
  await comeTo(desk, 'talking', '09120000012');
  // Nothing more is heard of it.
  desk.pbx.setEventTarget(null);
  const card = currentCall(page);
  const remove = card.getByRole('button', { name: 'Remove from view' });
  await card.getByRole('button', { name: 'Show the steps' }).click();
  await expect(card.getByText('OutgoingCall event')).toBeVisible();
  await expect(remove).toHaveCount(0);
  // As after two minutes of talk: only the agent knows whether it goes on.
  await passTime(page, 125_000);
  await expect(card.getByText('No end of this call was reported yet.')).toBeVisible();
  await card.getByRole('button', { name: 'Hide the steps' }).click();
  await expect(remove).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Phone number' }).press('Escape');
  await page.keyboard.press('Control+d');
  await expect(card).toHaveAttribute('data-phase', 'talking');
  await expect(card.getByRole('button', { name: 'Close this call' })).toHaveCount(0);
  await card.getByRole('button', { name: 'Show the steps' }).press('Enter');
  await remove.press('Enter');
  await expect(card).toHaveCount(0);
  const [kept] = await desk.calls();
  expect(kept?.callee).toBe('09120000012');
});
