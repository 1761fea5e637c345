import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Message } from '@particle/dbus-next';
import { expect, test } from '@playwright/test';
import { openDesktop } from '../support/desktop.ts';
import { type DialdeskApp, type LaunchOptions, launchDialdesk } from '../support/dialdesk-app.ts';
import { launchAgain } from '../support/launch-again.ts';
import { mainWindow } from '../support/main-window.ts';
import { type SessionBus, startSessionBus } from '../support/session-bus.ts';
import { openSettings } from '../support/set-up-steps.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startTrayHost } from '../support/tray-host.ts';

test.skip(process.platform !== 'linux', 'talks to the tray of a Linux desktop');

const cleanUps: (() => Promise<unknown>)[] = [];
const provision = {
  version: 1,
  pbx: { address: '127.0.0.1:1', user: 'a', password: 'b' },
  identity: { caller: '557' },
  listener: { host: '127.0.0.1', port: 0 },
} as const;

test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function session(): Promise<SessionBus> {
  const bus = await startSessionBus();
  cleanUps.push(() => bus.stop());
  return bus;
}

async function start(options: LaunchOptions): Promise<DialdeskApp> {
  const app = await launchDialdesk({ provision, ...options });
  cleanUps.push(() => app.close().catch(() => undefined));
  return app;
}

const closeWindow = async (app: DialdeskApp) => (await mainWindow(app)).evaluate((window) => window.close());
const isShown = async (app: DialdeskApp) => (await mainWindow(app)).evaluate((window) => window.isVisible());

test('closing hides the window into the tray, says so once, and a click on the icon brings it back', async () => {
  const bus = await session();
  const host = await startTrayHost(bus);
  const app = await start({ env: bus.env, provision: { version: 1 } });
  await app.page.getByRole('button', { name: /demo/i }).first().click();
  const tray = await host.item();
  await expect.poll(async () => (await app.state()).tray).toBe('there');
  await closeWindow(app);
  await expect.poll(() => isShown(app)).toBe(false);
  expect(app.electron.process().exitCode).toBeNull();
  await tray.activate();
  await expect.poll(() => isShown(app)).toBe(true);
  // Nothing on this desktop shows notifications, so the window says it.
  await expect(app.page.getByText('Dialdesk went on in the tray')).toBeVisible();
  await app.close();

  const again = await start({ env: bus.env, provision: { version: 1 }, userDataDir: app.userDataDir });
  await expect.poll(async () => (await again.state()).tray).toBe('there');
  await closeWindow(again);
  await expect.poll(() => isShown(again)).toBe(false);
  await (await host.item()).choose('Open Dialdesk');
  await expect.poll(() => isShown(again)).toBe(true);
  expect((await again.state()).keptInTray).toBe(false);
});

test('where the desktop shows notifications, one of them says it', async () => {
  const bus = await session();
  await startTrayHost(bus);
  const shown = await noteNotifications(bus);
  const app = await start({ env: bus.env });
  await expect.poll(async () => (await app.state()).tray).toBe('there');
  for (let round = 0; round < 2; round += 1) {
    await closeWindow(app);
    await expect.poll(() => isShown(app)).toBe(false);
    await (await mainWindow(app)).evaluate((window) => window.show());
    await expect.poll(() => isShown(app)).toBe(true);
  }
  await expect.poll(() => shown).toEqual(['Dialdesk goes on in the tray']);
  expect((await app.state()).keptInTray).toBe(false);
});

test('the second Escape hides it as well', async () => {
  const bus = await session();
  await startTrayHost(bus);
  const app = await start({ env: bus.env });
  await expect.poll(async () => (await app.state()).tray).toBe('there');
  const field = app.page.getByRole('textbox', { name: 'Phone number' });
  await field.fill('0912');
  await field.press('Escape');
  await expect(field).toHaveValue('');
  expect(await isShown(app)).toBe(true);
  await field.press('Escape');
  await expect.poll(() => isShown(app)).toBe(false);
});

test('closing ends the program for whom does not want it in the tray', async () => {
  const bus = await session();
  await startTrayHost(bus);
  const app = await start({ env: bus.env });
  await expect.poll(async () => (await app.state()).tray).toBe('there');
  await openSettings(app.page, 'Desktop');
  await app.page.getByText('Keep running in the tray when closed').click();
  await expect.poll(async () => (await app.state()).settings.desktop.keepInTray).toBe(false);
  const ended = app.electron.waitForEvent('close');
  await closeWindow(app);
  await ended;
});

