import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Outcome } from '../../shared/domain/after-call/outcome.ts';
import {
  connectEvents,
  currentCall,
  type Desk,
  deskProvisioning,
  dial,
  listenerAddress,
  openDesk,
} from '../support/desk.ts';
import { openDesktop } from '../support/desktop.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { comeTo, phaseCard } from '../support/hold-call.ts';
import { resizeTo } from '../support/main-window.ts';
import { startNotificationServer, withoutMarks } from '../support/notification-server.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { openSettings } from '../support/set-up-steps.ts';

const cleanUps: (() => Promise<unknown> | unknown)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const outcomes: readonly Outcome[] = [
  { code: 'sold', name: 'Sold', kind: 'success' },
  { code: 'later', name: 'Call again', kind: 'open' },
  { code: 'wrong', name: 'Wrong number', kind: 'failure' },
];

/** Every call of a test that nothing holds ends within moments. */
const fast = 1000;

const workOf = (page: Page, callId: string) =>
  page.evaluate(async (id) => {
    const answer = await window.dialer.request('after-call:read', { callIds: [id] });
    return answer.ok ? answer.value.works[0] : null;
  }, callId);

const newestId = async (desk: Desk) => (await desk.calls())[0]?.id ?? '';

const pressed = (button: Locator) => expect(button).toHaveAttribute('aria-pressed', 'true');

/** Lets the call that is held go on to its end. */
async function endCall({ pbx, page }: Desk): Promise<void> {
  pbx.setSpeed(fast);
  await pbx.whenIdle();
  await phaseCard({ page }, 'ended').waitFor();
}

test('a note typed while the call lives is there after a kill and a restart, and is said before the number is dialled again', async () => {
  const desk = await openDesk();
  const { page, app } = desk;
  await comeTo(desk, 'talking', '09121112233');
  const id = await newestId(desk);
  const note = currentCall(page).getByRole('textbox', { name: 'Note' });
  await page.keyboard.press('Control+I');
  await expect(note).toBeFocused();
  await page.keyboard.type('Call after 15, ask for Sara');
  await expect.poll(async () => (await workOf(page, id))?.note).toBe('Call after 15, ask for Sara');
  // A paste that has no room: how much of it was left out is said below the field, not beside it, and it can be taken back.
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('x'.repeat(6000)));
  await page.keyboard.press('Control+V');
  await expect(note).toHaveValue(/^Call after 15, ask for Sarax+$/);
  await expect(page.getByText('2027 characters of the pasted text had no room: 4000 fit at most.')).toBeVisible();
  expect((await note.boundingBox())?.width).toBeGreaterThan(200);
  await page.keyboard.press('Control+Z');
  await expect(note).toHaveValue('Call after 15, ask for Sara');
  await expect.poll(async () => (await workOf(page, id))?.note).toBe('Call after 15, ask for Sara');
  await app.kill();

  const again = await launchDialdesk({ userDataDir: app.userDataDir });
  cleanUps.push(async () => {
    expect(again.complaints).toEqual([]);
    await again.close();
    await desk.pbx.stop();
  });
  await again.page.getByRole('textbox', { name: 'Phone number' }).fill('09121112233');
  await expect(again.page.getByText('Call after 15, ask for Sara').last()).toBeVisible();
  expect((await workOf(again.page, id))?.note).toBe('Call after 15, ask for Sara');
});

