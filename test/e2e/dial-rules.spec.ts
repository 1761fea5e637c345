import { expect, type Page, test } from '@playwright/test';
import { aDraft } from '../support/contact-builders.ts';
import { currentCall, type Desk, dial, historyRows, openDesk } from '../support/desk.ts';
import { openDesktop } from '../support/desktop.ts';
import { mainWindow, resizeTo } from '../support/main-window.ts';
import { saveContacts } from '../support/some-contacts.ts';

let desk: Desk;

test.beforeEach(async () => {
  desk = await openDesk();
});

test.afterEach(async () => {
  await desk.leave();
});

const list = (page: Page) => page.getByRole('list', { name: 'Rules in their order' });
const names = (page: Page) => list(page).getByRole('switch');
const field = (page: Page) => page.getByRole('textbox', { name: 'Phone number' });

async function openRules(page: Page) {
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Dial rules' }).click();
}

async function addRule(page: Page, fields: Readonly<Record<string, string>>) {
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const form = page.getByRole('form', { name: 'New rule' });
  for (const [label, text] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(text);
  await form.getByRole('button', { name: 'Save the rule' }).click();
  await expect(form).toHaveCount(0);
}

test('a rule is made, said under the number, followed by the call, and left alone with Alt', async () => {
  const { page } = desk;
  await openRules(page);
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const form = page.getByRole('form', { name: 'New rule' });
  await form.getByLabel('Numbers', { exact: true }).fill('_09L');
  await form.getByRole('button', { name: 'Save the rule' }).click();
  await expect(form.getByText('L means nothing at place 4.')).toBeVisible();
  await expect(form.getByLabel('Name', { exact: true })).toBeFocused();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await addRule(page, { Name: 'Mobile', Numbers: '_09XXXXXXXXX', 'Put before': '9', Trunk: 'MCI' });
  await expect(list(page).getByRole('listitem')).toContainText('_09XXXXXXXXX · 9 before it · via MCI');

  await page.getByRole('textbox', { name: 'Numbers, one a line' }).fill('09120000002\n558\nwho');
  const results = page.getByRole('list', { name: 'What would be dialled' }).getByRole('listitem');
  await expect(results).toHaveText([/Dials 909120000002 via MCI: rule Mobile/, /Dials extension 558/, /Letters/]);

  await page.getByRole('tab', { name: 'Keypad' }).click();
  await field(page).fill('0912 000 0002');
  await expect(page.getByText('Dials 909120000002 via MCI: rule Mobile').first()).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Trunk' })).toHaveValue('MCI');
  await page.keyboard.down('Alt');
  await expect(page.getByText('Literally 09120000002, without rule Mobile').first()).toBeVisible();
  await page.keyboard.up('Alt');
  await field(page).press('Enter');
  await expect.poll(() => desk.originates().length).toBe(1);
  expect(desk.originates()[0]?.body).toMatchObject({ callee: '909120000002', trunk_name: 'MCI' });
  await expect(currentCall(page)).toContainText('0912 000 0002');
  await expect(currentCall(page)).toContainText('dialled 909120000002: rule Mobile');
  // Its events name what was dialled; the history, whom the agent called.
  await expect.poll(async () => (await desk.calls())[0]?.records.cdr?.callee).toBe('909120000002');
  expect(await desk.calls()).toMatchObject([{ callee: '09120000002', dialled: '909120000002', ruleName: 'Mobile' }]);
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(page).first()).toContainText('0912 000 0002');
  await expect(historyRows(page).first()).toContainText('dialled 909120000002: rule Mobile');

  // Literally no rule is applied; called again, it is applied once.
  await dial(page, '09120000009', 'Alt+Enter');
  await expect.poll(() => desk.originates()[1]?.body).toMatchObject({ callee: '09120000009' });
  await expect.poll(async () => (await desk.calls())[0]?.records.cdr?.callee).toBe('09120000009');
  await page.getByRole('tab', { name: 'History' }).click();
  await historyRows(page).nth(1).click();
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.originates()[2]?.body).toMatchObject({ callee: '909120000002' });
  // With Alt as it stands, from here too.
  await expect.poll(async () => (await desk.calls())[0]?.records.cdr?.callee).toBe('909120000002');
  await historyRows(page).nth(1).click();
  await page.keyboard.press('Alt+Enter');
  await expect.poll(() => desk.originates()[3]?.body).toMatchObject({ callee: '09120000009' });
});