for (const [desktop, env] of [
  ['without a session bus', { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }],
  ['whose session bus is gone', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' }],
] as const) {
  test(`on a desktop ${desktop} closing ends the program, and the settings say why`, async () => {
    const app = await start({ env });
    await openSettings(app.page, 'Desktop');
    await expect(app.page.getByText('This desktop has no tray.')).toBeVisible();
    const ended = app.electron.waitForEvent('close');
    await closeWindow(app);
    await ended;
  });
}

test('a panel that comes later gets the icon, one that goes lets no window vanish', async () => {
  const bus = await session();
  const app = await start({ env: bus.env });
  await expect.poll(async () => (await app.state()).tray).toBe('none');
  const host = await startTrayHost(bus);
  await expect.poll(async () => (await app.state()).tray).toBe('there');
  await host.item();
  await closeWindow(app);
  await expect.poll(() => isShown(app)).toBe(false);
  await host.leave();
  await expect.poll(() => isShown(app)).toBe(true);
  expect((await app.state()).tray).toBe('none');
  await startTrayHost(bus);
  await expect.poll(async () => (await app.state()).tray).toBe('there');
});

test('started at log-in the window stays in the tray until somebody wants it', async () => {
  const bus = await session();
  const host = await startTrayHost(bus);
  const app = await start({ env: bus.env, args: ['--hidden'] });
  const tray = await host.item();
  await expect.poll(async () => (await app.state()).tray).toBe('there');
  // The page is drawn and could be shown.
  await expect(app.page.getByRole('tab', { name: 'Keypad' })).toBeAttached();
  expect(await isShown(app)).toBe(false);
  await tray.activate();
  await expect.poll(() => isShown(app)).toBe(true);
});

test('started at log-in without a tray, or with a link, the window appears and takes no focus', async () => {
  const desktop = await openDesktop();
  cleanUps.push(() => desktop.close());
  const other = await desktop.openOther();
  const appears = async (options: LaunchOptions) => {
    const app = await start(options);
    await expect.poll(() => isShown(app)).toBe(true);
    await expect.poll(async () => (await desktop.visible('Dialdesk')).length).toBeGreaterThan(0);
    expect(await other.hasFocus()).toBe(true);
    return app;
  };
  const app = await appears({ env: desktop.env, args: ['--hidden'] });
  await app.close();
  const bus = await session();
  await startTrayHost(bus);
  const asked = await appears({ env: { ...desktop.env, ...bus.env }, args: ['--hidden', 'tel:09120000001'] });
  await expect(asked.page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('0912 000 0001');
});

test('a second start brings the hidden window up, unless the system made it', async () => {
  const bus = await session();
  await startTrayHost(bus);
  const app = await start({ env: bus.env, args: ['--hidden'] });
  await expect.poll(async () => (await app.state()).tray).toBe('there');
  expect(await launchAgain(app, ['--hidden'], bus.env)).toBe(0);
  expect(await isShown(app)).toBe(false);
  expect(await launchAgain(app, [], bus.env)).toBe(0);
  await expect.poll(() => isShown(app)).toBe(true);
});

test('starting with the system is a file of the desktop, and what the file says is the truth', async () => {
  const config = temporaryFolder('config');
  const file = join(config, 'autostart', 'org.dialdesk.Dialdesk.desktop');
  const app = await start({ env: { XDG_CONFIG_HOME: config } });
  await openSettings(app.page, 'Desktop');
  const toggle = app.page.getByRole('switch', { name: 'Start with the system' });
  await expect(toggle).not.toBeChecked();
  await app.page.getByText('Start with the system').click();
  await expect(toggle).toBeChecked();
  expect(readFileSync(file, 'utf8')).toContain('"--hidden"');
  await app.page.getByText('Start with the system').click();
  await expect(toggle).not.toBeChecked();
  expect(existsSync(file)).toBe(false);
});

test('a desktop that does not take it is told of', async () => {
  const config = temporaryFolder('config');
  writeFileSync(join(config, 'autostart'), 'no folder');
  const app = await start({ env: { XDG_CONFIG_HOME: config } });
  await openSettings(app.page, 'Desktop');
  const toggle = app.page.getByRole('switch', { name: 'Start with the system' });
  await app.page.getByText('Start with the system').click();
  await expect(app.page.getByText('The system did not take the change')).toBeVisible();
  await expect(toggle).not.toBeChecked();
});

/** What a server of notifications is asked to show, by title. */
async function noteNotifications(bus: SessionBus): Promise<readonly string[]> {
  const shown: string[] = [];
  const connection = bus.connect();
  const name = 'org.freedesktop.Notifications';
  connection.addMethodHandler((message: Message) => {
    if (message.interface !== name) return false;
    if (message.member === 'Notify') shown.push(String(message.body[3]));
    connection.send(
      message.member === 'Notify'
        ? Message.newMethodReturn(message, 'u', [shown.length])
        : message.member === 'GetServerInformation'
          ? Message.newMethodReturn(message, 'ssss', ['test', 'test', '1', '1.2'])
          : Message.newMethodReturn(message, 'as', [['body']]),
    );
    return true;
  });
  await connection.requestName(name, 0);
  return shown;
}
