import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openDatabase } from '../../electron/storage/database.ts';
import { postMany } from '../support/ask.ts';
import { type Desk, historyRows, openDesk } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { addManyCalls } from '../support/many-calls.ts';

const search = (page: Page) => page.getByRole('searchbox', { name: /Search calls|جست‌وجوی تماس‌ها/ });
const list = (page: Page) => page.getByRole('grid').first();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

function callEvent(id: number, startedAtMs: number, parties: { readonly src: string; readonly dst: string }) {
  const time = (atMs: number) => new Date(atMs).toISOString().replace('T', ' ').replace('Z', '000');
  return {
    event_name: 'Cdr',
    type: parties.src === '557' ? 'outgoing' : 'incoming',
    disposition: 'ANSWERED',
    duration: '20',
    billsec: 9,
    wait: 11,
    ...parties,
    starttime: time(startedAtMs),
    endtime: time(startedAtMs + 20_000),
    unique_id: `1767225600.${id}`,
  };
}

const out = (dst: string) => ({ src: '557', dst });
const into = (src: string) => ({ src, dst: '557' });

test('a search finds numbers by any part, names, notes and tags; Enter goes on in the list; outcome and tag are chosen by keys', async () => {
  const sold = { code: 'sold', name: 'Sold', kind: 'success' } as const;
  const desk = await openDesk({ events: null, afterCall: { outcomes: [sold] } });
  const { page } = desk;
  const now = Date.now();
  const events = ['09121234567', '02188001008', '09350001004'].map((number, index) =>
    callEvent(index, now - (index + 1) * 60_000, out(number)),
  );
  await postMany(desk.listener, events);
  await page.evaluate(async () => {
    const numbers = [{ label: 'mobile' as const, written: '09350001004' }];
    const rest = { company: '', favourite: false, tags: [], note: '', trunkName: null, doNotCall: false };
    await window.dialer.request('contact:save', { id: null, name: 'سارا محمدی', numbers, ...rest });
  });
  await page.keyboard.press('Control+3');
  await expect(historyRows(page)).toHaveCount(3);
  await page.keyboard.press('Control+f');
  await expect(search(page)).toBeFocused();
  for (const [typed, found] of [
    ['۸۸۰۰', '021 8800 1008'],
    ['912 123', '0912 123 4567'],
    ['سارا', '0935 000 1004'],
  ] as const) {
    await search(page).fill(typed);
    await expect(historyRows(page)).toHaveCount(1);
    await expect(historyRows(page)).toContainText(found);
    await expect(historyRows(page).locator('mark').first()).toBeVisible();
  }
  // Written with the code of the country, also a part of a number finds what the PBX wrote with a zero.
  await search(page).fill('+98912');
  await expect(historyRows(page)).toContainText(['0912 123 4567']);
  await search(page).fill('سارا');
  await expect(historyRows(page)).toContainText(['0935 000 1004']);
  await expect(page.getByRole('status').filter({ hasText: '1 call' })).toBeVisible();
  await search(page).press('Enter');
  await expect(list(page)).toBeFocused();
  await expect(page.getByRole('row', { selected: true })).toContainText('سارا محمدی');

  await page.keyboard.press('n');
  const note = page.getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await expect(note).toBeEditable();
  await page.keyboard.type('Wants the blue offer');
  await page.keyboard.press('Tab');
  await page.keyboard.press('1');
  await page.getByRole('textbox', { name: 'Add a tag' }).focus();
  await page.keyboard.type('newsletter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  for (const typed of ['blue off', 'Newslet']) {
    await page.keyboard.press('Control+f');
    await search(page).fill('');
    await expect(historyRows(page)).toHaveCount(3);
    await search(page).fill(typed);
    await expect(historyRows(page)).toHaveCount(1);
    await expect(historyRows(page)).toContainText('سارا محمدی');
  }
  await search(page).fill('');
  await choose(page, 'Outcome', 'Sold');
  await choose(page, 'Tag', 'newsletter');
  const filters = page.getByRole('list', { name: 'What the list is filtered by' }).getByRole('listitem');
  await expect(filters).toHaveText(['Outcome Sold', 'Tag newsletter']);
  await expect(historyRows(page)).toHaveCount(1);

  await page.keyboard.press('Control+f');
  await search(page).fill('nobody at all');
  await expect(page.getByText('No call fits')).toBeVisible();
  await button(page, 'Clear the filter').click();
  await expect(search(page)).toBeFocused();
  await expect(historyRows(page)).toHaveCount(3);

  // Another call comes under the pointer between press and release: nobody is called.
  await search(page).fill('88');
  await expect(historyRows(page)).toContainText(['021 8800 1008']);
  await historyRows(page).getByRole('button').last().hover();
  await page.mouse.down();
  await search(page).fill('0935');
  await expect(historyRows(page)).toContainText(['0935 000 1004']);
  await page.mouse.up();
  await search(page).fill('');
  await expect(historyRows(page)).toHaveCount(3);
  expect(desk.originates()).toEqual([]);
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
});

