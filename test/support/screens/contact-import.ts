import { chooses } from '../choose-file.ts';
import { contactFile } from '../contact-files.ts';
import { type Desk, openDesk } from '../desk.ts';
import { openSettings } from '../set-up-steps.ts';
import { act, type Screen } from '../walk-screens.ts';

const everySize = ['narrow', 'smallest', 'zoomed', 'wide'] as const;

async function choose({ app, page }: Desk, file: string): Promise<void> {
  await chooses(app, contactFile(file));
  await page.getByRole('button', { name: 'Choose a file…' }).click();
}

/** One import from its first step to its last, and one of a file that is none. */
const screens: readonly Screen<Desk>[] = [
  {
    name: 'import, columns',
    sizes: everySize,
    async prepare(desk) {
      await openSettings(desk.page, 'Contacts');
      await choose(desk, 'google-new.csv');
    },
    show: ({ page }) => page.locator('[data-step]'),
  },
  {
    name: 'import, done',
    sizes: ['narrow', 'wide'],
    async prepare({ page }) {
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByRole('button', { name: 'Import 4 contacts' }).click();
      await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor();
    },
    show: ({ page }) => page.locator('[data-step]'),
  },
  {
    name: 'import, checked',
    sizes: everySize,
    async prepare(desk) {
      const { page } = desk;
      await page.getByRole('button', { name: 'Another file' }).click();
      await choose(desk, 'broken.vcf');
      await page.getByRole('heading', { name: 'What would happen' }).waitFor();
    },
    show: ({ page }) => page.locator('[data-step]'),
  },
  {
    name: 'import, a workbook',
    sizes: ['narrow', 'wide'],
    async prepare(desk) {
      await desk.page.getByRole('button', { name: 'Another file' }).click();
      await choose(desk, 'workbook.csv');
    },
    show: ({ page }) => page.getByRole('alert'),
  },
];

export const contactImportAct = act('import', (launch) => openDesk({ launch }), screens);
