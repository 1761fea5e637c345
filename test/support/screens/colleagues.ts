import { aDraft } from '../contact-builders.ts';
import { type Desk, openDesk } from '../desk.ts';
import { saveContacts } from '../some-contacts.ts';
import { act, type Screen } from '../walk-screens.ts';
import { openTab } from './desk.ts';

const states = [
  ['551', 'Idle'],
  ['552', 'InUse'],
  ['553', 'Ringing'],
  ['554', 'Pause'],
  ['555', 'Unavailable'],
] as const;

/** A PBX with colleagues, queues and trunks that told of themselves. */
const screens: readonly Screen<Desk>[] = [
  {
    name: 'keypad, trunks that told how they are',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ pbx }) {
      await pbx.sendEvent('TrunkNewState', { trunk_name: 'MCI', state: 'Unavailable' });
      await pbx.sendEvent('TrunkNewState', { trunk_name: 'Irancell', state: 'Ok' });
      await pbx.sendEvent('TrunkRemoved', { trunk_name: 'Shatel' });
    },
    async show(stage, size) {
      await openTab(stage, 'Keypad', size);
      await stage.page.getByRole('combobox').first().click();
      return stage.page.getByRole('option').nth(2);
    },
    hide: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'own state, queues',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    async prepare({ pbx }) {
      await pbx.sendEvent('NewState', { exten: '557', state: 'Pause', queue: '901' });
    },
    async show({ page }) {
      await page.locator('[data-own-state]').click();
      return page.getByRole('dialog').getByRole('listitem').first();
    },
    hide: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'contacts, colleagues',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ pbx }) {
      for (const [exten, state] of states) await pbx.sendEvent('NewState', { exten, state });
    },
    async show(stage, size) {
      await openTab(stage, 'Contacts', size);
      await stage.page.getByRole('searchbox').fill('55');
      return stage.page.locator('[data-presence="in-use"]').first();
    },
  },
  {
    name: 'keypad, an unknown number',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    async show(stage, size) {
      await openTab(stage, 'Keypad', size);
      await stage.page.locator('input[inputmode="tel"]').fill('09191112233');
      return stage.page.getByRole('button', { name: /Add to contacts|افزودن به مخاطبان/ });
    },
  },
  {
    name: 'keypad, the number of a contact',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    prepare: async ({ page }) => void (await saveContacts(page, [aDraft('علی کریمی', ['0912 123 4567'])])),
    async show(stage, size) {
      await openTab(stage, 'Keypad', size);
      await stage.page.locator('input[inputmode="tel"]').fill('09121234567');
      return stage.page.getByTitle('علی کریمی').first();
    },
  },
  {
    name: 'keypad, favourite trunks',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare({ page }) {
      const identity = { trunkName: 'Irancell', favouriteTrunks: ['Shatel', 'Irancell'] };
      await page.evaluate((chosen) => window.dialer.request('settings:update', { identity: chosen }), identity);
    },
    async show(stage, size) {
      await openTab(stage, 'Keypad', size);
      await stage.page.getByRole('combobox').first().click();
      return stage.page.getByRole('option').last();
    },
    hide: ({ page }) => page.keyboard.press('Escape'),
  },
];

export const colleaguesAct = act('colleagues', (launch) => openDesk({ launch, pbx: { directory: 'full' } }), screens);
