import { expect, test } from '@playwright/test';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { type DirectoryTrunk, directoryTrunks } from '../../electron/demo-pbx/directory-trunks.ts';
import { aDraft } from '../support/contact-builders.ts';
import { currentCall, type Desk, type DeskOptions, historyRows, openDesk, untilFree } from '../support/desk.ts';
import { openSettings, saveField } from '../support/set-up-steps.ts';
import { saveContacts } from '../support/some-contacts.ts';

let desk: Desk;

async function open(options: DeskOptions = {}) {
  desk = await openDesk(options);
  const { page } = desk;
  return {
    page,
    picker: page.getByRole('combobox', { name: 'Trunk' }),
    field: page.getByRole('textbox', { name: 'Phone number' }),
  };
}

test.afterEach(async () => {
  await desk.leave();
});

function sentTrunks() {
  return desk.originates().map(({ body }) => (body as Record<string, string>)['trunk_name'] ?? null);
}

test('the trunks of the PBX are offered; the chosen one is shown before, sent, and shown with the call', async () => {
  const { page, picker, field } = await open();
  await picker.click();
  const options = page.getByRole('option');
  await expect(options).toHaveText([/^Automatic.*the PBX’s dial plan chooses/, /^MCI/, /^Irancell/, /^Shatel/]);
  // Passwords of the trunks come along in the answer of the PBX and stay in the main process.
  expect(await page.content()).not.toContain('as#');
  await page.getByRole('option', { name: 'Irancell' }).click();
  await field.fill('09120000001');
  await expect(page.getByText('Dials 09120000001 via Irancell')).toBeVisible();
  await field.press('Enter');
  await expect(currentCall(page)).toContainText('via Irancell');
  expect(sentTrunks()).toEqual(['Irancell']);

  await untilFree(desk);
  await picker.click();
  await page.getByRole('option', { name: 'Automatic' }).click();
  await field.fill('09120000002');
  await expect(page.getByText('Dials 09120000002 via the PBX’s dial plan')).toBeVisible();
  await field.press('Enter');
  await expect.poll(sentTrunks).toEqual(['Irancell', null]);
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(historyRows(page).filter({ hasText: '0912 000 0001' })).toContainText('Irancell');
});

test('a trunk that came, or went, is seen when the directory is read again', async () => {
  let trunks: readonly DirectoryTrunk[] = directoryTrunks;
  const { page, picker } = await open({ pbx: { trunks: () => trunks }, events: null });
  const options = page.getByRole('option');
  await picker.click();
  await expect(options).toHaveText([/^Automatic/, /^MCI/, /^Irancell/, /^Shatel/]);
  await page.keyboard.press('Escape');
  const [first, ...others] = directoryTrunks;
  trunks = [first, ...others.slice(1), { ...first, name: 'Rightel', description: 'new' }];
  await page.evaluate(() => window.dialer.request('directory:refresh', {}));
  await picker.click();
  await expect(page.getByRole('option', { name: 'Rightel' })).toContainText('new');
});

test('by keyboard alone: typing narrows the list, arrows and Enter choose', async () => {
  const { page, picker, field } = await open();
  await picker.focus();
  await page.keyboard.type('sha');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option')).toHaveText([/^Shatel/]);
  await page.keyboard.press('Enter');
  await expect(picker).toHaveValue('Shatel');
  await field.fill('09120000006');
  await field.press('Enter');
  await expect.poll(sentTrunks).toEqual(['Shatel']);
});

test('the usual trunk of the settings stands in the picker and another one is for now only', async () => {
  const { page, picker, field } = await open({ identity: { trunkName: 'MCI' } });
  await expect(picker).toHaveValue('MCI');
  await picker.click();
  await page.getByRole('option', { name: 'Shatel' }).click();
  await field.fill('09120000006');
  await field.press('Enter');
  await expect.poll(sentTrunks).toEqual(['Shatel']);
  expect((await desk.app.state()).settings.identity.trunkName).toBe('MCI');
});

