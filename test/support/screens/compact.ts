import { expect, type Page } from '@playwright/test';
import type { CallPhase } from '../../../renderer/features/active-call/call-phase.ts';
import { type Desk, dial, openDesk } from '../desk.ts';
import { comeTo } from '../hold-call.ts';
import type { SizeName } from '../looks.ts';
import { act, type Screen } from '../walk-screens.ts';

/** The small window; it is open from the first screen that shows it on. */
async function compactPage({ app }: Desk): Promise<Page> {
  await app.page.evaluate(() => window.dialer.request('window:compact', { open: true }));
  const found = () => app.electron.windows().find((page) => page.url().endsWith('#compact'));
  await expect.poll(() => found() !== undefined).toBe(true);
  const page = found();
  if (page === undefined) throw new Error('There is no small window');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page;
}

/** Its size goes with the zoom alone, never with that of the main window. */
function compact(
  name: string,
  phase: CallPhase | 'none',
  prepare: (desk: Desk) => Promise<unknown>,
  sizes: readonly SizeName[] = ['narrow'],
): Screen<Desk> {
  return {
    name: `small window, ${name}`,
    sizes,
    prepare,
    show: async (desk) => (await compactPage(desk)).locator(`[data-phase="${phase}"]`),
  };
}

const caller = '09331112233';
const cameIn = { unique_id: '1768545037.213' };

async function callComesIn({ page, pbx }: Desk): Promise<void> {
  await pbx.sendEvent('IncomingCall', { ...cameIn, number: caller, entry_point: 'MCI' });
  const ringing = { exten: '557', state: 'Ringing', participant: caller, direction: 'in' };
  await pbx.sendEvent('NewState', { ...cameIn, ...ringing });
  await page.locator('[data-phase="incoming"]').waitFor();
}

/** The caller hung up before anybody answered. */
async function callIsCancelled({ page, pbx }: Desk): Promise<void> {
  const time = new Date().toISOString().replace('T', ' ').replace('Z', '000');
  const parties = { src: caller, dst: '557', type: 'incoming', disposition: 'CANCEL' };
  await pbx.sendEvent('Cdr', {
    ...cameIn,
    ...parties,
    starttime: time,
    endtime: time,
    duration: '9',
    billsec: 0,
    wait: 9,
  });
  await page.locator('[data-phase="ended"]').waitFor();
}

const screens: readonly Screen<Desk>[] = [
  {
    name: 'call, incoming',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    prepare: callComesIn,
    show: ({ page }) => page.locator('[data-phase="incoming"]'),
  },
  compact('a call comes in', 'incoming', async () => undefined),
  {
    name: 'call, ended: cancelled',
    sizes: ['narrow', 'smallest', 'wide'],
    prepare: callIsCancelled,
    show: ({ page }) => page.locator('[data-phase="ended"]'),
  },
  compact('cancelled', 'ended', async () => undefined),
  compact('no call', 'none', ({ page }) => page.getByRole('button', { name: 'Close this call' }).click()),
  compact('your phone rings', 'ringingCaller', (desk) => comeTo(desk, 'ringingCaller', '09120000012')),
  compact('the other phone rings', 'ringingCallee', (desk) => comeTo(desk, 'ringingCallee')),
  compact('talking', 'talking', (desk) => comeTo(desk, 'talking'), ['narrow', 'zoomed']),
  compact('unconfirmed', 'unconfirmed', async (desk) => {
    desk.pbx.setSpeed(1000);
    await desk.pbx.whenIdle();
    desk.pbx.setEventTarget(null);
    await dial(desk.page, '09120000007');
    await desk.page.locator('[data-phase="unconfirmed"]').waitFor({ timeout: 20_000 });
  }),
];

export const compactAct = act(
  'calls that come in and the small window',
  (launch) => openDesk({ launch, identity: { timeoutSeconds: 120, callLimitSeconds: 600 } }),
  screens,
);
