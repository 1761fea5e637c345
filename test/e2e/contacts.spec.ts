import { expect, type Page, test } from '@playwright/test';
import { aDraft } from '../support/contact-builders.ts';
import { currentCall, type Desk, type DeskOptions, dial, historyRows, openDesk } from '../support/desk.ts';
import { ringIn } from '../support/incoming-call.ts';
import { resizeTo } from '../support/main-window.ts';
import { saveContacts, someContacts, withoutDirectory } from '../support/some-contacts.ts';

let desk: Desk | null = null;

async function open(options: DeskOptions = {}): Promise<Desk> {
  desk = await openDesk({ pbx: withoutDirectory, ...options });
  return desk;
}

test.afterEach(async () => {
  await desk?.leave();
  desk = null;
});

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search contacts' });
const list = (page: Page) => page.getByRole('grid', { name: 'Contact list' });
const row = (page: Page, name: string | RegExp) => list(page).getByRole('row', { name });
const chosen = (page: Page) => list(page).getByRole('row', { selected: true });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** As an agent enters somebody, with the keys alone. */
async function enterSara(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Sara Ahmadi');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Blue Clinic');
  await page.getByRole('textbox', { name: 'Number 1' }).fill('۰۹۱۲ ۱۱۱ ۲۲۳۳');
}

test('a contact from nothing to the call: entered, kept while elsewhere, saved, found, called, edited, deleted and back', async () => {
  const { page, originates } = await open();
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: 'No contacts yet' })).toBeVisible();

  await enterSara(page);
  // Nothing is lost by Esc, nor by a look at another tab.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+3');
  await page.keyboard.press('Control+Shift+N');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Sara Ahmadi');
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(page.getByRole('article', { name: 'Sara Ahmadi' })).toContainText('0912 111 2233');

  await page.keyboard.press('Escape');
  await expect(row(page, /Sara Ahmadi/)).toBeVisible();
  await search(page).fill('sara');
  await search(page).press('ArrowDown');
  await expect(list(page)).toBeFocused();
  await expect(chosen(page)).toContainText('Sara Ahmadi');
  await page.keyboard.press('Enter');
  await expect(currentCall(page)).toContainText('0912 111 2233');
  expect(originates()).toHaveLength(1);
  expect(originates()[0]?.body).toMatchObject({ callee: '09121112233' });

  await list(page).focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name' }).fill('Sara Karimi');
  await button(page, 'Save').click();
  await expect(page.getByRole('article', { name: 'Sara Karimi' })).toBeVisible();
  await button(page, 'Favourite').click();
  await expect(button(page, 'Favourite')).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'Back to the contacts').click();
  await search(page).fill('');
  await page.getByRole('radio', { name: 'Favourites' }).click({ force: true });
  await expect(row(page, /Sara Karimi/)).toBeVisible();

  await list(page).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('status').filter({ hasText: 'Sara Karimi deleted' })).toBeVisible();
  await expect(row(page, /Sara Karimi/)).toHaveCount(0);
  await button(page, 'Undo').click();
  await expect(row(page, /Sara Karimi/)).toBeVisible();
});

test('the search takes any writing of letters and digits, marks what it found, and offers what comes next', async () => {
  const { page } = await open();
  await saveContacts(page, someContacts);
  await page.keyboard.press('Control+2');
  await expect(list(page).getByRole('row')).not.toHaveCount(0);
  const finds = async (text: string, name: string, mark: string) => {
    await search(page).fill(text);
    await expect(list(page).getByRole('row')).toHaveCount(1);
    await expect(row(page, name)).toBeVisible();
    await expect(list(page).locator('mark').first()).toHaveText(mark);
  };
  // Arabic letters for Persian ones, Persian and Latin digits for each other.
  await finds('علي كريمي', 'علی کریمی', 'علی');
  await finds('۱۲۳۴۵۶۷', 'علی کریمی', '123 4567');
  await finds('1112233', 'مریم یوسفی', '111 2233');
  await finds('dental', 'Sara Ahmadi', 'Dental');
  await finds('march', 'Robert Kuhn', 'March');

  await search(page).fill('0912 999 8877');
  await expect(page.getByRole('heading', { name: /Nobody found/ })).toBeVisible();
  await button(page, 'New contact with 0912 999 8877').click();
  await expect(page.getByRole('textbox', { name: 'Number 1' })).toHaveValue('0912 999 8877');
  await button(page, 'Cancel').click();
  await button(page, 'Clear the search').last().click();
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue('');

  await button(page, /^Any tag/).click();
  await page.getByRole('option', { name: 'Tehran' }).click();
  await expect(list(page).getByRole('row')).toHaveCount(1);
});