test('what a rule changes besides is said, whose the trunk is, and that this PBX lacks it, before the call', async () => {
  const { page } = desk;
  await openRules(page);
  await addRule(page, { Name: 'Mobile', Numbers: '_09XXXXXXXXX', Trunk: 'MCI', 'Caller ID': '02100000' });
  await addRule(page, { Name: 'Head', Numbers: '_021XXXXXXXX', Trunk: 'HQ-TRUNK' });
  await page.getByRole('tab', { name: 'Keypad' }).click();
  await page.getByRole('combobox', { name: 'Trunk' }).click();
  await page.getByRole('option', { name: 'Irancell' }).click();
  await field(page).fill('09120000002');
  await expect(page.getByText('Dials 09120000002 via Irancell (chosen), rule Mobile').first()).toBeVisible();
  await expect(field(page)).toHaveAccessibleDescription(/caller ID 02100000/);
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'Numbers, one a line' }).fill('09120000002');
  await expect(page.getByRole('list', { name: 'What would be dialled' }).getByRole('listitem')).toHaveText(
    /via MCI: rule Mobile · caller ID 02100000$/,
  );
  await page.getByRole('tab', { name: 'Keypad' }).click();
  // As the rule says again.
  await page.getByRole('combobox', { name: 'Trunk' }).click();
  await page.getByRole('option', { name: 'MCI' }).click();
  await field(page).fill('02188776655');
  await expect(page.getByText('Trunk HQ-TRUNK is not on this PBX').first()).toBeVisible();
  await field(page).press('Enter');
  await expect(field(page)).toHaveValue('021 8877 6655');
  expect(desk.originates()).toEqual([]);
  await field(page).press('Control+Enter');
  await expect.poll(() => desk.originates().length).toBe(1);
  expect(desk.originates()[0]?.body).toMatchObject({ trunk_name: 'HQ-TRUNK' });
});

test('the reason comes first and is never cut, whatever the name and the language', async () => {
  const { page, app } = desk;
  const names = [
    'Mohammad Hossein Ghasemi Nezhad Tehrani of the Head Office',
    'محمدحسین قاسمی‌نژاد تهرانی از دفتر مرکزی شرکت',
    '\u202ereversed name that goes on and on',
  ];
  await saveContacts(
    page,
    names.map((name, index) => aDraft(name, [`0912000010${index}`], { doNotCall: true })),
  );
  await resizeTo(app, 340, 560);
  for (const language of ['en', 'fa'] as const) {
    await page.evaluate((to) => window.dialer.request('settings:update', { ui: { language: to } }), language);
    const input = page.locator('input[inputmode="tel"]');
    for (const [index, name] of names.entries()) {
      await input.fill(`0912000010${index}`);
      const line = page.locator('[data-stop="do-not-call"]');
      await expect(line.locator('bdi').first()).toContainText(name.replace('\u202e', ''));
      const seen = await line.evaluate((element) => {
        const words = element.querySelector('[title]');
        const shown = element.querySelector('bdi');
        const box = element.getBoundingClientRect();
        const range = document.createRange();
        if (words === null || shown === null || words.firstChild === null) return null;
        range.selectNodeContents(words.firstChild);
        const reason = range.getBoundingClientRect();
        const button = element.querySelector('button')?.getBoundingClientRect();
        return {
          whole: reason.left >= box.left && reason.right <= box.right && reason.width > 20,
          cut: shown.scrollWidth > shown.clientWidth,
          button: button !== undefined && button.left >= box.left && button.right <= box.right,
          first:
            document.dir === 'rtl'
              ? reason.left >= shown.getBoundingClientRect().right - 1
              : reason.right <= shown.getBoundingClientRect().left + 1,
        };
      });
      expect(seen).toEqual({ whole: true, cut: true, button: true, first: true });
    }
    await input.fill('');
    await expect(page.locator('[data-stop]')).toHaveCount(0);
  }
});

test('the rules for Iran are taken, moved by key, turned off, deleted and brought back, and travel as JSON', async () => {
  const { page } = desk;
  await openRules(page);
  await page.getByRole('button', { name: 'Rules for Iran' }).click();
  await expect(names(page)).toHaveCount(8);
  await expect(names(page).nth(1)).toHaveAccessibleName('Mobile');

  await names(page).nth(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names(page).first()).toHaveAccessibleName('Mobile');
  await expect(names(page).first()).toBeFocused();
  await expect(page.getByText('Mobile is number 1 of 8.')).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(names(page).first()).not.toBeChecked();
  await page.keyboard.press('Delete');
  await expect(names(page)).toHaveCount(7);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveCount(8);

  await page.getByRole('button', { name: 'Copy as JSON' }).click();
  await expect(page.getByRole('button', { name: 'Copied.' })).toBeVisible();
  const copied = await desk.app.electron.evaluate(({ clipboard }) => clipboard.readText());
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(list(page)).toHaveCount(0);

  await page.getByRole('button', { name: 'Import' }).click();
  const text = page.getByRole('textbox', { name: 'Rules as JSON' });
  await text.fill(copied.replace('_909XXXXXXX', '_9q'));
  await page.getByRole('button', { name: 'Replace the list' }).click();
  await expect(page.getByRole('alert')).toHaveText(/Line \d+, rule 2, pattern: q means nothing at place 3\./);
  await text.fill(copied);
  await page.getByRole('button', { name: 'Replace the list' }).click();
  await expect(names(page)).toHaveCount(8);

  // A number that is blocked is not called by any key.
  await dial(page, '9092301010');
  await expect(page.getByText('Rule Premium 909 blocks this number (Billed by the minute).').first()).toBeVisible();
  await field(page).press('Control+Enter');
  await field(page).press('Alt+Enter');
  await dial(page, '9120000002');
  await expect
    .poll(() => desk.originates().map(({ body }) => Reflect.get(Object(body), 'callee')))
    .toEqual(['09120000002']);
});

