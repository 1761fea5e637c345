import type { Locator, Page } from '@playwright/test';
import { type Desk, openDesk } from '../desk.ts';
import { openSettings } from '../set-up-steps.ts';
import { act, type Screen } from '../walk-screens.ts';
import { openTab } from './desk.ts';

const groups = [
  'Connection',
  'Identity',
  'Call limit',
  'Recordings',
  'Events',
  'Keeping',
  'Contacts',
  'Links',
  'Screen pop',
  'Secrets',
  'Hotkeys',
  'Appearance',
  'Desktop',
  'Notifications',
  'Demo',
  'Diagnostics',
  'Updates',
  'About',
] as const;

const screens: readonly Screen<Desk>[] = [
  {
    name: 'settings',
    sizes: ['narrow', 'smallest', 'zoomed'],
    async show(desk, size) {
      await openTab(desk, 'Settings', size);
      return desk.page.getByRole('navigation');
    },
  },
  ...groups.map(
    (group): Screen<Desk> => ({
      name: `settings, ${group.toLowerCase()}`,
      sizes: group === 'Events' ? ['narrow', 'smallest', 'zoomed', 'wide'] : ['narrow', 'wide'],
      async show({ page }) {
        await openSettings(page, group);
        return page.getByRole('tabpanel').getByRole('heading').first();
      },
    }),
  ),
  {
    name: 'settings, advanced',
    sizes: ['narrow', 'wide'],
    async show({ page }) {
      await openSettings(page, 'Connection');
      const fold = page.getByRole('button', { name: 'Advanced' });
      if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
      return page.locator('[data-setting="pbx.allowPlainHttp"]');
    },
  },
  {
    name: 'settings, a page on a host that is not allowed',
    sizes: ['narrow', 'smallest', 'wide'],
    async show({ page }) {
      await openSettings(page, 'Screen pop');
      const field = page.locator('[data-setting="screenPop.incomingRinging"] input');
      await field.fill('https://crm.example.com/search?q={number}');
      await field.press('Enter');
      return page.locator('[data-setting="screenPop.incomingRinging"] button').first();
    },
    hide: ({ page }) => page.locator('[data-setting="screenPop.incomingRinging"] input').press('Escape'),
  },
  {
    name: 'settings, a page and its sample',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    async prepare({ page }) {
      const pages = {
        allowedHosts: ['crm.example.com'],
        incomingRinging: 'https://crm.example.com/search?q={numberE164}&queue={queue}&at={startedAt}',
      };
      await page.evaluate((screenPop) => window.dialer.request('settings:update', { screenPop }), pages);
    },
    async show({ page }) {
      await openSettings(page, 'Screen pop');
      const sample = page.locator('[data-setting="screenPop.incomingRinging"] bdi');
      await sample.scrollIntoViewIfNeeded();
      return sample;
    },
  },
  {
    name: 'settings, reset',
    sizes: ['narrow', 'smallest', 'wide'],
    async show({ page }) {
      await openSettings(page, 'Identity');
      await page.getByRole('button', { name: 'Reset to defaults' }).click();
      return page.getByRole('dialog');
    },
    hide: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'settings, reset taken back',
    sizes: ['narrow', 'wide'],
    async prepare({ page }) {
      await openSettings(page, 'Identity');
      await page.getByRole('button', { name: 'Reset to defaults' }).click();
      await page.getByRole('dialog').getByRole('button').first().click();
    },
    show: ({ page }) => page.getByRole('tabpanel').getByRole('status').last(),
  },
  searched('settings, search', 'IP', ({ page }) => page.getByRole('option')),
  searched('settings, nothing found', 'zebra', ({ page }) => page.getByRole('tabpanel').getByRole('heading')),
  {
    name: 'settings, no program knows links',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ page }) {
      await openSettings(page, 'Links');
      await page.getByRole('button', { name: 'Use Dialdesk for tel: links' }).click();
      await page.getByRole('tabpanel').getByRole('alert').waitFor();
    },
    show: ({ page }) => page.getByRole('tabpanel').getByRole('alert'),
  },
  {
    name: 'settings, a hotkey that cannot be one',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ page }) {
      await openSettings(page, 'Hotkeys');
      await hotkey(page, 'redial').getByRole('button', { name: 'Record' }).click();
      await page.keyboard.press('d');
      await hotkey(page, 'redial').getByRole('status').waitFor();
    },
    show: ({ page }) => hotkey(page, 'redial').getByRole('status'),
  },
  {
    name: 'settings, a hotkey to press now',
    sizes: ['narrow', 'smallest'],
    async prepare({ page }) {
      await hotkey(page, 'redial').getByRole('button', { name: 'Record' }).click();
      await page.keyboard.press('Control+Alt+r');
      await hotkey(page, 'redial').getByRole('button', { name: 'Try it' }).click();
    },
    show: ({ page }) => hotkey(page, 'redial').getByRole('status'),
  },
  {
    name: 'settings, hotkeys paused',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ page }) {
      await hotkey(page, 'redial').getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('Pause all hotkeys').click();
    },
    show: ({ page }) => hotkey(page, 'redial').getByRole('status'),
  },
  {
    name: 'settings, findings of the doctor',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ page }) {
      await openSettings(page, 'Diagnostics');
      await page.getByRole('button', { name: 'Check everything' }).click();
      await page.getByRole('status').filter({ hasText: 'Checked at' }).waitFor();
    },
    async show({ page }) {
      const lines = page.getByRole('tabpanel').locator('h4').first();
      await lines.scrollIntoViewIfNeeded();
      return lines;
    },
  },
  {
    name: 'settings, quiet hours',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ page }) {
      await openSettings(page, 'Notifications');
      await page.getByText('All but incoming').click();
    },
    async show({ page }) {
      await openSettings(page, 'Notifications');
      return page.locator('[data-setting="notifications.quietTo"]');
    },
  },
  {
    name: 'settings, no notifications',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ page }) {
      await page.getByRole('button', { name: 'Test notification' }).click();
      await page.getByRole('alert').waitFor();
    },
    show: ({ page }) => page.getByRole('alert'),
  },
  {
    name: 'trouble, notifications not shown',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ page }) {
      // It comes behind the one on passwords, which stands in the line otherwise.
      const close = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' });
      await close.click();
    },
    async show(desk, size) {
      await openTab(desk, 'Keypad', size);
      return desk.page.locator('main input').first();
    },
  },
];

const hotkey = (page: Page, action: string) => page.locator(`[data-setting="hotkeys.${action}"]`);

/** A query that finds something in every language, or in none. */
function searched(name: string, query: string, found: (desk: Desk) => Locator): Screen<Desk> {
  return {
    name,
    sizes: ['narrow', 'smallest', 'wide'],
    async show(desk) {
      await desk.page.getByRole('searchbox').fill(query);
      return found(desk);
    },
    hide: ({ page }) => page.getByRole('searchbox').fill(''),
  };
}

export const settingsAct = act('settings', (launch) => openDesk({ launch, hotkeys: {} }), screens);
