import { expect, test } from '@playwright/test';
import { aDraft } from '../support/contact-builders.ts';
import { currentCall, dial, historyRows, openDesk, untilFree } from '../support/desk.ts';
import { openDesktop } from '../support/desktop.ts';
import { comeTo } from '../support/hold-call.ts';
import { missCall } from '../support/missed-call.ts';
import { startNotificationServer, withoutMarks } from '../support/notification-server.ts';
import { expectOpen, palettePage } from '../support/palette.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { findContacts, saveContacts } from '../support/some-contacts.ts';
import { startTrayHost } from '../support/tray-host.ts';

const cleanUps: (() => Promise<unknown> | unknown)[] = [];
test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function open() {
  const desk = await openDesk();
  cleanUps.push(async () => {
    expect(desk.app.complaints).toEqual([]);
    await desk.leave();
  });
  return desk;
}

test('calls of before have the name as soon as the contact is there, in the history and on the card, beside the number', async () => {
  const desk = await open();
  const { page, pbx } = desk;
  await missCall(pbx, '+982188776655');
  await comeTo(desk, 'ringingCallee', '09120000001');
  const card = currentCall(page);
  await expect(card).toContainText('0912 000 0001');
  const [ali] = await saveContacts(page, [
    aDraft('علی کریمی', ['+98 912 000 00 01']),
    aDraft('', ['021 8877 6655'], { company: 'Asiatech' }),
  ]);
  await expect(card.getByRole('heading')).toContainText('علی کریمی');
  await expect(card).toContainText('0912 000 0001');
  await page.getByRole('tab', { name: 'History' }).click();
  const [newest, older] = [historyRows(page).first(), historyRows(page).nth(1)];
  await expect(newest).toContainText('علی کریمی');
  await expect(newest).toContainText('0912 000 0001');
  await expect(older).toContainText('Asiatech');
  await page.evaluate((id) => window.dialer.request('contact:delete', { ids: [id] }), ali?.id ?? '');
  await expect(newest).not.toContainText('علی کریمی');
  await expect(newest).toContainText('0912 000 0001');
});

test('a name typed into the number field offers its numbers; Call stays impossible until one is chosen', async () => {
  const { page, originates } = await open();
  await saveContacts(page, [
    aDraft('ژوبين چلبي', ['021 8877 6655', '0912 000 0001']),
    aDraft('Sara Ahmadi', ['0935 777 1122']),
  ]);
  const field = page.getByRole('textbox', { name: 'Phone number' });
  await field.pressSequentially('ژوبین چل');
  const options = page.getByRole('option');
  await expect(options).toHaveCount(2);
  await expect(options.first()).toContainText('ژوبين چلبي');
  await page.keyboard.press('Enter');
  await expect(page.getByText('letters')).toBeVisible();
  expect(originates()).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('021 8877 6655');
  // A part of a number finds its contact, before earlier numbers.
  await page.keyboard.press('Escape');
  await field.pressSequentially('77711');
  await expect(options).toHaveCount(1);
  await expect(options).toContainText('Sara Ahmadi');
});