/** Opens the filter and chooses one of its names, by keys alone. */
async function choose(page: Page, part: string, name: string): Promise<void> {
  await button(page, /^Filter/).focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog', { name: 'Filter' })
    .getByRole('button', { name: new RegExp(`\\b${part}$`) })
    .focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

/** Chooses two days of the month that is shown, by keys alone. */
async function chooseDays(page: Page, first: string, last: string): Promise<void> {
  const day = (name: string) =>
    page
      .getByRole('grid')
      .getByRole('button')
      .filter({ hasText: new RegExp(`^${name}$`) });
  await day(first).first().focus();
  await page.keyboard.press('Enter');
  await day(last).first().focus();
  await page.keyboard.press('Enter');
}

const rowsOf = (page: Page) => page.getByRole('grid', { name: 'تاریخچهٔ تماس' }).getByRole('row');

test('a filter of directions and Jalali days, kept under a name, survives a restart and comes back by keys', async () => {
  const desk: Desk = await openDesk({ events: null, ui: { language: 'fa', calendar: 'persian' } });
  const { page } = desk;
  const day = 86_400_000;
  const now = Date.now();
  const ages = [0, 0, 40, 80];
  await postMany(
    desk.listener,
    ages.map((age, index) => {
      const number = `0912000100${index}`;
      return callEvent(index, now - age * day - 60_000, index % 2 === 0 ? out(number) : into(number));
    }),
  );
  await page.keyboard.press('Control+3');
  await expect(rowsOf(page)).toHaveCount(4);
  await button(page, 'پالایه').click();
  const panel = page.getByRole('dialog', { name: 'پالایه' });
  // The arrows walk in a group, and Tab goes to the next one.
  await panel.getByRole('button', { name: 'امروز', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(panel.getByRole('button', { name: 'دیروز', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(panel.getByRole('button', { name: 'ورودی', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await panel.getByRole('button', { name: 'این ماه', exact: true }).click();
  await panel.getByRole('button', { name: 'انتخاب روزها' }).click();
  // Weeks begin on Saturday, months are those of the Persian calendar.
  await expect(panel.getByRole('columnheader', { includeHidden: true }).first()).toHaveText('ش');
  // What the library of controls says by itself is Persian too.
  await expect(panel.getByRole('button', { name: /^امروز، / })).toBeVisible();
  await panel.getByRole('button', { name: 'تقویم میلادی' }).click();
  await expect(panel.getByRole('columnheader', { includeHidden: true })).toHaveCount(7);
  await expect(
    panel.getByRole('button', {
      name: /^امروز، .*(نوامبر|دسامبر|ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر)/,
    }),
  ).toBeVisible();
  await panel.getByRole('button', { name: 'تقویم هجری خورشیدی' }).click();
  await chooseDays(page, '۱', '۲۹');
  await page.keyboard.press('Escape');
  const chips = page.getByRole('list', { name: 'فهرست با این‌ها پالایش شده است' }).getByRole('listitem');
  await expect(chips).toHaveCount(2);
  await expect(chips.first()).toHaveText(/^\u2068۱\u2069 تا \u2068۲۹ .+ ۱۴[۰-۹]{2}\u2069$/);
  // The last days of a month of 30 or 31 were left out.
  const dayOfMonth = Number(new Intl.DateTimeFormat('en-u-ca-persian', { day: 'numeric' }).format(now - 60_000));
  const filtered = dayOfMonth <= 29 ? 1 : 0;
  await expect(rowsOf(page)).toHaveCount(filtered);

  await page.keyboard.press('Control+Shift+F');
  const saved = page.getByRole('dialog', { name: 'پالایه‌های نگه‌داشته' });
  await saved.getByRole('textbox').fill('ورودی این ماه');
  await page.keyboard.press('Enter');
  await expect(saved.getByRole('listitem')).toHaveCount(1);
  const app = await launchAgain(desk);
  await app.page.keyboard.press('Control+3');
  await expect(rowsOf(app.page)).toHaveCount(4);
  await app.page.keyboard.press('Control+Shift+F');
  await expect(app.page.getByRole('dialog').getByRole('button', { name: /^ورودی این ماه/ })).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(chipsOf(app.page)).toHaveCount(2);
  await expect(rowsOf(app.page)).toHaveCount(filtered);
  await keepAnother(app.page, 'ورودی');
  await expect(chipsOf(app.page)).toHaveCount(1);
  await app.page.getByRole('button', { name: 'پاک کردن همه' }).click();
  await expect(chipsOf(app.page)).toHaveCount(0);
  await expect(rowsOf(app.page)).toHaveCount(4);
  expect(app.complaints).toEqual([]);
  await app.close();
  await desk.pbx.stop();
});

/** A name that is taken replaces nothing unasked, and no name is dropped without a word. */
async function keepAnother(page: Page, name: string): Promise<void> {
  const saved = page.getByRole('dialog');
  const names = saved.getByRole('listitem');
  const field = saved.getByRole('textbox');
  await chipsOf(page).first().getByRole('button').click();
  await page.keyboard.press('Control+Shift+F');
  await field.fill('ورودی این ماه');
  await page.keyboard.press('Enter');
  await expect(saved).toContainText('پالایه‌ای با این نام هست');
  await expect(saved.getByRole('button', { name: 'جایگزینی' })).toBeVisible();
  await field.fill(name);
  await page.keyboard.press('Enter');
  await expect(names).toHaveCount(2);
  await names.last().getByRole('button').first().focus();
  await page.keyboard.press('F2');
  await field.fill('ورودی این ماه');
  await page.keyboard.press('Enter');
  await expect(saved).toContainText('پالایهٔ دیگری این نام را دارد');
  await expect(field).toHaveValue('ورودی این ماه');
  await field.fill('همهٔ ورودی‌ها');
  await page.keyboard.press('Enter');
  await expect(names).toHaveText([/^ورودی این ماه/, /^همهٔ ورودی‌ها/]);
  await expect(names.last().getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(names).toHaveText([/^ورودی این ماه/]);
  await page.keyboard.press('Control+z');
  await expect(names).toHaveText([/^ورودی این ماه/, /^همهٔ ورودی‌ها/]);
  // The last one of all goes, and the keyboard stands at the way back.
  for (const _ of [1, 2]) {
    await names.first().getByRole('button').first().focus();
    await page.keyboard.press('Delete');
  }
  await expect(names).toHaveCount(0);
  await expect(saved.getByRole('status')).toContainText('همهٔ ورودی‌ها حذف شد');
  await expect(saved.getByRole('button', { name: 'برگرداندن' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(names.first().getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Escape');
}

const chipsOf = (page: Page) => page.getByRole('list', { name: 'فهرست با این‌ها پالایش شده است' }).getByRole('listitem');

async function launchAgain({ app }: Desk) {
  await app.close();
  return launchDialdesk({ userDataDir: app.userDataDir });
}

test('of 5,000 calls few are rows, the keyboard reaches the oldest, and a new call moves nothing in sight', async () => {
  const desk = await openDesk({ events: null });
  const { page } = desk;
  const opened = openDatabase(join(desk.app.userDataDir, 'dialdesk.sqlite'));
  if (!opened.ok) throw new Error(opened.error.detail);
  const draft = { label: 'mobile' as const, written: '09121110000' };
  const contact = {
    name: 'Many',
    company: '',
    numbers: [draft],
    favourite: false,
    tags: [],
    note: '',
    trunkName: null,
  };
  addManyCalls(opened.value.connection, [{ ...contact, doNotCall: false }], {
    calls: 5000,
    lastMs: Date.now() - 3_600_000,
    profile: 'main',
  });
  opened.value.close();
  await page.reload();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(page).first()).toHaveAttribute('aria-rowindex', '1');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+3');
  await expect(list(page)).toBeFocused();
  await expect(list(page)).toHaveAttribute('aria-rowcount', '5000');
  await page.keyboard.press('End');
  const chosen = page.getByRole('row', { selected: true });
  await expect(chosen).toHaveAttribute('aria-rowindex', '5000', { timeout: 20_000 });
  await expect(chosen).toBeInViewport({ ratio: 1 });
  expect(await historyRows(page).count()).toBeLessThan(50);

  await page.keyboard.press('PageUp');
  const before = await chosen.boundingBox();
  await postMany(desk.listener, [callEvent(1, Date.now() - 60_000, out('09350001004'))]);
  await expect(list(page)).toHaveAttribute('aria-rowcount', '5001');
  expect(await chosen.boundingBox()).toEqual(before);
  await page.keyboard.press('Home');
  await expect(chosen).toHaveAttribute('aria-rowindex', '1');
  await expect(chosen).toContainText('0935 000 1004');

  // Who scrolls away from a button that has the focus has none of another call.
  await chosen.getByRole('button').last().focus();
  await list(page).evaluate((element) => element.scrollTo({ top: 6000 }));
  await expect(historyRows(page).first()).not.toHaveAttribute('aria-rowindex', '1');
  expect(await page.evaluate(() => document.activeElement?.closest('[role="row"]') ?? null)).toBeNull();
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
});
