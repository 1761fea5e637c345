import { dialRules } from '../../../renderer/text/en/dial-rules.ts';
import { iranStarter } from '../../../shared/domain/dial-rules/starters.ts';
import { type Desk, openDesk } from '../desk.ts';
import { openSettings } from '../set-up-steps.ts';
import { act, type Screen } from '../walk-screens.ts';
import { openTab } from './desk.ts';

const keypad = async (desk: Desk, size: Parameters<Screen<Desk>['show']>[1]) => {
  await openTab(desk, 'Keypad', size);
};

const screens: readonly Screen<Desk>[] = [
  {
    name: 'dial rules, none',
    sizes: ['narrow', 'smallest', 'wide'],
    async show({ page }) {
      await openSettings(page, 'Dial rules');
      return page.locator('[data-setting="dialRules.rules"]');
    },
  },
  {
    name: 'dial rules',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    async prepare({ page }) {
      const rules = iranStarter(dialRules.starter, dialRules.starter.premiumReason).map((rule) =>
        rule.action.kind === 'dial' ? { ...rule, action: { ...rule.action, trunkName: 'MCI' } } : rule,
      );
      await page.evaluate((list) => window.dialer.request('settings:update', { dialRules: { rules: list } }), rules);
      await page.locator('[data-setting="quietDialling.on"] input').click({ force: true });
      await page.locator('textarea').fill('09123456789\n9092301010\n558\nwho');
    },
    show: ({ page }) => page.locator('[data-setting="dialRules.rules"] li').first(),
  },
  {
    name: 'dial rules, one being changed',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ page }) {
      await page.getByRole('button', { name: 'Edit Mobile', exact: true }).click();
      await page.getByRole('textbox', { name: 'Numbers', exact: true }).fill('_09L');
      await page.keyboard.press('Enter');
    },
    show: ({ page }) => page.locator('[data-setting="dialRules.rules"] form'),
  },
  {
    name: 'dial rules, a list with mistakes',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ page }) {
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Import' }).click();
      const file = { format: 'dialdesk-dial-rules', version: 1, rules: [{ name: '' }, 7] };
      await page.getByRole('textbox', { name: 'Rules as JSON' }).fill(JSON.stringify(file, null, 2));
      await page.getByRole('button', { name: 'Replace the list' }).click();
    },
    show: ({ page }) => page.getByRole('alert'),
  },
  {
    name: 'keypad, by a rule',
    sizes: ['narrow', 'smallest', 'wide'],
    async show(desk, size) {
      await keypad(desk, size);
      const field = desk.page.locator('input[inputmode="tel"]');
      await field.fill('9123456789');
      return field;
    },
  },
  {
    name: 'keypad, something speaks against the call',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    async prepare({ pbx }) {
      await pbx.sendEvent('NewState', { exten: '557', state: 'Unavailable', participant: '', direction: '' });
    },
    async show(desk, size) {
      await keypad(desk, size);
      return desk.page.locator('[data-stop]');
    },
  },
];

export const dialRulesAct = act('dial rules', (launch) => openDesk({ launch }), screens);
