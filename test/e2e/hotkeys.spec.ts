import { expect, type Page, test } from '@playwright/test';
import { type Desk, openDesk } from '../support/desk.ts';
import { type Desktop, openDesktop } from '../support/desktop.ts';
import { type DialdeskApp, launchDialdesk } from '../support/dialdesk-app.ts';
import { mainWindow } from '../support/main-window.ts';
import { expectClosed, expectOpen, palettePage } from '../support/palette.ts';
import { openSettings } from '../support/set-up-steps.ts';

let desktop: Desktop;
let desk: Desk;
const apps: DialdeskApp[] = [];

test.beforeEach(async () => {
  desktop = await openDesktop();
  desk = await openDesk({ hotkeys: {}, launch: { env: desktop.env } });
  await palettePage(desk.app);
  await openSettings(desk.page, 'Hotkeys');
});

test.afterEach(async () => {
  expect(desk.app.complaints).toEqual([]);
  for (const app of apps.splice(0)) await app.close();
  await desk.leave();
  await desktop.close();
});

const setting = (name: string, page: Page = desk.page) => page.getByRole('group', { name, exact: true });
const states = async (app: DialdeskApp = desk.app) => (await app.state()).hotkeys.states;

/** Presses Record, then the keys on the real keyboard. */
async function record(name: string, keys: string): Promise<void> {
  await (await mainWindow(desk.app)).evaluate((window) => window.focus());
  await setting(name).getByRole('button', { name: 'Record' }).click();
  await expect(desk.page.getByRole('textbox', { name: `Keys for: ${name}` })).toBeFocused();
  await desktop.press(keys);
  await expect(desk.page.getByRole('textbox', { name: /^Keys for/ })).toHaveCount(0);
}

test('is recorded by pressing it, while none of them is taken; works at once and after a new start', async () => {
  await record('Quick dial', 'ctrl+shift+F9');
  await expect(setting('Quick dial')).toContainText('CtrlShiftF9');
  await expect.poll(states).toMatchObject({ quickDial: 'on' });
  await desktop.press('ctrl+shift+F9');
  await expectOpen(desk.app, desktop);
  await desktop.press('Escape');
  await expectClosed(desk.app);
  // The old one is free again.
  await desktop.press('ctrl+alt+d');
  await desktop.press('ctrl+shift+F9');
  await expectOpen(desk.app, desktop);
  await desktop.press('Escape');
  await expectClosed(desk.app);
  // While it is recorded its own hotkey does nothing.
  await record('Quick dial', 'ctrl+shift+F9');
  await expectClosed(desk.app);

  await desk.app.close();
  const again = await launchDialdesk({ userDataDir: desk.app.userDataDir, env: desktop.env });
  desk = { ...desk, app: again, page: again.page };
  await palettePage(again);
  await expect(async () => {
    await desktop.press('ctrl+shift+F9');
    await expectOpen(again, desktop);
  }).toPass();
});