test('what speaks against a call is said under the number, keeps Enter from calling, and yields to Ctrl+Enter', async () => {
  const { page, pbx } = desk;
  const phone = (state: string) => pbx.sendEvent('NewState', { exten: '557', state, participant: '', direction: '' });
  await phone('Unavailable');
  await field(page).fill('09120000002');
  await expect(page.getByText('Your phone is not connected').first()).toBeVisible();
  await field(page).press('Enter');
  await expect(field(page)).toHaveValue('0912 000 0002');
  // Where nothing is said, nothing can have been overridden: the number comes to where it is.
  const outside = await page.evaluate(() =>
    window.dialer.request('call:originate', { destination: '09120000001', trunkName: null }),
  );
  expect(outside).toMatchObject({
    ok: false,
    error: { code: 'dial-stopped', stops: [{ kind: 'own-phone-unavailable' }] },
  });
  expect(desk.originates()).toEqual([]);

  await phone('Idle');
  await expect(page.getByText('Your phone is not connected')).toHaveCount(0);
  await phone('Unavailable');
  await expect(page.getByText('Your phone is not connected').first()).toBeVisible();
  await field(page).press('Control+Enter');
  await expect.poll(() => desk.originates().length).toBe(1);
  await desk.pbx.whenIdle();

  // Marked in the contacts, and at an hour in which nobody outside is to be called.
  await phone('Idle');
  await page.evaluate(async () => {
    const draft = { company: '', favourite: false, tags: [], note: '', trunkName: null };
    const numbers = [{ label: 'mobile' as const, written: '+98 912 000 0009' }];
    await window.dialer.request('contact:save', { id: null, name: 'Ali Karimi', numbers, doNotCall: true, ...draft });
    const now = new Date();
    const from = `${String(now.getHours()).padStart(2, '0')}:00`;
    const to = `${String((now.getHours() + 2) % 24).padStart(2, '0')}:00`;
    await window.dialer.request('settings:update', { quietDialling: { on: true, from, to } });
  });
  await dial(page, '09120000009');
  await expect(page.getByText('Do not call: Ali Karimi').first()).toBeVisible();
  await dial(page, '09120000007');
  await expect(page.getByText(/Quiet until \d\d:00/).first()).toBeVisible();
  // Colleagues are there at any hour.
  await dial(page, '558');
  await expect.poll(() => desk.originates().length).toBe(2);
  expect(desk.originates()[1]?.body).toMatchObject({ callee: '558' });
});

test('each thing that speaks against a call is overridden by itself, and the trunk of a contact stays with the number', async () => {
  const { page, pbx } = desk;
  await saveContacts(page, [aDraft('Ali Karimi', ['09120000009'], { doNotCall: true, trunkName: 'Shatel' })]);
  await pbx.sendEvent('NewState', { exten: '557', state: 'Unavailable', participant: '', direction: '' });
  await field(page).fill('09120000001');
  await expect(page.getByText('Your phone is not connected').first()).toBeVisible();

  await page.keyboard.press('Control+2');
  const row = page.getByRole('grid', { name: 'Contact list' }).getByRole('row', { name: /Ali Karimi/ });
  await row.click();
  await page.getByRole('button', { name: 'Call 0912 000 0009' }).click();
  // It comes to where what stopped it is said, with the trunk it was to go by.
  await expect(field(page)).toHaveValue('0912 000 0009');
  await expect(page.getByText('Dials 09120000009 via Shatel').first()).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Trunk' })).toHaveValue('Shatel');
  await expect(page.getByText('Your phone is not connected').first()).toBeVisible();
  await field(page).press('Control+Enter');
  await expect(page.getByText('Do not call: Ali Karimi').first()).toBeVisible();
  expect(desk.originates()).toEqual([]);
  await field(page).press('Control+Enter');
  await expect.poll(() => desk.originates().length).toBe(1);
  expect(desk.originates()[0]?.body).toMatchObject({ callee: '09120000009', trunk_name: 'Shatel' });
});

test('Alt held for a look at the literal number opens no menu when it is let go', async () => {
  const desktop = await openDesktop();
  const own = await openDesk({ launch: { env: desktop.env } });
  const shell = await mainWindow(own.app);
  const menuShown = () => shell.evaluate((window) => window.isMenuBarVisible());
  const literally = own.page.getByText('Literally 09120000002, without rule Mobile').first();
  await openRules(own.page);
  await addRule(own.page, { Name: 'Mobile', Numbers: '_09XXXXXXXXX', 'Put before': '9' });
  await own.page.getByRole('tab', { name: 'Keypad' }).click();
  await field(own.page).fill('09120000002');
  await desktop.hold('Alt_L', () => expect(literally).toBeVisible());
  await expect(literally).toHaveCount(0);
  // Shown by the first time, it would be hidden by the second.
  await field(own.page).fill('');
  await desktop.hold('Alt_L', async () => undefined);
  await expect.poll(menuShown).toBe(true);
  await own.leave();
  await desktop.close();
});
