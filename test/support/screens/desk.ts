import { expect } from '@playwright/test';
import { connectEvents, type Desk, openDesk } from '../desk.ts';
import type { SizeName } from '../looks.ts';
import { act, type Screen, type Stage } from '../walk-screens.ts';
import { behindEvents, behindPbx } from './header.ts';

/** A desk that is set up and where nothing has happened yet. */
const numberField = ({ page }: Stage) => page.locator('main input').first();

const type = (text: string) => async (stage: Stage) => {
  await openTab(stage, 'Keypad');
  await numberField(stage).fill(text);
};

/** Beside the keypad there is no tab for it. */
export async function openTab(
  { page }: Stage,
  name: 'Keypad' | 'Contacts' | 'History' | 'Settings',
  size: SizeName = 'narrow',
) {
  if (size !== 'wide' || name !== 'Keypad') await page.getByRole('tab', { name }).click();
}

const everySize = ['narrow', 'smallest', 'zoomed', 'wide'] as const;

const screens: readonly Screen<Desk>[] = [
  { name: 'keypad, empty', sizes: everySize, prepare: type(''), show: numberField },
  { name: 'keypad, a number typed', sizes: ['narrow', 'wide'], prepare: type('0912 000 0001'), show: numberField },
  { name: 'keypad, a long number', sizes: everySize, prepare: type('009891234567890123456'), show: numberField },
  {
    name: 'keypad, no number',
    sizes: everySize,
    async prepare(stage) {
      await type('call me soon')(stage);
      await numberField(stage).press('Enter');
    },
    show: numberField,
  },
  { name: 'keypad, own number', sizes: everySize, prepare: type('557'), show: numberField },
  {
    name: 'keypad, trunks',
    sizes: ['narrow', 'wide'],
    async show({ page }) {
      await page.getByRole('combobox', { name: 'Trunk' }).click();
      return page.getByRole('option').nth(1);
    },
    hide: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'history, empty',
    sizes: ['narrow', 'wide'],
    prepare: type(''),
    async show(stage, size) {
      await openTab(stage, 'History', size);
      return stage.page.getByRole('tabpanel');
    },
  },
  {
    name: 'keys, all of them',
    sizes: ['narrow', 'zoomed', 'wide'],
    async show({ page }) {
      await page.getByRole('tab', { name: 'History' }).focus();
      await page.keyboard.press('?');
      return page.getByRole('dialog');
    },
    hide: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'keys, the last of them',
    sizes: ['narrow', 'smallest', 'wide'],
    async show({ page }) {
      await page.getByRole('tab', { name: 'History' }).focus();
      await page.keyboard.press('?');
      const keys = page.getByRole('dialog').getByRole('listitem');
      await keys.last().scrollIntoViewIfNeeded();
      return keys.last();
    },
    hide: ({ page }) => page.keyboard.press('Escape'),
  },
  behindPbx('connection, PBX ready', ['narrow', 'smallest', 'zoomed', 'wide']),
  behindEvents('connection, no event yet', ['narrow', 'wide']),
  behindEvents('connection, wrong event password', ['narrow', 'smallest'], async ({ pbx, listener }) => {
    connectEvents(pbx, listener, { password: 'another' });
    expect(await pbx.sendEvent('Ping', {})).toBe(401);
  }),
  behindEvents('connection, last event', ['narrow', 'zoomed', 'wide'], async ({ pbx, listener }) => {
    connectEvents(pbx, listener);
    expect(await pbx.sendEvent('TrunkNewState', { trunk_name: 'MCI', state: 'Ok' })).toBe(200);
  }),
];

export const deskAct = act('desk', (launch) => openDesk({ launch }), screens);