test('Cancel ends the recording, gives the keys back and keeps the focus at hand', async () => {
  const field = setting('Redial');
  await field.getByRole('button', { name: 'Record' }).click();
  await expect(desk.page.getByRole('textbox', { name: 'Keys for: Redial' })).toBeFocused();
  // As a hand does it: pressed, held for a moment, released.
  await field.getByRole('button', { name: 'Cancel' }).hover();
  await desk.page.mouse.down();
  await expect(field.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await desk.page.mouse.up();
  await expect(desk.page.getByRole('textbox', { name: /^Keys for/ })).toHaveCount(0);
  await expect(field.getByRole('button', { name: 'Record' })).toBeFocused();
  await desktop.press('ctrl+alt+d');
  await expectOpen(desk.app, desktop);
});

test('a key that the keyboard layout lacks is not another program’s, and is taken once the layout has it', async () => {
  await desk.app.close();
  await desktop.setLayout('ir');
  const app = await launchDialdesk({
    env: desktop.env,
    provision: {
      version: 1,
      pbx: { address: '127.0.0.1:1', user: 'a', password: 'b' },
      identity: { caller: '557' },
      listener: { host: '127.0.0.1', port: 0 },
    },
  });
  desk = { ...desk, app, page: app.page };
  await expect.poll(states).toMatchObject({ quickDial: 'taken' });
  const notices = app.page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('Hotkeys not available');
  await notices.getByRole('button', { name: 'Open the setting' }).click();
  await expect(setting('Quick dial', app.page)).toContainText('or your keyboard layout lacks the key');
  await desktop.setLayout('us');
  await expect.poll(states, { timeout: 15_000 }).toMatchObject({ quickDial: 'on' });
  await expect(app.page.getByText('Hotkeys not available')).toHaveCount(0);
  await palettePage(app);
  await desktop.press('ctrl+alt+d');
  await expectOpen(app, desktop);
});

test('what would do harm is refused in words and nothing changes', async () => {
  const refusals = [
    ['d', 'D.? would be taken from everything you type'],
    ['shift+F5', 'Shift\\+F5.* would be taken'],
    ['ctrl+d', 'Programs use .*Ctrl\\+D.* themselves'],
    ['ctrl+c', 'Programs use .*Ctrl\\+C'],
    ['ctrl+alt+Delete', 'The system keeps'],
    ['ctrl+alt+c', 'already used for: Dial the selected text'],
    ['ctrl+alt+slash', 'cannot be part of a hotkey'],
  ] as const;
  for (const [keys, words] of refusals) {
    await record('Redial', keys);
    await expect(setting('Redial').getByRole('status')).toHaveText(new RegExp(words));
  }
  expect((await desk.app.state()).settings.hotkeys.redial).toBe('');
  // Esc takes nothing and says nothing.
  await record('Redial', 'Escape');
  await expect(setting('Redial').getByRole('status')).toHaveCount(0);
  // Main has the last word, whoever asks it.
  const asked = await desk.page.evaluate(() =>
    window.dialer.request('settings:update', { hotkeys: { redial: 'NotAKey+Q' } }),
  );
  expect(asked.ok).toBe(false);
});

test('what another program has is said at the field, and comes back when it is free', async () => {
  const second = await launchDialdesk({
    env: desktop.env,
    provision: { version: 1, pbx: { address: '127.0.0.1:1' }, identity: { caller: '557' } },
  });
  await expect.poll(() => states(second)).toMatchObject({ quickDial: 'taken', dialSelection: 'taken' });
  await openSettings(second.page, 'Hotkeys');
  await expect(setting('Quick dial', second.page)).toContainText('another program or the system has them');
  await expect(setting('Quick dial', second.page).getByRole('button', { name: 'Try it' })).toBeDisabled();
  // Pausing gives all of them back.
  await desk.page.getByText('Pause all hotkeys').click();
  await expect(setting('Quick dial')).toContainText('All hotkeys are paused.');
  expect(await states()).toMatchObject({ quickDial: 'none', dialSelection: 'none' });
  await second.page.getByText('Pause all hotkeys').click();
  await second.page.getByText('Pause all hotkeys').click();
  await expect.poll(() => states(second)).toMatchObject({ quickDial: 'on', dialSelection: 'on' });
  await desktop.press('ctrl+alt+d');
  await expectOpen(second, desktop);
  await expectClosed(desk.app);
  await second.close();
  await desk.page.getByText('Pause all hotkeys').click();
  await expect.poll(states).toMatchObject({ quickDial: 'on' });
});

test('Try it lights up when the key really arrives, and does nothing else', async () => {
  const field = setting('Quick dial');
  await field.getByRole('button', { name: 'Try it' }).click();
  await expect(field.getByRole('status')).toContainText('Press it now');
  await desktop.press('ctrl+alt+c');
  await expect(field.getByRole('status')).toContainText('Press it now');
  await desktop.openOther();
  await desktop.press('ctrl+alt+d');
  await expect(field.getByRole('status')).toContainText('It arrived: this hotkey works.');
  await expectClosed(desk.app);
  await desktop.press('ctrl+alt+d');
  await expectOpen(desk.app, desktop);
});

test('is taken away and brought back, and leaving the settings while recording gives the keys back', async () => {
  await setting('Quick dial').getByRole('button', { name: 'Take the keys away from: Quick dial' }).click();
  await expect(setting('Quick dial')).toContainText('None');
  await expect.poll(states).toMatchObject({ quickDial: 'none' });
  await desk.page.getByRole('button', { name: 'Reset to defaults' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await expect(setting('Quick dial')).toContainText('CtrlAltD');
  await expect.poll(states).toMatchObject({ quickDial: 'on' });
  await setting('Redial').getByRole('button', { name: 'Record' }).click();
  await desk.page.getByRole('tab', { name: 'History' }).click();
  await desktop.press('ctrl+alt+d');
  await expectOpen(desk.app, desktop);
});