test('a key gives the outcome after a call, a further call puts the earlier one into the queue, and digits go through it', async () => {
  const desk = await openDesk({ afterCall: { outcomes: [...outcomes] } });
  const { page, app } = desk;
  cleanUps.push(async () => {
    expect(app.complaints).toEqual([]);
    await desk.leave();
  });
  const panel = page.getByRole('region', { name: 'After the call' });
  const field = page.getByRole('textbox', { name: 'Phone number' });

  await comeTo(desk, 'talking', '09121110001');
  await endCall(desk);
  const firstId = await newestId(desk);
  await expect(field).toBeFocused();
  // Digits are typed as ever, until the outcomes have the focus.
  await page.keyboard.type('12');
  await expect(field).toHaveValue('12');
  await field.fill('');
  await panel.getByRole('group', { name: 'Outcome' }).getByRole('button').first().focus();
  await page.keyboard.press('2');
  await pressed(panel.getByRole('button', { name: 'Call again' }));
  await expect(field).toHaveValue('');
  await page.keyboard.press('Alt+3');
  await pressed(panel.getByRole('button', { name: 'Wrong number' }));
  expect(await workOf(page, firstId)).toMatchObject({ outcome: 'wrong', awaitsOutcome: false });

  for (const number of ['09121110002', '09121110003']) {
    await dial(page, number, 'Control+Enter');
    await expect(currentCall(page)).toContainText(number.slice(-4));
    await desk.pbx.whenIdle();
    await phaseCard(desk, 'ended').waitFor();
  }
  await expect.poll(async () => (await app.state()).afterCall.awaiting).toBe(2);
  await page.getByRole('tab', { name: 'History' }).click();
  // Under a card and over the tabs of the smallest window there is room for some rows.
  await resizeTo(app, 340, 560);
  await expect(phaseCard(desk, 'ended')).toBeVisible();
  const room = await page.getByRole('grid', { name: 'Call history' }).boundingBox();
  expect(room?.height).toBeGreaterThan(230);
  await resizeTo(app, 400, 700);
  await page.getByRole('button', { name: '2 calls without outcome' }).click();
  const queue = page.getByRole('grid', { name: 'Calls without outcome' });
  await expect(queue).toBeFocused();
  await expect(queue.getByRole('row')).toHaveCount(2);
  // What stands in the place of the calls gives way to what is asked for by its key.
  await page.keyboard.press('Control+B');
  await expect(page.getByRole('region', { name: 'Numbers' })).toBeVisible();
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('dialog', { name: 'Saved filters' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+U');
  await expect(page.getByRole('grid', { name: 'Follow-ups' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Follow-ups' })).toBeVisible();
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByRole('dialog', { name: 'Export calls' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+U');
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('grid', { name: 'Call history' })).toBeFocused();
  await page.keyboard.press('Control+U');
  await expect(queue).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Note' }).last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(queue).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.getByText('0003: Sold')).toBeVisible();
  await expect(queue.getByRole('row')).toHaveCount(1);
  await page.keyboard.press('Control+Z');
  await expect(queue.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('1');
  await expect(queue.getByRole('row')).toHaveCount(1);
  await page.keyboard.press('3');
  await expect(page.getByText('Every call has its outcome')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(queue.getByRole('row')).toHaveCount(1);
  // Wherever the focus is, Escape goes back to the calls, and into their list.
  await page.getByRole('button', { name: 'Back to all calls' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Call history' })).toBeFocused();
  await app.kill();

  const again = await launchDialdesk({ userDataDir: app.userDataDir });
  await expect.poll(async () => (await again.state()).afterCall.awaiting).toBe(1);
  await again.close();
});

test('a follow-up is told by the desktop when it is due, missed ones at the start, and Enter calls', async () => {
  test.skip(process.platform !== 'linux', 'talks to the notifications of a Linux desktop');
  const bus = await startSessionBus();
  cleanUps.push(() => bus.stop());
  const server = await startNotificationServer(bus);
  const desktop = await openDesktop();
  cleanUps.push(() => desktop.close());
  const env = { ...bus.env, ...desktop.env };
  const desk = await openDesk({ launch: { env } });
  const { page, app, pbx } = desk;
  await comeTo(desk, 'talking', '09121112233');
  await endCall(desk);
  const id = await newestId(desk);
  await page.getByRole('textbox', { name: 'Note' }).fill('Wants the blue one');
  await page.getByRole('button', { name: 'Follow up' }).click();
  await page.getByRole('group', { name: 'Follow up' }).getByRole('button', { name: 'In 1 h' }).click();
  await expect.poll(async () => (await workOf(page, id))?.followUpAtMs).toBeGreaterThan(Date.now() + 3_000_000);
  // In its place, so that it is due soon.
  await page.evaluate(
    async (callId) => window.dialer.request('after-call:follow-up', { callId, atMs: Date.now() + 1500 }),
    id,
  );
  await expect.poll(server.titles).toContain('Follow up: 0912 111 2233');
  expect(withoutMarks(server.shown().at(-1)?.body ?? '')).toContain('Wants the blue one');
  const { address } = (await app.state()).settings.pbx;
  await app.close();

  const again = await launchDialdesk({ userDataDir: app.userDataDir, env, provision: deskProvisioning(address) });
  cleanUps.push(async () => {
    expect(again.complaints).toEqual([]);
    await again.close();
    await pbx.stop();
  });
  await expect.poll(() => server.all().filter(({ title }) => title.startsWith('Follow up')).length).toBe(2);
  await expect.poll(async () => (await again.state()).pbx.state).toBe('reached');
  pbx.setSpeed(fast);
  connectEvents(pbx, { ...desk.listener, address: await listenerAddress(again) });
  server.click(server.shown().at(-1));
  const list = again.page.getByRole('grid', { name: 'Follow-ups' });
  await expect(list).toBeFocused();
  await expect(list.getByRole('row')).toContainText(['Wants the blue one']);
  const before = pbx.requests.filter(({ path }) => path.endsWith('/call/originate/act')).length;
  await again.page.keyboard.press('Enter');
  await expect
    .poll(() => pbx.requests.filter(({ path }) => path.endsWith('/call/originate/act')).length)
    .toBe(before + 1);
  // The talk did what it was noted for: that is said, and can be taken back.
  await expect.poll(async () => (await again.state()).afterCall.open).toBe(0);
  await expect(list.getByRole('row')).toContainText(['Talked']);
  await expect.poll(server.titles).toEqual([]);
  await list.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await again.state()).afterCall.open).toBe(1);
});

test('outcomes come from the administrator’s file and are added, ordered, renamed and removed in the settings', async () => {
  const desk = await openDesk({ afterCall: { outcomes: outcomes.slice(0, 2) } });
  const { page, app } = desk;
  cleanUps.push(async () => {
    expect(app.complaints).toEqual([]);
    await desk.leave();
  });
  await openSettings(page, 'After the call');
  const list = page.getByRole('list', { name: 'Outcomes in the order of their keys' });
  await expect(list.getByRole('listitem')).toContainText(['Sold', 'Call again']);
  await page.getByRole('button', { name: 'Add an outcome' }).click();
  await page.keyboard.type('Not interested');
  await expect(page.getByRole('textbox', { name: 'Code' })).toHaveValue('not-interested');
  await page.getByText('No success').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Move Not interested up' }).click();
  await expect(list.getByRole('listitem')).toContainText(['Sold', 'Not interested', 'Call again']);
  await page.getByRole('button', { name: 'Edit Call again' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Call tomorrow');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove Sold' }).click();
  await expect(list.getByRole('listitem')).toContainText(['Not interested', 'Call tomorrow']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(3);
  expect((await app.state()).settings.afterCall.outcomes).toEqual([
    { code: 'sold', name: 'Sold', kind: 'success' },
    { code: 'not-interested', name: 'Not interested', kind: 'failure' },
    { code: 'later', name: 'Call tomorrow', kind: 'open' },
  ]);
  await comeTo(desk, 'talking', '09121112233');
  await expect(currentCall(page).getByRole('group', { name: 'Outcome' }).getByRole('button')).toContainText([
    'Sold',
    'Not interested',
    'Call tomorrow',
  ]);
});
