import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { desktopEntry } from '../../electron/shell/protocol-links/desktop-entries.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { commandOf } from '../support/launch-again.ts';
import { openSettings } from '../support/set-up-steps.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
let desk: Desk;

/** A desktop of its own: what is registered here is registered nowhere else. */
async function openOnDesktop(): Promise<{ readonly env: Record<string, string>; readonly applications: string }> {
  const data = temporaryFolder('xdg-data');
  const applications = join(data, 'applications');
  mkdirSync(applications);
  const env = { XDG_DATA_HOME: data, XDG_CONFIG_HOME: temporaryFolder('xdg-config'), XDG_CURRENT_DESKTOP: '' };
  desk = await openDesk({ launch: { env } });
  await openSettings(desk.page, 'Links');
  return { env, applications };
}

test.afterEach(async () => {
  await desk.leave();
});

function install(applications: string, entry: string, command: string, more = ''): void {
  writeFileSync(
    join(applications, entry),
    `[Desktop Entry]\nType=Application\nName=A program\nExec=${command}\nMimeType=x-scheme-handler/tel;\n${more}`,
  );
}

const line = (scheme: string) =>
  desk.page
    .getByRole('tabpanel')
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${scheme}:`) });
const register = (scheme: string) =>
  desk.page.getByRole('button', { name: `Use Dialdesk for ${scheme}: links`, exact: true });

const remove = (scheme: string) =>
  desk.page.getByRole('button', { name: `Remove Dialdesk from ${scheme}: links`, exact: true });

test('a program that was installed by no package is not made out to be the one for links', async () => {
  await openOnDesktop();
  await expect(line('tel')).toContainText('No program');
  await register('tel').click();
  await expect(desk.page.getByRole('alert')).toContainText('The system does not know Dialdesk yet.');
  await expect(line('tel')).toContainText('No program');
});

test('on request it is the program for links, as the desktop says itself; a link of another program then comes; and it can go again', async () => {
  const { env, applications } = await openOnDesktop();
  const asked = async () =>
    (
      await run('xdg-mime', ['query', 'default', 'x-scheme-handler/tel'], { env: { ...process.env, ...env } })
    ).stdout.trim();
  install(applications, desktopEntry, `${commandOf(desk.app).join(' ')} -- %u`);
  install(applications, 'other.desktop', '/bin/true %u', 'InitialPreference=9\n');
  await run('xdg-mime', ['default', 'other.desktop', 'x-scheme-handler/tel'], { env: { ...process.env, ...env } });
  await desk.page.getByRole('button', { name: 'All settings' }).click();
  await openSettings(desk.page, 'Links');
  await expect(line('tel')).toContainText('other');

  await register('tel').click();
  await expect(remove('tel')).toBeVisible();
  expect(await asked()).toBe(desktopEntry);

  await run('xdg-open', ['tel:+98-912-000-0001'], { env: { ...process.env, ...env } });
  await expect(desk.page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('0912 000 0001');
  expect(desk.originates()).toEqual([]);

  await openSettings(desk.page, 'Links');
  await remove('tel').click();
  await expect(register('tel')).toBeVisible();
  expect(await asked()).not.toBe(desktopEntry);
});
