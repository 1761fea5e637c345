import { expect } from '@playwright/test';
import type { Outcome } from '../../../shared/domain/after-call/outcome.ts';
import { type Desk, dial, openDesk, untilFree } from '../desk.ts';
import type { LaunchOptions } from '../dialdesk-app.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { act, type Screen } from '../walk-screens.ts';
import { keepCalls, workedDays } from '../worked-days.ts';
import { openTab } from './desk.ts';

const outcomes: Outcome[] = [
  { code: 'sold', name: 'Sold', kind: 'success' },
  { code: 'later', name: 'Call again', kind: 'open' },
  { code: 'wrong', name: 'Wrong number', kind: 'failure' },
];
const quarterMs = 15 * 60_000;

const rows = ({ page }: Desk) => page.getByRole('grid').getByRole('row');
const leaveIt = ({ page }: Desk) => page.keyboard.press('Escape');

/** Two calls that ended just now and ask for their outcome, with what an agent writes to a call. */
async function endTwoCalls(desk: Desk): Promise<void> {
  for (const number of ['09120000001', '09121234567']) {
    await dial(desk.page, number);
    await untilFree(desk);
  }
  const [call, other] = await desk.calls();
  if (call === undefined || other === undefined) throw new Error('The calls are not in the history');
  await desk.page.evaluate(
    async ({ callId, otherId, atMs, laterMs }) => {
      const { request } = window.dialer;
      await request('after-call:note', { callId, note: 'Wants the offer by letter; ask for Sara, not before 10' });
      await request('after-call:tags', { callId, tags: ['offer', 'new customer'] });
      await request('after-call:follow-up', { callId, atMs });
      await request('after-call:follow-up', { callId: otherId, atMs: laterMs });
    },
    { callId: call.id, otherId: other.id, atMs: Date.now() + quarterMs, laterMs: Date.now() + 8 * quarterMs },
  );
}

const screens: readonly Screen<Desk>[] = [
  {
    name: 'missed numbers of some days',
    sizes: ['narrow'],
    async show(desk, size) {
      await openTab(desk, 'History', size);
      await desk.page.locator('input[value="missed"]').check({ force: true });
      return rows(desk);
    },
    hide: ({ page }) => page.locator('input[value="calls"]').check({ force: true }),
  },
  {
    name: 'calls without outcome',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    prepare: endTwoCalls,
    async show(desk) {
      await desk.page.keyboard.press('Control+u');
      return rows(desk);
    },
    hide: leaveIt,
  },
  {
    name: 'follow-ups',
    sizes: ['narrow', 'smallest', 'wide'],
    async show(desk) {
      await desk.page.keyboard.press('Control+Shift+u');
      return rows(desk);
    },
    hide: leaveIt,
  },
  {
    name: 'call details',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    async show(desk, size) {
      await openTab(desk, 'History', size);
      await desk.page.getByRole('grid').focus();
      await desk.page.keyboard.press('Home');
      await desk.page.keyboard.press('Space');
      return desk.page.getByRole('article');
    },
    hide: leaveIt,
  },
  {
    name: 'history, its filter',
    sizes: ['narrow', 'smallest', 'wide'],
    async show(desk, size) {
      await openTab(desk, 'History', size);
      await desk.page.getByRole('button', { name: /^Filter/ }).click();
      return desk.page.getByRole('dialog');
    },
    hide: leaveIt,
  },
  {
    name: 'history, filtered',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare(desk) {
      await openTab(desk, 'History');
      await desk.page.getByRole('searchbox').fill('0912');
    },
    async show(desk, size) {
      await openTab(desk, 'History', size);
      return desk.page.locator('mark');
    },
  },
  {
    name: 'history, to a file',
    sizes: ['narrow', 'smallest', 'wide'],
    async show(desk, size) {
      await openTab(desk, 'History', size);
      await desk.page.keyboard.press('Control+Shift+e');
      return desk.page.getByRole('dialog');
    },
    hide: leaveIt,
  },
  ...(['Day', 'Month'] as const).map(
    (unit): Screen<Desk> => ({
      name: `numbers of a ${unit.toLowerCase()}`,
      sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
      async show({ page }) {
        await page.keyboard.press('Control+b');
        const view = page.getByRole('region', { name: 'Numbers' });
        await expect(view).toBeVisible();
        await view.getByText(unit, { exact: true }).click();
        await view.focus();
        // Of today there are two calls.
        if (unit === 'Day') await page.keyboard.press('PageUp');
        return page.getByRole('img').filter({ has: page.locator('canvas') });
      },
      hide: leaveIt,
    }),
  ),
];

async function open(launch: LaunchOptions): Promise<Desk> {
  const userDataDir = temporaryFolder();
  keepCalls(userDataDir, workedDays(12, new Date().setHours(0, 0, 0, 0) - 1));
  return openDesk({ afterCall: { outcomes }, launch: { ...launch, userDataDir } });
}

export const lookingBackAct = act('looking back', open, screens);
