import { expect, test } from '@playwright/test';
import { addNumbers, answerRate, noNumbers, numbersOf } from '../../shared/domain/call-numbers.ts';
import { type Desk, dial, openDesk } from '../support/desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { keepCalls, workedDays } from '../support/worked-days.ts';

let desk: Desk;

test.afterEach(() => desk.leave());

test('the calls of a day, a week and a month are counted, by keys and for those who do not see the charts', async () => {
  const userDataDir = temporaryFolder();
  const midnight = new Date().setHours(0, 0, 0, 0);
  const yesterday = workedDays(2, midnight - 1).filter(({ startedAtMs }) => startedAtMs >= midnight - 86_400_000);
  keepCalls(userDataDir, workedDays(40, midnight - 1));
  desk = await openDesk({ launch: { userDataDir } });
  const { page } = desk;
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Numbers' }).click();
  const view = page.getByRole('region', { name: 'Numbers' });
  await expect(view).toBeFocused();

  // Today nothing was called yet; a call is counted as it comes.
  await expect(view.getByText('No calls on this day')).toBeVisible();
  await expect(view.getByRole('button', { name: 'The day after' })).toBeDisabled();
  await dial(page, '09120001006');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(view.getByText('0 in, 1 out')).toBeVisible();

  await view.focus();
  await page.keyboard.press('PageUp');
  const sums = yesterday.map(numbersOf).reduce(addNumbers, noNumbers);
  await expect(view.getByText(`${sums.incoming} in, ${sums.outgoing} out`)).toBeVisible();
  const rate = answerRate(sums);
  if (rate === null) throw new Error('Nobody called');
  await expect(view.getByText(`${Math.round((100 * rate.part) / rate.of)}%`)).toBeVisible();
  await expect(view.getByText(`${rate.part} of ${rate.of}`)).toBeVisible();
  // What the chart draws is said by its name, and told in a table.
  await expect(view.getByRole('img', { name: /^By hour: most calls \d\d:00 to \d\d:00, \d+\./ })).toBeVisible();
  const hours = view.getByRole('table', { name: 'By hour' });
  await expect(hours.getByRole('row')).toHaveCount(11);
  const ten = yesterday.filter(({ startedAtMs }) => new Date(startedAtMs).getHours() === 10);
  const incoming = ten.filter(({ direction }) => direction === 'inbound').length;
  await expect(hours.getByRole('row', { name: `10:00 to 11:00 ${incoming} ${ten.length - incoming}` })).toHaveCount(1);
  await expect(
    view.getByRole('table', { name: 'How they ended' }).getByRole('row', { name: /^Answered/ }),
  ).toBeVisible();

  await page.keyboard.press('Home');
  await expect(view.getByText('0 in, 1 out')).toBeVisible();
  await view.getByText('Month', { exact: true }).click();
  const today = view.getByRole('table', { name: 'By day' }).getByRole('row', { name: /^Today 0 1 / });
  await expect(today).toHaveAttribute('aria-current', 'date');
  await view.getByRole('button', { name: 'The month before' }).click();
  await expect(view.getByRole('table', { name: 'By day' })).toBeVisible();
  await expect(today).toHaveCount(0);
  await view.getByRole('button', { name: 'This month' }).click();
  await expect(today).toBeVisible();

  await view.focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Call history' })).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(view).toBeFocused();
  expect(desk.app.complaints).toEqual([]);
});