test('an account that may not list trunks is told so, and a name typed by hand is sent', async () => {
  const services = ['call/originate/act', 'setting/ping/act'];
  const { page, picker, field } = await open({ pbx: { accounts: [{ ...demoAccount, services }] } });
  const hint = 'This API account may not list trunks. Type the name by hand.';
  await expect(picker).toHaveAccessibleDescription(hint);
  await picker.click();
  await expect(page.getByText(hint).last()).toBeVisible();
  await page.keyboard.type('Irancell');
  // While the list is open the rest is hidden from screen readers, but not from the mouse.
  await page.getByLabel('Phone number').click();
  await field.fill('09120000001');
  await expect(page.getByText('Dials 09120000001 via Irancell')).toBeVisible();
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(currentCall(page)).toContainText('via Irancell');
  expect(sentTrunks()).toEqual(['Irancell']);
  expect(desk.originates()[0]?.status).toBe(200);
});

for (const way of ['mouse', 'keyboard'] as const) {
  test(`a name still being typed into the picker, entered by ${way}, is the one that Call sends`, async () => {
    const { page, picker, field } = await open({ identity: { trunkName: 'MCI' } });
    await field.fill('09120000006');
    if (way === 'mouse') await picker.click();
    else await picker.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Irancell');
    await page.locator('button', { hasText: /^Call$/ }).click();
    await expect.poll(sentTrunks).toEqual(['Irancell']);
  });
}

test('a trunk the PBX does not know is refused in its words', async () => {
  const { page, picker, field } = await open();
  await picker.click();
  await page.keyboard.type('Nowhere');
  await page.keyboard.press('Tab');
  await field.fill('09120000001');
  await field.press('Enter');
  await expect(currentCall(page)).toContainText("Field 'trunk_name':value is not valid");
  expect(sentTrunks()).toEqual(['Nowhere']);
});

test('an outside number as own phone needs a trunk: the reason is in sight, and nothing is sent', async () => {
  const { page, picker, field } = await open({ identity: { caller: '09371234567', trunkName: '' } });
  const reason = page.getByText('Your own phone is an outside number and needs a trunk.');
  await expect(reason).toBeVisible();
  const call = page.getByRole('button', { name: 'Call', exact: true });
  await expect(call).toHaveAttribute('aria-disabled', 'true');
  await field.fill('558');
  await field.press('Enter');
  await call.click({ force: true });
  const past = await page.evaluate(() =>
    window.dialer.request('call:originate', { destination: '558', trunkName: null }),
  );
  expect(past).toMatchObject({ ok: false, error: { code: 'caller-trunk-missing' } });
  await openSettings(page, 'Identity');
  await expect(page.getByText('Needed here, because your phone is an outside number.')).toBeVisible();
  expect(desk.originates()).toEqual([]);
  expect(await desk.calls()).toEqual([]);

  await page.getByRole('tab', { name: 'Keypad' }).click();
  await picker.click();
  await page.getByRole('option', { name: 'MCI' }).click();
  await expect(reason).toHaveCount(0);
  await field.press('Enter');
  await expect.poll(sentTrunks).toEqual(['MCI']);
});

test('a usual trunk typed in the settings is used from then on', async () => {
  const { page, picker, field } = await open();
  await openSettings(page, 'Identity');
  await saveField(page, 'Usual trunk', 'Shatel');
  await expect.poll(async () => (await desk.app.state()).settings.identity.trunkName).toBe('Shatel');
  await page.getByRole('tab', { name: 'Keypad' }).click();
  await expect(picker).toHaveValue('Shatel');
  await field.fill('09120000006');
  await field.press('Enter');
  await expect.poll(sentTrunks).toEqual(['Shatel']);
});