test('the typed number says whose it is, follows the contacts, and offers to add who is unknown; nothing moves', async () => {
  const { page, originates } = await open();
  const field = page.getByRole('textbox', { name: 'Phone number' });
  const add = page.getByRole('button', { name: 'Add to contacts' });
  const keys = page.getByRole('button', { name: '5', exact: true });
  await field.fill('09120000001');
  const place = await keys.boundingBox();
  await expect(add).toBeVisible();
  const [ali] = await saveContacts(page, [aDraft('Ali Karimi', ['+98 912 000 0001'])]);
  await expect(page.getByTitle('Ali Karimi').first()).toBeVisible();
  await expect(add).toHaveCount(0);
  // What speaks against the call is looked for anew with the contacts.
  await page.evaluate(([id, draft]) => window.dialer.request('contact:save', { id, ...draft, doNotCall: true }), [
    ali?.id ?? '',
    aDraft('Ali Karimi', ['+98 912 000 0001']),
  ] as const);
  await expect(page.getByText('Do not call: Ali Karimi').first()).toBeVisible();
  await page.evaluate((id) => window.dialer.request('contact:delete', { ids: [id] }), ali?.id ?? '');
  await expect(page.getByText('Ali Karimi')).toHaveCount(0);
  expect(await keys.boundingBox()).toEqual(place);
  await add.click();
  await expect(page.getByRole('tab', { name: 'Contacts' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('textbox', { name: 'Number 1' })).toHaveValue(/0912 ?000 ?0001/);
  await page.getByRole('textbox', { name: 'Name' }).fill('Sara Ahmadi');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('tab', { name: 'Keypad' }).click();
  await expect(field).toHaveValue('0912 000 0001');
  await expect(page.getByTitle('Sara Ahmadi').first()).toBeVisible();
  expect(originates()).toEqual([]);
});

test('the card adds the unknown number of a call that runs or is over; whom the contacts know is not offered', async () => {
  const desk = await open();
  const { page, pbx } = desk;
  const card = currentCall(page);
  const add = card.getByRole('button', { name: 'Add to contacts' });
  await comeTo(desk, 'talking', '09120000001');
  await expect(add).toBeVisible();
  await add.click();
  await expect(page.getByRole('textbox', { name: 'Number 1' })).toHaveValue(/0912 ?000 ?0001/);
  await page.getByRole('textbox', { name: 'Name' }).fill('Ali Karimi');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(card).toContainText('Ali Karimi');
  await page.getByRole('tab', { name: 'Keypad' }).click();
  await expect(card.getByRole('heading')).toBeVisible();
  await expect(add).toHaveCount(0);
  pbx.setSpeed(1000);
  await pbx.whenIdle();
  await untilFree(desk);

  await dial(page, '09120000002');
  await pbx.whenIdle();
  await expect(card).toContainText('0912 000 0002');
  await expect(page.locator('[data-phase="ended"]')).toBeVisible();
  await expect(add).toBeVisible();
});

test('the palette finds people by name and calls the number that is chosen', async () => {
  const desktop = await openDesktop();
  cleanUps.push(() => desktop.close());
  const desk = await openDesk({ launch: { env: desktop.env } });
  cleanUps.push(() => desk.leave());
  await saveContacts(desk.page, [
    aDraft('Sara Ahmadi', ['0935 111 2233', '0912 000 0001']),
    aDraft('Sahar', ['021 1234 5678']),
  ]);
  const palette = await palettePage(desk.app);
  await desk.page.evaluate(() => window.dialer.request('quick-dial:open', {}));
  await expectOpen(desk.app, desktop);
  await palette.getByRole('combobox').pressSequentially('sara ah');
  const rows = palette.getByRole('option');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Sara Ahmadi');
  await expect(rows.nth(1)).toContainText('0912 000 0001');
  await expect(palette.getByRole('group', { name: 'Contacts' })).toBeVisible();
  await palette.getByRole('combobox').press('Alt+2');
  await palette.getByRole('combobox').press('Enter');
  await expect(currentCall(desk.page)).toContainText('Sara Ahmadi');
  expect(desk.originates().map(({ body }) => JSON.stringify(body))).toEqual([expect.stringContaining('09120000001')]);
});

test('the tray and notifications say names, and the tray offers favourites', async () => {
  test.skip(process.platform !== 'linux', 'talks to the tray and notifications of a Linux desktop');
  const bus = await startSessionBus();
  cleanUps.push(() => bus.stop());
  const server = await startNotificationServer(bus);
  const host = await startTrayHost(bus);
  const desktop = await openDesktop();
  cleanUps.push(() => desktop.close());
  const desk = await openDesk({ launch: { env: { ...bus.env, ...desktop.env } } });
  cleanUps.push(() => desk.leave());
  const tray = await host.item();
  await saveContacts(desk.page, [aDraft('Sara', ['+98 935 111 2233'], { favourite: true })]);
  await desktop.openOther();
  await missCall(desk.pbx, '09351112233');
  await expect.poll(() => server.titles().map(withoutMarks)).toEqual(['Missed call from Sara']);
  expect(
    server
      .shown()
      .map(({ body }) => withoutMarks(body))
      .join(),
  ).toContain('0935 111 2233');
  const labels = async () => (await tray.menu()).map(({ label }) => withoutMarks(label));
  await expect
    .poll(labels)
    .toEqual(expect.arrayContaining(['Sara · 0935 111 2233 · missed', 'Favourites', 'Sara · 0935 111 2233']));
});

test('the search in the real program takes letters, marks and digits of every writing for the same', async () => {
  const { page } = await open();
  const names = ['علي كاظمي', 'مُحَمَّد', 'فاطمة', 'نیک‌بخت', 'Đặng Đức', 'Łukasz Straße'];
  await saveContacts(
    page,
    names.map((name, index) => aDraft(name, [`0912 000 100${index}`])),
  );
  const cases: readonly (readonly [string, string])[] = [
    ['علی کاظمی', 'علي كاظمي'],
    ['محمد', 'مُحَمَّد'],
    ['فاطمه', 'فاطمة'],
    ['نیکبخت', 'نیک‌بخت'],
    ['نیک بخت', 'نیک‌بخت'],
    ['dang duc', 'Đặng Đức'],
    ['strasse', 'Łukasz Straße'],
    ['luk', 'Łukasz Straße'],
    ['۱۰۰۳', 'نیک‌بخت'],
    ['+98 912 000 1005', 'Łukasz Straße'],
  ];
  for (const [text, name] of cases) expect([text, await findContacts(page, text)]).toEqual([text, [name]]);
});
