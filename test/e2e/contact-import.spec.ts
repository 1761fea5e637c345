import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { chooses } from '../support/choose-file.ts';
import { contactFile } from '../support/contact-files.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { openSettings } from '../support/set-up-steps.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let desk: Desk;

test.afterEach(() => desk.leave());

async function openContacts(): Promise<Page> {
  desk = await openDesk();
  await openSettings(desk.page, 'Contacts');
  return desk.page;
}

async function names(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const query = { after: null, limit: 200, source: 'own', favourites: false, tag: null } as const;
    const answer = await window.dialer.request('contact:list', query);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value.contacts.map(({ name }) => name);
  });
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('a table in Windows-1256 is mapped, checked, imported and taken back, by keyboard', async () => {
  const page = await openContacts();
  await expect(page.getByText('Nothing was imported yet.')).toBeVisible();
  await chooses(desk.app, null);
  await button(page, 'Choose a file…').press('Enter');
  await expect(button(page, 'Choose a file…')).toBeEnabled();

  await chooses(desk.app, contactFile('excel-windows-1256.csv'));
  await button(page, 'Choose a file…').press('Enter');
  await expect(page.getByRole('heading', { name: 'What the columns hold' })).toBeFocused();
  await expect(button(page, /Encoding/)).toContainText('Windows-1256');
  await expect(button(page, /Between columns/)).toContainText('Semicolon');
  await expect(button(page, /^.*نام خانوادگي holds/)).toContainText('Last name');

  // Another encoding is seen at once, and the right one again.
  await button(page, /Encoding/).press('Enter');
  await page.getByRole('option', { name: /Western/ }).click();
  await expect(page.getByText(/ãæÈÇíá/)).toBeVisible();
  await button(page, /Encoding/).press('Enter');
  await page.getByRole('option', { name: /Windows-1256/ }).click();
  await expect(page.getByText('موبايل', { exact: true })).toBeVisible();

  // So does another sign between the columns, also one that no list has.
  await button(page, /Between columns/).press('Enter');
  await page.getByRole('option', { name: 'Another…' }).press('Enter');
  const sign = page.getByRole('textbox', { name: 'Sign between columns' });
  await expect(sign).toBeFocused();
  await page.keyboard.type('"');
  await expect(page.getByText('Quotes cannot part columns.', { exact: false })).toBeVisible();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('//');
  await expect(button(page, / holds/)).toHaveCount(1);
  await button(page, /Between columns/).press('Enter');
  await page.getByRole('option', { name: 'Semicolon ;' }).press('Enter');
  await expect(sign).toHaveCount(0);

  await button(page, /توضيحات holds/).press('Enter');
  await page.getByRole('option', { name: 'Leave out' }).click();
  await button(page, 'Check the file').press('Enter');
  await expect(page.getByRole('heading', { name: 'What would happen' })).toBeFocused();
  expect(await names(page)).toEqual([]);
  await button(page, 'Import 5 contacts').press('Enter');
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeFocused();
  expect(await names(page)).toHaveLength(5);
  const past = page.getByRole('list', { name: 'Past imports' });
  await expect(past.getByRole('listitem')).toContainText(['excel-windows-1256.csv']);

  await past.getByRole('button', { name: 'Undo the import of excel-windows-1256.csv' }).press('Enter');
  await expect(page.getByText('Nothing was imported yet.')).toBeVisible();
  expect(await names(page)).toEqual([]);
  expect(desk.app.complaints).toEqual([]);
});