test('a form says what is wrong where it is, and saves nothing until it is right', async () => {
  const { page } = await open();
  await page.keyboard.press('Control+Shift+N');
  await button(page, 'Save').click();
  await expect(page.getByText('Enter a name, a company or a number.')).toBeVisible();
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  // A pasted text that is cut says so.
  await page.keyboard.insertText('O'.repeat(400));
  await expect(name).toHaveValue('O'.repeat(200));
  await expect(name).toHaveAccessibleDescription('Nothing more fits: 200 characters at most.');
  await name.fill('Omid');
  await expect(name).toHaveAccessibleDescription('');
  const number = page.getByRole('textbox', { name: 'Number 1' });
  await number.fill('no number');
  await number.press('Enter');
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await expect(number).toBeFocused();
  await number.fill('558');
  await number.press('Enter');
  await expect(page.getByRole('article', { name: 'Omid' })).toContainText('558');
});

test('contacts that share a number are proposed, merged side by side, and taken apart again by Ctrl+Z', async () => {
  const { page, app } = await open();
  await saveContacts(page, [
    aDraft('Robert Kuhn', ['02188001008'], { company: 'Kuhn & Partner' }),
    aDraft('R. Kuhn', ['+98 21 8800 1008', '09121112233']),
  ]);
  await page.keyboard.press('Control+2');
  await button(page, 'Compare').click();
  // Said to be different people they are left alone, until they are to be proposed again.
  await button(page, 'Different people').click();
  await expect(page.getByRole('heading', { name: 'No two contacts share a number' })).toBeVisible();
  await expect(page.getByText('One group is kept apart.')).toBeVisible();
  await button(page, 'Propose again').click();
  await page.getByRole('radio', { name: /Robert Kuhn/ }).click({ force: true });
  await button(page, 'Merge').click();
  await expect(page.getByRole('heading', { name: 'No two contacts share a number' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page).getByRole('row')).toHaveCount(1);
  await list(page).focus();
  await page.keyboard.press('Space');
  const card = page.getByRole('article', { name: 'Robert Kuhn' });
  await expect(card).toContainText('0912 111 2233');
  await page.keyboard.press('Control+z');
  await expect(card).not.toContainText('0912 111 2233');
  await page.keyboard.press('Escape');
  await expect(list(page).getByRole('row')).toHaveCount(2);

  // In a wide window the card stands beside the list and follows the arrows.
  await resizeTo(app, 1080, 720);
  await list(page).focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('article', { name: 'R. Kuhn' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('article', { name: 'Robert Kuhn' })).toBeVisible();
  expect(app.complaints).toEqual([]);
});

test('what a merge takes is seen before, and of three contacts one is left out', async () => {
  const { page } = await open();
  await saveContacts(page, [
    aDraft('Dup A', ['09121112233', '02188001008']),
    aDraft('Dup B', ['+98 912 111 2233'], { doNotCall: true, trunkName: 'MCI' }),
    aDraft('Dup C', ['021 8800 1008'], { favourite: true }),
  ]);
  await page.keyboard.press('Control+2');
  await expect(page.getByText('3 contacts share numbers.')).toBeVisible();
  await button(page, 'Compare').click();
  const side = (name: string) => page.locator('label', { has: page.getByRole('radio', { name: new RegExp(name) }) });
  await expect(side('Dup A')).not.toContainText('Do not call');
  await expect(side('Dup B')).toContainText('Do not call');
  await expect(side('Dup B')).toContainText('Preferred trunk: MCI');
  await expect(side('Dup C')).toContainText('Favourite');
  const result = page.getByText('The merged contact has:').locator('..');
  await expect(result).toContainText('Do not call');
  await expect(result).toContainText('Favourite');

  const included = (name: string) => page.getByRole('checkbox', { name: `Include ${name}` });
  await expect(included('Dup C')).toBeChecked();
  await included('Dup C').focus();
  await page.keyboard.press('Space');
  await expect(included('Dup C')).not.toBeChecked();
  // Two stay.
  await expect(included('Dup A')).toBeDisabled();
  await expect(result).not.toContainText('Favourite');
  await page.getByRole('radio', { name: /Dup A/ }).click({ force: true });
  await button(page, 'Merge').click();
  // The merged one shares a number with the one that was left out.
  await expect(page.getByRole('radio')).toHaveCount(2);
  await expect(side('Dup A')).toContainText('Do not call');
  await button(page, 'Different people').click();
  await expect(page.getByRole('heading', { name: 'No two contacts share a number' })).toBeVisible();
});

test('a number that cannot be called moves nothing under the pointer, and one that is there already is said and saved once', async () => {
  const { page } = await open();
  await page.keyboard.press('Control+Shift+N');
  await page.getByRole('textbox', { name: 'Name' }).fill('Sara');
  const first = page.getByRole('textbox', { name: 'Number 1' });
  await first.fill('0912 CALL ME 44');
  await button(page, 'Add a number').hover();
  const before = await button(page, 'Add a number').boundingBox();
  await page.mouse.down();
  expect(await button(page, 'Add a number').boundingBox()).toEqual(before);
  await page.mouse.up();
  const second = page.getByRole('textbox', { name: 'Number 2' });
  await expect(second).toBeFocused();
  await expect(first).toHaveAttribute('aria-invalid', 'true');

  await first.fill('0912 111 2233');
  await second.fill('+98 912 111 2233');
  await expect(second).toHaveAccessibleDescription('This contact has that number already.');
  await expect(first).toHaveAccessibleDescription('');
  await button(page, 'Save').click();
  const card = page.getByRole('article', { name: 'Sara' });
  await expect(card.getByRole('list', { name: 'Numbers' }).getByRole('listitem')).toHaveCount(1);
});

test('from a call of the history to the contact: a new one with its number, then the card it has', async () => {
  const { page, pbx } = await open();
  await dial(page, '09120000002');
  await page.keyboard.press('Control+3');
  await expect(historyRows(page)).toHaveCount(1);
  await historyRows(page).first().click();
  await button(page, 'Contact with 0912 000 0002').click();
  await expect(page.getByRole('textbox', { name: 'Number 1' })).toHaveValue('09120000002');
  await page.getByRole('textbox', { name: 'Name' }).fill('Busy Person');
  await button(page, 'Save').click();
  await expect(page.getByRole('article', { name: 'Busy Person' })).toContainText('Last calls');
  await page.keyboard.press('Control+3');
  await button(page, 'Contact with 0912 000 0002').click();
  await expect(page.getByRole('article', { name: 'Busy Person' })).toBeVisible();

  // Some exchanges tell a caller with the country code and nothing before it.
  const ringing = await ringIn(pbx, '989351112233');
  await expect(currentCall(page)).toContainText('0935 111 2233');
  await ringing.hangUp();
});

test('who is in the directory of the PBX is marked, read only, and copied to be changed', async () => {
  const { page } = await open({ pbx: { directory: 'full' } });
  await page.keyboard.press('Control+2');
  await page.getByRole('radio', { name: 'Directory' }).click({ force: true });
  await expect(row(page, /Amir Tehrani/)).toContainText('PBX');
  await row(page, /Amir Tehrani/).click({ position: { x: 120, y: 12 } });
  const card = page.getByRole('article', { name: 'Amir Tehrani' });
  await expect(card).toContainText('It is changed there.');
  await expect(button(page, 'Delete')).toHaveCount(0);
  await button(page, 'Copy to my contacts').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Amir of Tehran');
  await button(page, 'Save').click();
  await expect(page.getByRole('article', { name: 'Amir of Tehran' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Mine' }).click({ force: true });
  await expect(list(page).getByRole('row')).toHaveCount(1);
});

test('a long list is read page by page, and a call goes by the preferred trunk', async () => {
  const { page, originates } = await open();
  const many = Array.from({ length: 450 }, (_, index) => {
    const place = String(index).padStart(3, '0');
    return aDraft(`Person ${place}`, [`0912000${String(1000 + index)}`], index === 449 ? { trunkName: 'MCI' } : {});
  });
  await saveContacts(page, many);
  await page.keyboard.press('Control+2');
  await expect(list(page)).toHaveAttribute('aria-rowcount', '450');
  await list(page).focus();
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(chosen(page)).toContainText('Person 449', { timeout: 300 });
  }).toPass();
  await chosen(page).getByRole('button', { name: 'Call Person 449' }).click();
  await expect.poll(() => originates().length).toBe(1);
  expect(originates()[0]?.body).toMatchObject({ trunk_name: 'MCI' });
});

test('a contact far down the list is where the list goes: from a call, after a search, and as a new one', async () => {
  const { page, app } = await open();
  const many = Array.from({ length: 500 }, (_, index) => {
    const place = String(index).padStart(3, '0');
    return aDraft(`Person ${place}`, [`0912000${String(1000 + index)}`]);
  });
  await saveContacts(page, many);
  await dial(page, '09120001400');
  await page.keyboard.press('Control+3');
  await historyRows(page).first().click();
  await button(page, 'Contact with 0912 000 1400').click();
  await expect(page.getByRole('article', { name: 'Person 400' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeFocused();
  await expect(chosen(page)).toContainText('Person 400');
  await expect(chosen(page)).toBeInViewport({ ratio: 1 });
  await expect(chosen(page)).toHaveAttribute('aria-rowindex', '401');
  await page.keyboard.press('ArrowUp');
  await expect(chosen(page)).toContainText('Person 399');
  // What stands above comes by and by, and what is seen stays where it is.
  for (let pages = 0; pages < 12; pages += 1) await page.keyboard.press('PageUp');
  await expect(chosen(page)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Home');
  await expect(chosen(page)).toContainText('Person 000');
  await expect(chosen(page)).toBeInViewport({ ratio: 1 });

  // Beside the card as well.
  await resizeTo(app, 1080, 720);
  await search(page).fill('person 450');
  await expect(list(page).getByRole('row')).toHaveCount(1);
  await search(page).press('ArrowDown');
  await expect(page.getByRole('article', { name: 'Person 450' })).toBeVisible();
  await search(page).fill('');
  await expect(list(page)).toHaveAttribute('aria-rowcount', '500');
  await expect(chosen(page)).toContainText('Person 450');
  await expect(chosen(page)).toBeInViewport({ ratio: 1 });

  await page.getByRole('radio', { name: 'Favourites' }).click({ force: true });
  await page.keyboard.press('Control+Shift+N');
  await page.getByRole('textbox', { name: 'Name' }).fill('Person 300 b');
  await page.getByRole('textbox', { name: 'Number 1' }).fill('09350000000');
  await button(page, 'Save').click();
  await expect(chosen(page)).toContainText('Person 300 b');
  await expect(chosen(page)).toBeInViewport({ ratio: 1 });
  await expect(chosen(page)).toHaveAttribute('aria-rowindex', '302');
  expect(app.complaints).toEqual([]);
});