test('favourites are first, marked by the mouse or by keys, and stay', async () => {
  const { page, picker } = await open();
  const favourites = async () => (await desk.app.state()).settings.identity.favouriteTrunks;
  const options = page.getByRole('option');
  await picker.click();
  await page.getByRole('option', { name: 'Shatel' }).hover();
  await page.getByRole('option', { name: 'Shatel' }).locator('[data-star]').click();
  // The list stays open, with the favourite first, and nothing was chosen.
  await expect(options).toHaveText([/^Automatic/, /^Shatel/, /^MCI/, /^Irancell/]);
  await expect.poll(favourites).toEqual(['Shatel']);
  await page.keyboard.press('Escape');
  await expect(picker).toHaveValue('');

  await picker.click();
  await page.getByRole('option', { name: 'Irancell' }).click();
  await picker.click();
  await expect(options.last()).toHaveText('Add Irancell to favourites');
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(options.last()).toHaveAttribute('data-focused', 'true', { timeout: 200 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect.poll(favourites).toEqual(['Shatel', 'Irancell']);
  await expect(picker).toHaveValue('Irancell');
  await picker.click();
  await expect(options).toHaveText([/^Automatic/, /^Irancell/, /^Shatel/, /^MCI/, /^Remove Irancell from favourites$/]);
  await options.last().click();
  await expect.poll(favourites).toEqual(['Shatel']);
  await page.keyboard.press('Escape');
  await openSettings(page, 'Identity');
  await expect(page.getByRole('textbox', { name: 'Favourite trunks' })).toHaveValue('Shatel');
});

test('a trunk is kept for the contact whose number is typed: it comes with the number, and is given up again', async () => {
  const { page, picker, field } = await open();
  const [ali] = await saveContacts(page, [aDraft('Ali Karimi', ['0912 000 0006'])]);
  const trunkOf = () =>
    page.evaluate(async (id) => {
      const answer = await window.dialer.request('contact:get', { id });
      return answer.ok ? answer.value.trunkName : null;
    }, ali?.id ?? '');
  await field.fill('+98 912 000 0006');
  await expect(page.getByTitle('Ali Karimi').first()).toBeVisible();
  await picker.click();
  await page.getByRole('option', { name: 'Shatel' }).click();
  await picker.click();
  await page.getByRole('option', { name: 'Always Shatel for Ali Karimi' }).click();
  await expect.poll(trunkOf).toBe('Shatel');
  await expect(picker).toHaveValue('Shatel');

  // Of another number nobody said anything.
  await field.fill('09120000001');
  await expect(picker).toHaveValue('');
  await field.fill('09120000006');
  await expect(picker).toHaveValue('Shatel');
  await expect(page.getByText('Dials 09120000006 via Shatel').first()).toBeVisible();
  await field.press('Enter');
  await expect.poll(sentTrunks).toEqual(['Shatel']);

  await field.fill('09120000006');
  await expect(picker).toHaveValue('Shatel');
  await picker.click();
  await page.getByRole('option', { name: 'Not always Shatel for Ali Karimi' }).click();
  await expect.poll(trunkOf).toBeNull();
  await expect(picker).toHaveValue('');
});

test('nothing is kept for an entry of the directory', async () => {
  const { page, picker, field } = await open({ pbx: { directory: 'full' } });
  await page.evaluate(() => window.dialer.request('directory:refresh', {}));
  const shared = await page.evaluate(async () => {
    const filter = { source: 'pbx', favourites: false, tag: null } as const;
    const answer = await window.dialer.request('contact:list', { after: null, limit: 200, ...filter });
    const all = answer.ok ? answer.value.contacts : [];
    return all.find(({ source }) => source === 'pbx-contact')?.numbers[0]?.written ?? '';
  });
  await field.fill(shared);
  await picker.click();
  await page.getByRole('option', { name: 'MCI' }).click();
  await picker.click();
  await expect(page.getByRole('option').last()).toHaveText('Add MCI to favourites');
  await expect(page.getByRole('option', { name: /^Always/ })).toHaveCount(0);
});
