import { expect, type Page, test } from '@playwright/test';
import { DemoPbx, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { freePort, occupyPort } from '../support/ask.ts';
import { currentCall, type Desk, dial, openDesk, pastSameIntent } from '../support/desk.ts';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { expectFocusInSight, tabTo } from '../support/focus.ts';
import { comeTo, holdAt } from '../support/hold-call.ts';
import { resizeTo } from '../support/main-window.ts';
import { checkLine, fillConnection, openSettings, saveField } from '../support/set-up-steps.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const number = (page: Page) => page.getByRole('textbox', { name: 'Phone number' });

async function atDesk(options: Parameters<typeof openDesk>[0] = {}): Promise<Desk> {
  const desk = await openDesk(options);
  cleanUps.push(() => desk.leave());
  return desk;
}

test('the first run: what asks the PBX keeps the focus, what is mended hands it on', async () => {
  const pbx = new DemoPbx({ speed: 10 });
  const { port: pbxPort } = await pbx.start();
  cleanUps.push(() => pbx.stop());
  const taken = await occupyPort();
  const app = await launchDialdesk({ provision: { version: 1, listener: { port: taken.port } } });
  cleanUps.push(() => app.close());
  const { page } = app;
  await page.getByRole('button', { name: 'Connect to Simotel' }).press('Enter');
  const { user, password, token } = demoAccount;
  await fillConnection(page, { address: `127.0.0.1:${pbxPort}`, user, password, token, phone: '557' });
  await page.keyboard.press('Enter');
  await expect(checkLine(page, 'Services')).toContainText('allowed');
  await tabTo(page, button(page, 'Call myself'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Call myself')).toBeFocused();
  await expect(checkLine(page, 'Calls')).toContainText('accepted');
  await expect(button(page, 'Call myself')).toBeFocused();
  await tabTo(page, button(page, 'Save and continue'));
  await page.keyboard.press('Enter');

  await tabTo(page, button(page, 'Test both directions'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Dialdesk does not listen for events now, so none can arrive.')).toBeVisible();
  await expect(button(page, 'Test both directions')).toBeFocused();
  await tabTo(page, button(page, 'Try again'), 'Shift+Tab');
  await taken.letGo();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Try again')).toHaveCount(0);
  await expect(page.getByText('Dialdesk does not listen for events now, so none can arrive.')).toHaveCount(0);
  await expect(button(page, 'Copy the address')).toBeFocused();
  await expectFocusInSight(page);
  expect(app.complaints).toEqual([]);
});

test('the settings: what was taken back or removed hands the focus to what stands there', async () => {
  const { page, app } = await atDesk();
  await openSettings(page, 'Connection');
  await tabTo(page, button(page, 'Remove (Token)'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Remove (Token)')).toHaveCount(0);
  await expect(page.getByLabel('Token', { exact: true }).and(page.locator('input[type=password]'))).toBeFocused();
  await openSettings(page, 'Appearance');
  await page.getByRole('radiogroup', { name: 'Colours' }).getByText('Dark', { exact: true }).click();
  await tabTo(page, button(page, 'Reset to defaults'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Reset')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Undo')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Undo')).toHaveCount(0);
  await expect(button(page, 'Reset to defaults')).toBeFocused();
  await expectFocusInSight(page);
  expect(app.complaints).toEqual([]);
});

test('events: what a test found out goes when the listener stands elsewhere', async () => {
  const { page, app } = await atDesk();
  const taken = await occupyPort();
  await openSettings(page, 'Events');
  await saveField(page, 'Port', String(taken.port));
  await expect(page.getByText(`Port ${taken.port} is used by another program.`).first()).toBeVisible();
  await button(page, 'Test both directions').press('Enter');
  await expect(page.getByText('Dialdesk does not listen for events now, so none can arrive.')).toBeVisible();
  await taken.letGo();
  await expect(page.getByText('Dialdesk listens for events.')).toBeVisible();
  await expect(page.getByText('Dialdesk does not listen for events now, so none can arrive.')).toHaveCount(0);
  await saveField(page, 'Port', String(await freePort()));
  expect(app.complaints).toEqual([]);
});

test('the card: what goes with its call hands the focus to the number', async () => {
  const desk = await atDesk();
  const { page, app } = desk;
  await dial(page, '09120000002');
  await expect(currentCall(page)).toContainText(/busy/i, { timeout: 20_000 });
  const again = button(page, 'Call again');
  await tabTo(page, again);
  // Sooner it would be the same intent.
  await pastSameIntent(desk);
  holdAt(desk, 'ringingCaller');
  await page.keyboard.press('Enter');
  await expect(again).toHaveCount(0);
  await expect(number(page)).toBeFocused();
  expect(desk.originates()).toHaveLength(2);
  desk.pbx.setSpeed(10);
  await expect(currentCall(page)).toContainText(/busy/i, { timeout: 20_000 });
  const close = button(page, 'Close this call');
  await tabTo(page, close);
  await page.keyboard.press('Enter');
  await expect(currentCall(page)).toHaveCount(0);
  await expect(number(page)).toBeFocused();
  expect(app.complaints).toEqual([]);
});

test('the small card: its steps are opened and closed again by Enter, and leave no room empty', async () => {
  const desk = await atDesk();
  const { page, app } = desk;
  await resizeTo(app, 400, 700);
  await comeTo(desk, 'ringingCaller', '09120000001');
  await dial(page, '09120000002');
  await expect(currentCall(page)).toContainText('+1 more call');
  await page.keyboard.press('Control+3');
  const show = button(page, 'Show the steps');
  await tabTo(page, show, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(button(page, 'Hide the steps')).toBeFocused();
  const steps = page.getByRole('list', { name: 'Steps', exact: true });
  await expect
    .poll(() =>
      steps.evaluate(
        (list) => list.getBoundingClientRect().bottom - (list.lastElementChild?.getBoundingClientRect().bottom ?? 0),
      ),
    )
    .toBeLessThan(8);
  await page.keyboard.press('Enter');
  await expect(show).toBeFocused();
  await expectFocusInSight(page);
  expect(app.complaints).toEqual([]);
});

test('a notice that is dismissed hands the focus to the number', async () => {
  const { page, app } = await atDesk();
  const dismiss = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' });
  await tabTo(page, dismiss);
  await page.keyboard.press('Enter');
  await expect(dismiss).toHaveCount(0);
  await expect(number(page)).toBeFocused();
  expect(app.complaints).toEqual([]);
});

test('the list of keys scrolls by keys as soon as it is open, begins with those for calling, and gives the focus back', async () => {
  const { page, app } = await atDesk();
  await resizeTo(app, 400, 560);
  await expect(number(page)).toBeFocused();
  await page.keyboard.press('F1');
  const list = page.getByRole('dialog').getByRole('region');
  await expect(page.getByRole('dialog').getByRole('heading', { level: 3 }).first()).toHaveText('Call');
  await expect(list.first()).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect.poll(() => list.first().evaluate((section) => section.scrollTop)).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  await expect(number(page)).toBeFocused();
  expect(app.complaints).toEqual([]);
});
