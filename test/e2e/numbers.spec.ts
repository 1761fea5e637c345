import { expect, type Page, test } from '@playwright/test';
import { type Desk, openDesk } from '../support/desk.ts';

let desk: Desk;
let page: Page;

test.beforeAll(async () => {
  desk = await openDesk({ events: null });
  page = desk.page;
});

test.afterAll(async () => {
  await desk.leave();
});

function numberField() {
  return page.getByRole('textbox', { name: 'Phone number' });
}

function sentCallees() {
  return desk.originates().map(({ body }) => (body as Record<string, string>)['callee']);
}

/** Empties the field as a person does, then puts the text in: pasted as a whole, or key by key. */
async function write(text: string, how: 'paste' | 'type' = 'paste'): Promise<void> {
  await numberField().click();
  await page.keyboard.press('Escape');
  await expect(numberField()).toHaveValue('');
  if (how === 'paste') await page.keyboard.insertText(text);
  else await page.keyboard.type(text);
}

function escaped(text: string): string {
  return text.replace(/[*#]/g, '\\$&');
}

// The demo PBX refuses every number that ends in 9120000006 at once; a city code of its own for each keeps them apart.
const writings: readonly (readonly [title: string, text: string, callee: string, how?: 'type'])[] = [
  ['Latin digits', '09120000006', '09120000006', 'type'],
  ['Persian digits', '۰۲۱۹۱۲۰۰۰۰۰۰۶', '0219120000006', 'type'],
  ['Arabic-Indic digits', '٠٢٦٩١٢٠٠٠٠٠٠٦', '0269120000006', 'type'],
  ['spaces', ' 031 912 000 0006 ', '0319120000006', 'type'],
  ['dashes', '041-912-000-0006', '0419120000006', 'type'],
  ['dashes of typesetters', '045–912—000‑0006', '0459120000006'],
  ['dots', '051.912.000.0006', '0519120000006', 'type'],
  ['slashes', '061/912/000/0006', '0619120000006'],
  ['brackets', '(071) [912] 0000006', '0719120000006'],
  ['direction marks', '\u200e\u202a0819120000006\u202c\u200f', '0819120000006'],
  ['isolates and a zero-width space', '\u2068044\u200b9120000006\u2069', '0449120000006'],
  ['a tel: link', 'tel:+98-87-912-000-0006', '0879120000006'],
  ['+98', '+98 11 912 000 0006', '0119120000006', 'type'],
  ['+98 with the zero in brackets', '+98 (0)13 912 000 0006', '0139120000006'],
  ['0098', '00981491200 00006', '0149120000006'],
  ['+98 in Persian digits', '+۹۸ ۱۷ ۹۱۲ ۰۰۰ ۰۰۰۶', '0179120000006'],
  ['another country', '+44 912 000 0006', '00449120000006'],
  ['an extension', '558', '558', 'type'],
  ['an extension in Persian digits', '۵۶۰', '560'],
  ['a feature code', '*19120000006', '*19120000006', 'type'],
  ['a feature code with a number sign', '#29120000006', '#29120000006', 'type'],
];

for (const [title, text, callee, how] of writings) {
  test(`${title}: ${JSON.stringify(text)} is dialled as ${callee}, shown before`, async () => {
    const before = desk.originates().length;
    await write(text, how);
    await expect(page.getByText(new RegExp(`^Dials .*${escaped(callee)}`))).toBeVisible();
    await page.keyboard.press('Enter');
    await expect.poll(() => desk.originates().length).toBe(before + 1);
    expect(sentCallees().at(-1)).toBe(callee);
    await expect(page.getByRole('region', { name: 'Current call' })).toBeVisible();
  });
}

const kinds = [
  ['558', 'Dials extension 558'],
  ['*1', 'Dials the code *1'],
  ['#', 'Dials the code #'],
  ['09120000001', 'Dials 09120000001 via the PBX’s dial plan'],
] as const;

for (const [text, words] of kinds) {
  test(`${text} is announced as “${words}”`, async () => {
    await write(text);
    await expect(page.getByText(words, { exact: true })).toBeVisible();
    await expect(numberField()).toHaveAccessibleDescription(words);
  });
}

const nonsense = [
  ['hello', 'Letters cannot be dialled.'],
  ['0912 CALL NOW', 'Letters cannot be dialled.'],
  ['+', 'There are no digits in this.'],
  ['()-', 'There are no digits in this.'],
  ['12+34', 'A + may stand only at the beginning.'],
  ['++98912', 'A + may stand only at the beginning.'],
  ['+98', 'The number is not complete.'],
  ['0912000000109120000002', 'This is too long for a number.'],
  [`*${'1'.repeat(32)}`, 'This is too long for a number.'],
  ['09120000001, 09120000002', 'This looks like more than one number.'],
  ['09120000001; 09120000002', 'This looks like more than one number.'],
  ['09120000001\n09120000002', 'This looks like more than one number.'],
  ['<b>09120000001</b>', 'Letters cannot be dialled.'],
] as const;

for (const [text, words] of nonsense) {
  test(`${JSON.stringify(text)} is refused in words, and nothing is sent`, async () => {
    const before = desk.originates().length;
    await write(text);
    await expect(page.getByText(words).first()).toBeVisible();
    await expect(numberField()).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Call', exact: true }).click();
    const past = await page.evaluate(
      (destination) => window.dialer.request('call:originate', { destination, trunkName: null }),
      text,
    );
    expect(past).toMatchObject({ ok: false, error: { code: 'destination-invalid' } });
    expect(desk.originates()).toHaveLength(before);
    await expect(page.getByText(words).first()).toBeVisible();
  });
}

test("the agent's own number is refused in words", async () => {
  const before = desk.originates().length;
  await write('557');
  await expect(page.getByText('This is your own number.').first()).toBeVisible();
  await page.keyboard.press('Enter');
  expect(desk.originates()).toHaveLength(before);
});

test('keys of the keypad, typing and deleting make one number, and Escape empties it', async () => {
  await write('09');
  for (const key of ['1', '2']) await page.getByRole('button', { name: key, exact: true }).click();
  await page.keyboard.type('34');
  await page.getByRole('button', { name: 'Delete the last digit' }).click();
  await expect(numberField()).toHaveValue('0912 3');
  await page.keyboard.press('Escape');
  await expect(numberField()).toHaveValue('');
});