test('a second import of cards finds the same numbers, tells problems by line, and can be cancelled', async () => {
  const page = await openContacts();
  await chooses(desk.app, contactFile('broken.vcf'));
  await button(page, 'Choose a file…').click();
  await expect(page.getByRole('list', { name: 'Problems: 6' }).getByRole('listitem')).toContainText([
    'Line 1Not a line of a card. It is left out.',
    'Line 2The card has no end. What is there is kept.',
    /^Line 6call me .+/,
    'Line 8Not a line of a card. It is left out.',
    'Line 13Neither a name nor a number. It is left out.',
    'Line 21The card has no end. What is there is kept.',
  ]);
  await button(page, 'Import 4 contacts').click();
  await button(page, 'Another file').click();

  await button(page, 'Choose a file…').click();
  await expect(page.getByText('Already in your contacts')).toBeVisible();
  await page.getByRole('radio', { name: 'Skip' }).check({ force: true });
  await expect(button(page, 'Import 0 contacts')).toBeDisabled();
  await page.getByRole('radio', { name: 'Add anyway' }).check({ force: true });
  await button(page, 'Import 4 contacts').click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  expect(await names(page)).toHaveLength(8);
  await button(page, 'Undo').first().click();
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible();
  expect(await names(page)).toHaveLength(4);

  const many = join(temporaryFolder('import'), 'many.csv');
  const rows = Array.from({ length: 30_000 }, (_, at) => `Person ${at},0935${1_000_000 + at}`);
  writeFileSync(many, `Name,Mobile\n${rows.join('\n')}\n`);
  await chooses(desk.app, many);
  await button(page, 'Another file').click();
  await button(page, 'Choose a file…').click();
  await button(page, 'Check the file').click();
  await button(page, 'Import 30000 contacts').click();
  await expect(page.getByRole('progressbar', { name: 'Importing' })).toBeVisible();
  await button(page, 'Cancel').click();
  await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible();
  expect(await names(page)).toHaveLength(4);
});

interface Told {
  readonly tags: readonly string[];
  readonly note: string;
  readonly favourite: boolean;
  readonly numbers: readonly string[];
}

async function told(page: Page, name: string): Promise<Told | null> {
  return page.evaluate(async (wanted) => {
    const query = { after: null, limit: 200, source: 'own', favourites: false, tag: null } as const;
    const answer = await window.dialer.request('contact:list', query);
    if (!answer.ok) throw new Error(answer.error.code);
    const contact = answer.value.contacts.find((one) => one.name === wanted);
    if (contact === undefined) return null;
    const { tags, note, favourite, numbers } = contact;
    return { tags, note, favourite, numbers: numbers.map(({ written }) => written) };
  }, name);
}

/** As the agent does on the page of the contact. */
async function save(page: Page, name: string, number: string): Promise<void> {
  const saved = await page.evaluate(
    async (given) => {
      const draft = {
        ...{ name: given.name, company: '', numbers: [{ label: 'mobile', written: given.number }] as const },
        ...{ favourite: false, tags: [], note: '', trunkName: null, doNotCall: false },
      };
      return window.dialer.request('contact:save', { id: null, ...draft });
    },
    { name, number },
  );
  expect(saved.ok).toBe(true);
}

async function star(page: Page, name: string): Promise<void> {
  const starred = await page.evaluate(async (wanted) => {
    const query = { after: null, limit: 200, source: 'own', favourites: false, tag: null } as const;
    const answer = await window.dialer.request('contact:list', query);
    const contact = answer.ok ? answer.value.contacts.find((one) => one.name === wanted) : undefined;
    if (contact === undefined) return false;
    const { id, source: _source, changedAtMs: _changedAtMs, ...draft } = contact;
    return (await window.dialer.request('contact:save', { id, ...draft, favourite: true })).ok;
  }, name);
  expect(starred).toBe(true);
}

async function checkTable(page: Page, fileName: string, rows: string): Promise<void> {
  const path = join(temporaryFolder('import'), fileName);
  writeFileSync(path, `Name,Mobile,Phone,Labels,Notes\n${rows}\n`);
  await chooses(desk.app, path);
  await button(page, 'Choose a file…').click();
  await button(page, 'Check the file').click();
}

