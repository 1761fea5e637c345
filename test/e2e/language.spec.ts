import { expect, type Page, test } from '@playwright/test';
import { connectEvents, type Desk, type DeskOptions, historyRows, openDesk } from '../support/desk.ts';
import { type DialdeskApp, launchDialdesk } from '../support/dialdesk-app.ts';
import { holdAt } from '../support/hold-call.ts';
import { choose, openSettings } from '../support/set-up-steps.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function openPersianDesk(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk({ ui: { language: 'fa', calendar: 'persian' }, ...options });
  cleanUps.push(() => desk.leave());
  return desk;
}

async function restart(userDataDir: string): Promise<DialdeskApp> {
  const app = await launchDialdesk({ userDataDir });
  cleanUps.push(() => app.close());
  return app;
}

/** Texts in sight with a number of some length that could be turned around by the words beside it. */
function unisolatedNumbers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // What stands between these two characters is isolated without an element.
      const text = (node.textContent ?? '').replace(/\u2068[^\u2069]*\u2069/g, '');
      if (!/[\d۰-۹][\d۰-۹ :.*#/-]{3,}[\d۰-۹]/.test(text)) continue;
      if (node.parentElement?.closest('bdi, [dir="ltr"]') === null) found.push(text);
    }
    return found;
  });
}

test('in Persian the window stands right to left, its numbers do not, and a call works from end to end', async () => {
  const desk = await openPersianDesk();
  const { page } = desk;
  const root = page.locator('html');
  await expect(root).toHaveAttribute('dir', 'rtl');
  await expect(root).toHaveAttribute('lang', 'fa');
  await expect(page.getByRole('tab')).toHaveText(['شماره‌گیر', 'مخاطبان', 'تاریخچه', 'تنظیمات']);
  const [first, last] = await Promise.all([
    page.getByRole('tab', { name: 'شماره‌گیر' }).boundingBox(),
    page.getByRole('tab', { name: 'تنظیمات' }).boundingBox(),
  ]);
  expect(first?.x ?? 0).toBeGreaterThan(last?.x ?? 0);

  const field = page.getByRole('textbox', { name: 'شماره تلفن' });
  await expect(field).toHaveAttribute('dir', 'ltr');
  await field.fill('۰۹۱۲۰۰۰۰۰۰۱');
  await expect(page.getByText(/۰۹۱۲۰۰۰۰۰۰۱/).first()).toBeVisible();
  expect(await unisolatedNumbers(page)).toEqual([]);
  // Telephone order is the same everywhere: 1 stands to the left of 3.
  const [one, three] = await Promise.all([
    page.getByRole('button', { name: '۱', exact: true }).boundingBox(),
    page.getByRole('button', { name: '۳', exact: true }).boundingBox(),
  ]);
  expect(one?.x ?? 0).toBeLessThan(three?.x ?? 0);
  holdAt(desk, 'talking');
  await field.press('Enter');

  const card = page.getByRole('region', { name: 'تماس جاری' });
  await expect(card).toContainText(/مکالمه ۰۰:/);
  expect(await unisolatedNumbers(page)).toEqual([]);
  desk.pbx.setSpeed(10);
  await expect(card).toContainText('پاسخ داده شد');
  await page.getByRole('tab', { name: 'تاریخچه' }).click();
  const row = page.getByRole('row').first();
  await expect(row).toContainText('۰۹۱۲ ۰۰۰ ۰۰۰۱');
  await expect(row.locator('bdi[dir=ltr]').filter({ hasText: '۰۹۱۲ ۰۰۰ ۰۰۰۱' })).toHaveCount(1);
  expect(await unisolatedNumbers(page)).toEqual([]);
  expect(desk.originates().map(({ body }) => body)).toEqual([expect.objectContaining({ callee: '09120000001' })]);
  expect(desk.app.complaints).toEqual([]);
});

test('nonsense is refused in Persian, and a refusal keeps the words of the PBX', async () => {
  const desk = await openPersianDesk();
  const { page } = desk;
  const field = page.getByRole('textbox', { name: 'شماره تلفن' });
  await field.fill('hello');
  await expect(field).toHaveAccessibleDescription(/حروف را نمی‌توان گرفت/);
  await field.fill('09120000006');
  await field.press('Enter');
  await expect(page.getByText('Requested operation failed').first()).toBeVisible();
});

