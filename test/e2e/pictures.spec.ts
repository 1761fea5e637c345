import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openDesk } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';

const folder = join(import.meta.dirname, '..', '..', 'out', 'pictures');
const sizes = { narrow: { width: 400, height: 700 }, wide: { width: 1080, height: 720 } } as const;

/** Tabs in their order, by their place: their names depend on the language. */
const tabIndex = { keypad: 0, history: 1, settings: 2 } as const;

const settingsGroup = { connection: 0, events: 3 } as const;

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

test('the first screens show without a complaint', async () => {
  const app = await launchDialdesk();
  await picture(app.page, 'en-light-narrow-welcome');
  await app.page.getByRole('button', { name: 'Connect to Simotel' }).click();
  await picture(app.page, 'en-light-narrow-connect');
  expect(app.complaints).toEqual([]);
  await app.close();
});