test('undo takes back what came by the import, keeps what was done by hand since, and says what stays', async () => {
  const page = await openContacts();
  await save(page, 'Ali Old', '09121234567');
  await checkTable(page, 'merge.csv', 'Ali Old,09121234567,02188776655,vip,theirs');
  await page.getByRole('radio', { name: 'Merge' }).check({ force: true });
  await page.getByRole('button', { name: 'Import 1 contact', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  expect(await told(page, 'Ali Old')).toMatchObject({ tags: ['vip'], note: 'theirs' });
  await star(page, 'Ali Old');
  await button(page, 'Undo').first().click();
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible();
  expect(await told(page, 'Ali Old')).toEqual({ tags: [], note: '', favourite: true, numbers: ['09121234567'] });

  // What came by the import and was changed since stays. The panel knows also what is taken back from the list.
  await button(page, 'Another file').click();
  await checkTable(page, 'fresh.csv', 'Sara,09120000002,,,\nReza,09120000003,,,');
  await button(page, 'Import 2 contacts').click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  await star(page, 'Sara');
  await button(page, 'Undo the import of fresh.csv').click();
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible();
  await expect(page.getByText('1 contact was changed since and stays as it is.')).toHaveCount(1);
  await expect(button(page, 'Undo')).toHaveCount(0);
  expect(await names(page)).toEqual(['Ali Old', 'Sara']);

  // Nothing would be taken back of an import whose contacts were all changed.
  await button(page, 'Another file').click();
  await checkTable(page, 'one.csv', 'Mina,09120000004,,,');
  await button(page, 'Import 1 contact').click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  await star(page, 'Mina');
  await openSettings(page, 'Connection');
  await openSettings(page, 'Contacts');
  await expect(page.getByRole('list', { name: 'Past imports' })).toContainText('nothing left to take back');
  await expect(button(page, 'Undo the import of one.csv')).toHaveCount(0);
  expect(desk.app.complaints).toEqual([]);

  // A number of somebody of another name is told, and the choice counts for it as well.
  await button(page, 'Choose a file…').or(button(page, 'Another file')).first().click();
  await checkTable(page, 'shared.csv', 'علی قدیمی,09121234567,,,\nNima,09120000005,,,');
  await expect(
    page.getByText('1 contact shares a number with somebody of another name.', { exact: false }),
  ).toBeVisible();
  await expect(button(page, 'Import 2 contacts')).toBeVisible();
  await page.getByRole('radio', { name: 'Skip' }).check({ force: true });
  await button(page, 'Import 1 contact').click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  expect(await names(page)).toContain('Nima');
  expect(await names(page)).not.toContain('علی قدیمی');
});

test('what is exported can be read back, and a file that is none says so in words', async () => {
  const page = await openContacts();
  await chooses(desk.app, contactFile('google-new.csv'));
  await button(page, 'Choose a file…').click();
  await button(page, 'Check the file').click();
  await button(page, 'Import 4 contacts').click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  const before = await names(page);

  // Everybody is found again, who has no number by the name.
  for (const [format, file] of [
    ['CSV', 'contacts.csv'],
    ['vCard 4', 'contacts.vcf'],
  ] as const) {
    const path = join(temporaryFolder('export'), file);
    await chooses(desk.app, path);
    await page.getByRole('radio', { name: format }).check({ force: true });
    await button(page, 'Export…').click();
    await expect(page.getByText(`Contacts written: 4. ${file}`)).toBeVisible();
    expect(readFileSync(path, 'utf8')).toContain('Sara Ahmadi');
    await button(page, 'Another file').click();
    await button(page, 'Choose a file…').click();
    if (format === 'CSV') await button(page, 'Check the file').click();
    await expect(page.getByText('Already in your contacts')).toBeVisible();
    await page.getByRole('radio', { name: 'Merge' }).check({ force: true });
    await button(page, /^Import \d contacts/).click();
    await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
    expect(await names(page)).toEqual(before);
  }

  await chooses(desk.app, contactFile('workbook.csv'));
  await button(page, 'Another file').click();
  await button(page, 'Choose a file…').click();
  await expect(page.getByRole('alert')).toContainText('This is a workbook, not a text file.');
  await expect(page.getByRole('alert')).toContainText('save it as CSV UTF-8');
});
