import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { EventFields } from '../../electron/demo-pbx/demo-pbx-types.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';

const folder = join(import.meta.dirname, '..', '..', 'out', 'pictures');
const sizes = { narrow: { width: 400, height: 700 }, wide: { width: 1080, height: 720 } } as const;

/** Tabs in their order, by their place: their names depend on the language. */
const tabIndex = { keypad: 0, history: 1, settings: 2 } as const;

const settingsGroup = { connection: 0, identity: 1, events: 3 } as const;

/** In a narrow window an open group stands in the place of the list, with the way back as its first button. */
async function openGroup(page: Page, index: number): Promise<void> {
  const groups = page.getByRole('navigation');
  if (!(await groups.isVisible())) await page.getByRole('tabpanel').getByRole('button').first().click();
  await groups.getByRole('button').nth(index).click();
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

for (const language of ['en', 'fa'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every main screen in ${language}, ${theme}, narrow and wide, shows without a complaint`, async () => {
      const desk = await openDesk({ ui: { language, theme, calendar: language === 'fa' ? 'persian' : 'gregorian' } });
      const { page, app } = desk;
      const resize = (size: { width: number; height: number }) =>
        app.electron.evaluate(({ BrowserWindow }, { width, height }) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
        }, size);
      const go = async (tab: keyof typeof tabIndex, size: keyof typeof sizes) => {
        // Beside the keypad there is no tab for it.
        const index = size === 'wide' ? tabIndex[tab] - 1 : tabIndex[tab];
        if (index >= 0) await page.getByRole('tab').nth(index).click();
      };
      for (const [round, number] of ['09120000002', '09120000009', '558', '09120000010'].entries()) {
        await page.evaluate(
          (destination) => window.dialer.request('call:originate', { destination, trunkName: null }),
          number,
        );
        await expect.poll(async () => (await desk.calls()).filter((call) => call.records.cdr).length).toBe(round + 1);
      }
      for (const [name, size] of Object.entries(sizes) as [keyof typeof sizes, { width: number; height: number }][]) {
        await resize(size);
        await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(size.width);
        const prefix = `${language}-${theme}-${name}`;
        await go('keypad', name);
        await picture(page, `${prefix}-ended`);
        await go('history', name);
        await expect(page.getByRole('grid').getByRole('row').first()).toBeVisible();
        await picture(page, `${prefix}-history`);
        await go('settings', name);
        await picture(page, `${prefix}-settings`);
        await openGroup(page, settingsGroup.events);
        await picture(page, `${prefix}-settings-events`);
        await openGroup(page, settingsGroup.connection);
        await picture(page, `${prefix}-settings-connection`);
        await go('keypad', name);
      }
      desk.pbx.setSpeed(2);
      await page.evaluate(() =>
        window.dialer.request('call:originate', { destination: '09120000001', trunkName: null }),
      );
      await expect(page.locator('[data-phase]')).toHaveAttribute('data-phase', 'talking', {
        timeout: 20_000,
      });
      await picture(page, `${language}-${theme}-wide-talking`);
      await resize(sizes.narrow);
      await picture(page, `${language}-${theme}-narrow-talking`);
      await desk.pbx.whenIdle();
      expect(app.complaints).toEqual([]);
      await desk.leave();
    });
  }
}

const english = { language: 'en', theme: 'light' } as const;
const persian = { language: 'fa', theme: 'dark', calendar: 'persian' } as const;

async function resize(desk: Desk, width: number, height: number): Promise<void> {
  await desk.app.electron.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => desk.page.evaluate(() => window.innerWidth)).toBe(width);
}

/** As `dial` does, in any language. */
async function dialHere(desk: Desk, number: string): Promise<void> {
  const field = desk.page.locator('main input').first();
  await field.fill(number);
  await field.press('Enter');
}

const phase = (desk: Desk, name: string) =>
  expect(desk.page.locator('[data-phase]')).toHaveAttribute('data-phase', name, { timeout: 20_000 });

for (const ui of [english, persian]) {
  const prefix = `${ui.language}-${ui.theme}`;

  test(`the keypad in its states in ${ui.language} shows without a complaint`, async () => {
    const desk = await openDesk({
      ui,
      identity: { timeoutSeconds: 5, callLimitSeconds: 30 },
      callLimit: { beforeEndSeconds: 29, repeatEverySeconds: 0 },
    });
    const field = desk.page.locator('main input').first();
    await picture(desk.page, `${prefix}-narrow-idle`);
    await desk.page.getByRole('tab').nth(tabIndex.history).click();
    await picture(desk.page, `${prefix}-narrow-history-empty`);
    await desk.page.getByRole('tab').nth(tabIndex.keypad).click();
    await field.fill('0912 000 0001');
    await picture(desk.page, `${prefix}-narrow-typed`);
    await desk.page.getByRole('combobox').click();
    await expect(desk.page.getByRole('option').nth(1)).toBeVisible();
    await picture(desk.page, `${prefix}-narrow-trunks`);
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('tab').nth(tabIndex.settings).click();
    await openGroup(desk.page, settingsGroup.identity);
    await desk.page.keyboard.press('Tab');
    await picture(desk.page, `${prefix}-narrow-focus`);
    await desk.page.getByRole('tab').nth(tabIndex.keypad).click();
    await resize(desk, 760, 560);
    await picture(desk.page, `${prefix}-least-wide`);
    await resize(desk, sizes.narrow.width, sizes.narrow.height);
    await field.fill('0098912345678901234567');
    await picture(desk.page, `${prefix}-narrow-typed-long`);
    await field.fill('call me soon');
    await field.press('Enter');
    await picture(desk.page, `${prefix}-narrow-nonsense`);
    await resize(desk, 340, 560);
    await picture(desk.page, `${prefix}-smallest-nonsense`);
    await field.fill('557');
    await picture(desk.page, `${prefix}-smallest-own-number`);
    await resize(desk, sizes.narrow.width, sizes.narrow.height);

    desk.pbx.setSpeed(1);
    await dialHere(desk, '09120000012');
    await phase(desk, 'ringingCaller');
    await picture(desk.page, `${prefix}-narrow-ringing`);
    await resize(desk, 340, 560);
    await picture(desk.page, `${prefix}-smallest-ringing`);
    await resize(desk, 1080, 720);
    await phase(desk, 'ringingCallee');
    await picture(desk.page, `${prefix}-wide-ringing-callee`);
    await resize(desk, 1080, 900);
    await phase(desk, 'talking');
    await picture(desk.page, `${prefix}-tall-talking`);
    await resize(desk, sizes.narrow.width, sizes.narrow.height);
    await desk.page.waitForTimeout(1500);
    await picture(desk.page, `${prefix}-narrow-limit`);
    await resize(desk, 340, 560);
    await picture(desk.page, `${prefix}-smallest-limit`);
    await resize(desk, sizes.narrow.width, sizes.narrow.height);
    desk.pbx.setSpeed(20);
    await phase(desk, 'ended');
    await dialHere(desk, '09120000006');
    await expect(desk.page.locator('[data-phase="ended"]').getByText('Requested operation failed')).toBeVisible();
    await picture(desk.page, `${prefix}-narrow-refused`);
    await dialHere(desk, '09120000004');
    await phase(desk, 'ringingCaller');
    await phase(desk, 'ended');
    await picture(desk.page, `${prefix}-narrow-not-answered`);
    await desk.page.getByRole('tab').nth(tabIndex.history).click();
    await picture(desk.page, `${prefix}-narrow-not-answered-history`);
    expect(desk.app.complaints).toEqual([]);
    await desk.leave();
  });

  test(`what cannot be known in ${ui.language} is said without a complaint`, async () => {
    const desk = await openDesk({ ui, events: null });
    await dialHere(desk, '09120000001');
    await phase(desk, 'accepted');
    await picture(desk.page, `${prefix}-narrow-events-unseen`);
    await resize(desk, 340, 560);
    await picture(desk.page, `${prefix}-smallest-events-unseen`);
    await resize(desk, sizes.narrow.width, sizes.narrow.height);
    await dialHere(desk, '09120000007');
    await phase(desk, 'unconfirmed');
    await picture(desk.page, `${prefix}-narrow-unconfirmed`);
    await desk.page.getByRole('tab').nth(tabIndex.history).click();
    await picture(desk.page, `${prefix}-narrow-unconfirmed-history`);
    expect(desk.app.complaints).toEqual([]);
    await desk.leave();
  });

  test(`a desk with everything wrong in ${ui.language} shows without a complaint`, async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const app = await launchDialdesk({
      provision: {
        version: 1,
        pbx: { address: '192.0.2.1', auth: 'basic', user: 'agent', password: 'secret' },
        listener: { host: '127.0.0.1', port, user: 'events', password: 'events-password' },
        ui,
      },
    });
    await expect.poll(async () => (await app.state()).listener.state).toBe('port-in-use');
    await app.page.locator('main input').first().fill('09123456789');
    await picture(app.page, `${prefix}-narrow-impossible`);
    await app.page.getByRole('tab').nth(tabIndex.settings).click();
    await openGroup(app.page, settingsGroup.events);
    await picture(app.page, `${prefix}-narrow-port-in-use`);
    await app.close();
    await new Promise((resolve) => taken.close(resolve));
  });

  test(`the first screens in ${ui.language} show without a complaint`, async () => {
    const app = await launchDialdesk();
    if (ui.language === 'fa') await app.page.getByText('فارسی').click();
    await picture(app.page, `${ui.language}-light-narrow-welcome`);
    await app.page.getByRole('button').last().click();
    await picture(app.page, `${ui.language}-light-narrow-connect`);
    expect(app.complaints).toEqual([]);
    await app.close();
  });
}

test('a set-up file that cannot be used and the demo show without a complaint', async () => {
  const app = await launchDialdesk({ provision: '{"version": 1,' });
  await picture(app.page, 'en-light-narrow-welcome-provisioning');
  await app.page.getByRole('button', { name: 'Try it with the demo PBX' }).click();
  await app.page.getByRole('tab', { name: 'Settings' }).click();
  await picture(app.page, 'en-light-narrow-provisioning');
  await openGroup(app.page, settingsGroup.identity);
  await picture(app.page, 'en-light-narrow-demo-identity');
  await app.close();
});

/** A finished call as the PBX reports it, so many hours ago. */
function finished(id: number, hoursAgo: number, call: EventFields): EventFields {
  const at = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', '000');
  const startedAtMs = Date.now() - hoursAgo * 3_600_000;
  const talked = Number(call['billsec'] ?? 0);
  return {
    starttime: at(startedAtMs),
    endtime: at(startedAtMs + (talked + 9) * 1000),
    duration: String(talked + 9),
    billsec: talked,
    wait: 9,
    record: '',
    unique_id: `1768545037.${id}`,
    ...call,
  };
}

const someDays: readonly (readonly [number, EventFields])[] = [
  [75, { src: '557', dst: '02188001008', type: 'outgoing', disposition: 'ANSWERED', billsec: 67 }],
  [51, { src: '557', dst: '09350001004', type: 'outgoing', disposition: 'NO ANSWER' }],
  [27, { src: '09370001021', dst: '557', type: 'incoming', disposition: 'ANSWERED', billsec: 341 }],
  [25, { src: '557', dst: '09390001033', type: 'outgoing', disposition: 'BUSY' }],
  [0.4, { src: '02188001008', dst: '557', type: 'incoming', disposition: 'NO ANSWER' }],
  [0.2, { src: '557', dst: '558', type: 'local', disposition: 'ANSWERED', billsec: 42 }],
  [0.1, { src: '557', dst: '09121234567', type: 'outgoing', disposition: 'ANSWERED', billsec: 128, record: 'a.wav' }],
];

test('the pictures of the README are of the app as it is', async () => {
  const launch = { args: ['--force-device-scale-factor=2'] };
  const talking = await openDesk({ ui: english, launch });
  await resize(talking, sizes.narrow.width, sizes.narrow.height);
  talking.pbx.setSpeed(2);
  await dialHere(talking, '09120000001');
  await phase(talking, 'talking');
  await talking.page.mouse.move(0, 0);
  await expect(talking.page.getByText('Talking 00:02')).toBeVisible();
  await picture(talking.page, 'readme-talking');
  await talking.leave();

  const history = await openDesk({ ui: { ...persian, theme: 'light' }, launch });
  await resize(history, sizes.narrow.width, sizes.narrow.height);
  for (const [index, [hoursAgo, call]] of someDays.entries()) {
    await history.pbx.sendEvent('Cdr', finished(index, hoursAgo, call));
  }
  await history.page.getByRole('tab').nth(tabIndex.history).click();
  await expect(history.page.getByRole('grid').getByRole('row')).toHaveCount(someDays.length);
  await expect(history.page.locator('[data-phase]')).toHaveCount(0);
  await history.page.mouse.move(0, 0);
  await picture(history.page, 'readme-history-fa');
  await history.leave();
});
