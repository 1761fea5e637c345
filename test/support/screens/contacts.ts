import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openDatabase } from '../../../electron/storage/database.ts';
import { type Desk, openDesk } from '../desk.ts';
import type { SizeName } from '../looks.ts';
import { saveContacts, someContacts, withoutDirectory } from '../some-contacts.ts';
import { act, type Screen } from '../walk-screens.ts';
import { openTab } from './desk.ts';

const everySize = ['narrow', 'smallest', 'zoomed', 'wide'] as const;
const search = ({ page }: Desk) => page.getByRole('tabpanel').locator('input[type="search"]');
const rows = ({ page }: Desk) => page.getByRole('grid').getByRole('row');
const row = (desk: Desk, text: string) => rows(desk).filter({ hasText: text });
const panel = ({ page }: Desk) => page.getByRole('tabpanel').last();

/** From any page of the tab to its list, with nothing searched. */
async function openList(desk: Desk, size: SizeName): Promise<void> {
  await openTab(desk, 'Contacts', size);
  await expect(async () => {
    if ((await search(desk).count()) === 0) await desk.page.keyboard.press('Escape');
    await search(desk).fill('', { timeout: 500 });
  }).toPass();
}

async function openCard(desk: Desk, size: SizeName, text: string) {
  await openList(desk, size);
  await search(desk).fill(text);
  await expect(rows(desk)).toHaveCount(1);
  await row(desk, text).click({ position: { x: 120, y: 12 } });
  return desk.page.getByRole('article');
}

const searched = (name: string, text: string, sizes: readonly SizeName[]): Screen<Desk> => ({
  name,
  sizes,
  async show(desk, size) {
    await openList(desk, size);
    await search(desk).fill(text);
    await expect(
      desk.page.getByRole('grid').locator('mark').or(panel(desk).getByRole('heading').first()),
    ).not.toHaveCount(0);
    return panel(desk);
  },
});

const screens: readonly Screen<Desk>[] = [
  {
    name: 'contacts, none yet',
    sizes: ['narrow', 'smallest', 'wide'],
    async show(desk, size) {
      await openTab(desk, 'Contacts', size);
      return panel(desk).getByRole('heading');
    },
  },
  {
    name: 'contacts, some people',
    sizes: everySize,
    prepare: ({ page }) => saveContacts(page, someContacts),
    async show(desk, size) {
      await openList(desk, size);
      await expect(rows(desk).first()).toBeVisible();
      return rows(desk);
    },
  },
  {
    name: 'contacts, a card beside the list',
    sizes: ['wide'],
    async show(desk, size) {
      await openList(desk, size);
      await row(desk, 'Robert Kuhn').click({ position: { x: 120, y: 12 } });
      return desk.page.getByRole('article');
    },
  },
  searched('contacts, found', '88001', ['narrow', 'smallest', 'wide']),
  searched('contacts, nobody found', '0912 999 8877', ['narrow', 'smallest', 'wide']),
  { name: 'contacts, card', sizes: everySize, show: (desk, size) => openCard(desk, size, 'Robert Kuhn') },
  {
    name: 'contacts, not to be called',
    sizes: ['narrow', 'wide'],
    show: (desk, size) => openCard(desk, size, 'Amir Tavakoli'),
  },
  {
    name: 'contacts, form with a wrong number',
    sizes: everySize,
    async show(desk, size) {
      await openCard(desk, size, 'Robert Kuhn');
      await desk.page.keyboard.press('F2');
      const number = desk.page.getByRole('tabpanel').locator('input[inputmode="tel"]').first();
      await number.fill('call me');
      await number.press('Enter');
      return desk.page.locator('form [aria-invalid="true"]');
    },
    hide: ({ page }) => page.locator('form button[type="submit"] + button').click(),
  },
  {
    name: 'contacts, one deleted',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare(desk) {
      await openCard(desk, 'narrow', 'City Taxi');
      await desk.page.keyboard.press('Escape');
      await desk.page.getByRole('grid').press('Delete');
    },
    async show(desk, size) {
      await openList(desk, size);
      return desk.page.getByRole('tabpanel').getByRole('status').locator('button').first();
    },
  },
  {
    name: 'contacts that share a number',
    sizes: everySize,
    async show(desk, size) {
      await openList(desk, size);
      // Beside the list of those who are shown.
      await panel(desk).locator('[data-control="compare"]').click();
      return desk.page.getByRole('radiogroup');
    },
    hide: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'contacts, not read',
    sizes: ['narrow', 'smallest', 'wide'],
    async prepare(desk) {
      // A new window reads them with the first look at their tab.
      await openTab(desk, 'Keypad');
      await desk.page.reload();
      await desk.page.getByRole('main').waitFor();
      loseContacts(desk.app.userDataDir);
    },
    async show(desk, size) {
      await openTab(desk, 'Contacts', size);
      return panel(desk).getByRole('alert').getByRole('heading');
    },
  },
];

/** As a damaged file would: what the contacts are read from is gone. */
function loseContacts(userDataDir: string): void {
  const opened = openDatabase(join(userDataDir, 'dialdesk.sqlite'));
  if (!opened.ok) throw new Error(opened.error.detail);
  opened.value.connection.exec('ALTER TABLE contacts RENAME TO lost_contacts');
  opened.value.close();
}

export const contactsAct = act('contacts', (launch) => openDesk({ launch, pbx: withoutDirectory }), screens);
