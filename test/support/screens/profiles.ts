import type { DemoPbx } from '../../../electron/demo-pbx/demo-pbx.ts';
import { currentCall, type Desk, dial, openDesk } from '../desk.ts';
import { comeTo } from '../hold-call.ts';
import { hearFrom, openBranch, profileButton } from '../profiles.ts';
import { openSettings } from '../set-up-steps.ts';
import { act, type Screen } from '../walk-screens.ts';
import { openTab } from './desk.ts';

interface TwoPbxs extends Desk {
  readonly branch: DemoPbx;
}

const everySize = ['narrow', 'smallest', 'zoomed', 'wide'] as const;
const pressEscape = ({ page }: Desk) => page.keyboard.press('Escape');

const screens: readonly Screen<TwoPbxs>[] = [
  {
    name: 'profiles, menu',
    sizes: everySize,
    async show({ page }) {
      await profileButton(page).click();
      return page.getByRole('menuitemradio').first();
    },
    hide: pressEscape,
  },
  {
    name: 'history, of all profiles',
    sizes: everySize,
    async prepare(desk) {
      await dial(desk.page, '09120000001');
      await currentCall(desk.page).getByText('Ended').first().waitFor();
      await switchTo(desk, 'Head office');
      await hearFrom(desk, desk.pbx);
      await dial(desk.page, '09120000002');
      await currentCall(desk.page).getByText('Ended').first().waitFor();
      await desk.page.getByRole('button', { name: 'Close this call' }).click();
    },
    async show(desk, size) {
      await openTab(desk, 'History', size);
      return desk.page.getByRole('grid').getByRole('row').nth(1);
    },
  },
  {
    name: 'history, a number of another profile',
    sizes: everySize,
    async show(desk, size) {
      await openTab(desk, 'History', size);
      await desk.page.getByRole('grid').getByRole('row').nth(1).getByRole('button').last().click();
      return desk.page.getByRole('alert');
    },
    hide: ({ page }) => page.getByRole('alert').getByRole('button').last().click(),
  },
  {
    name: 'settings, profiles',
    sizes: everySize,
    async show({ page }) {
      await openSettings(page, 'Connection');
      const profiles = page.locator('[data-setting="profiles"]');
      await profiles.scrollIntoViewIfNeeded();
      return profiles;
    },
  },
  {
    name: 'settings, a profile to delete',
    sizes: ['narrow', 'wide'],
    async show({ page }) {
      const profiles = page.locator('[data-setting="profiles"]');
      await profiles.locator('[data-profile]').first().getByRole('button').last().click();
      await page.getByRole('alert').scrollIntoViewIfNeeded();
      return page.getByRole('alert');
    },
    hide: ({ page }) => page.getByRole('alert').getByRole('button').first().click(),
  },
  {
    name: 'settings, a new profile',
    sizes: ['narrow', 'wide'],
    async show({ page }) {
      const profiles = page.locator('[data-setting="profiles"]');
      await profiles.getByRole('button').last().click();
      const name = profiles.getByRole('textbox');
      await name.fill('Tabriz');
      await name.scrollIntoViewIfNeeded();
      return name;
    },
    hide: pressEscape,
  },
  {
    name: 'profiles, a call under way',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare(desk) {
      await comeTo(desk, 'talking', '09120000001');
    },
    async show({ page }) {
      await profileButton(page).click();
      await page.getByRole('menuitemradio').first().click();
      return page.getByRole('dialog');
    },
    hide: pressEscape,
  },
];

async function switchTo({ page }: Desk, name: string): Promise<void> {
  await profileButton(page).click();
  await page.getByRole('menuitemradio', { name }).click();
  await profileButton(page).and(page.getByRole('button', { name })).waitFor();
}

async function openTwo(launch: NonNullable<Parameters<typeof openDesk>[0]>['launch']): Promise<TwoPbxs> {
  const desk = await openDesk(launch === undefined ? {} : { launch });
  const branch = await openBranch(desk);
  return {
    ...desk,
    branch,
    async leave() {
      await desk.leave();
      await branch.stop();
    },
  };
}

export const profilesAct = act('profiles', openTwo, screens);
