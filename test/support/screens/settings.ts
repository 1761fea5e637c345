import type { Locator } from '@playwright/test';
import { type Desk, openDesk } from '../desk.ts';
import { openSettings } from '../set-up-steps.ts';
import { act, type Screen } from '../walk-screens.ts';
import { openTab } from './desk.ts';

const groups = [
  'Connection',
  'Identity',
  'Call limit',
  'Events',
  'Links',
  'Secrets',
  'Hotkeys',
  'Appearance',
  'Desktop',
  'Demo',
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
];

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

export const settingsAct = act('settings', (launch) => openDesk({ launch }), screens);