test('the language changes at once, without a restart, and stays after one', async () => {
  const desk = await openDesk();
  const { page, app } = desk;
  await openSettings(page, 'Appearance');
  await choose(page, 'Language', 'فارسی');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('tab', { name: 'تنظیمات' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Settings' })).toHaveCount(0);
  await choose(page, 'تقویم', 'هجری خورشیدی');
  await expect.poll(async () => (await app.state()).settings.ui).toMatchObject({ language: 'fa', calendar: 'persian' });
  await desk.leave();

  const again = await restart(app.userDataDir);
  await expect(again.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(again.page.getByRole('tab', { name: 'شماره‌گیر' })).toBeVisible();
  await openSettingsInPersian(again.page);
  await choose(again.page, 'زبان', 'English');
  await expect(again.page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(again.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(again.page.getByRole('tab', { name: 'Keypad' })).toBeVisible();
  expect((await again.state()).settings.ui.calendar).toBe('persian');
});

async function openSettingsInPersian(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'تنظیمات' }).click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^نمایش[^ی]/ })
    .click();
}

test('the language can be chosen before anything else on the first screen', async () => {
  const app = await launchDialdesk();
  cleanUps.push(() => app.close());
  await app.page.getByText('فارسی', { exact: true }).click();
  await expect(app.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(app.page.getByRole('button', { name: 'اتصال به سیموتل' })).toBeVisible();
});

/** 1 Farvardin 1403 began in Tehran on 19 March 2024 at 20:30 UTC. */
const turnOfYear = [
  {
    number: '09121110001',
    start: '2024-03-19 20:29:00.000000',
    persian: ['۲۹ اسفند ۱۴۰۲', '29 Esfand 1402'],
    gregorian: '19 March 2024',
  },
  {
    number: '09121110002',
    start: '2024-03-19 20:31:00.000000',
    persian: ['۱ فروردین ۱۴۰۳', '1 Farvardin 1403'],
    gregorian: '20 March 2024',
  },
] as const;

test('the Persian calendar names the day of a call, to the minute of the turn of the year, in both languages', async () => {
  const desk = await openPersianDesk({ launch: { env: { TZ: 'Asia/Tehran' } } });
  const { page } = desk;
  connectEvents(desk.pbx, desk.listener);
  for (const [index, { number, start }] of turnOfYear.entries()) {
    const fields = {
      starttime: start,
      endtime: start,
      src: '557',
      dst: number,
      type: 'outgoing',
      unique_id: `1.${index}`,
    };
    expect(await desk.pbx.sendEvent('Cdr', { ...fields, disposition: 'ANSWERED', billsec: 9 })).toBe(200);
  }
  await page.getByRole('tab', { name: 'تاریخچه' }).click();
  const row = (number: string) => page.getByRole('row').filter({ hasText: number });
  await expect(row('۰۹۱۲ ۱۱۱ ۰۰۰۱')).toContainText(turnOfYear[0].persian[0]);
  await expect(row('۰۹۱۲ ۱۱۱ ۰۰۰۱')).toContainText('۲۳:۵۹');
  await expect(row('۰۹۱۲ ۱۱۱ ۰۰۰۲')).toContainText(turnOfYear[1].persian[0]);
  await expect(row('۰۹۱۲ ۱۱۱ ۰۰۰۲')).toContainText('۰۰:۰۱');
  expect(await unisolatedNumbers(page)).toEqual([]);

  await openSettingsInPersian(page);
  await choose(page, 'زبان', 'English');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(page).filter({ hasText: '0912 111 0002' })).toContainText(turnOfYear[1].persian[1]);
  await openSettings(page, 'Appearance');
  await choose(page, 'Calendar', 'Gregorian');
  await page.getByRole('tab', { name: 'History' }).click();
  for (const { number, gregorian } of turnOfYear) {
    await expect(historyRows(page).filter({ hasText: number.replace(/^(.{4})(.{3})/, '$1 $2 ') })).toContainText(
      gregorian,
    );
  }
});
