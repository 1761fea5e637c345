import { expect, type Locator, type Page } from '@playwright/test';
import { type DialdeskApp, type LaunchOptions, launchDialdesk } from './dialdesk-app.ts';

/** What a person types into the connection form; what is absent stays as it is. */
export interface TypedConnection {
  readonly address: string;
  readonly auth?: 'User and password' | 'Token' | 'Both';
  readonly user?: string;
  readonly password?: string;
  readonly token?: string;
  readonly phone?: string;
}

/** A first start, as far as the empty connection form. The listener takes any free port, so that tests stay apart. */
export async function startConnecting(options: Omit<LaunchOptions, 'provision'> = {}): Promise<DialdeskApp> {
  const app = await launchDialdesk({ ...options, provision: { version: 1, listener: { port: 0 } } });
  await app.page.getByRole('button', { name: 'Connect to Simotel' }).click();
  return app;
}

export async function fillConnection(page: Page, typed: TypedConnection): Promise<void> {
  await page.getByLabel('Address', { exact: true }).fill(typed.address);
  if (typed.auth !== undefined) await choose(page, 'Authentication', typed.auth);
  if (typed.user !== undefined) await page.getByLabel('User', { exact: true }).fill(typed.user);
  if (typed.password !== undefined) await page.getByLabel('Password', { exact: true }).fill(typed.password);
  if (typed.token !== undefined)
    await page.getByLabel('Token', { exact: true }).and(page.locator('input[type=password]')).fill(typed.token);
  if (typed.phone !== undefined) await page.getByLabel('Your phone', { exact: true }).fill(typed.phone);
}

/** One of a few in a group, by the words on it. */
export async function choose(page: Page, group: string | RegExp, option: string): Promise<void> {
  await page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
}

export async function testConnection(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Test connection' }).click();
}

/** One step of the check, by the word at its beginning. */
export function checkLine(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Connection check' }).getByRole('listitem').filter({ hasText: name });
}

export async function expectReached(page: Page): Promise<void> {
  await expect(checkLine(page, 'Simotel')).toContainText(/answers\s*\d+ ms/);
  await expect(checkLine(page, 'Account')).toContainText('accepted');
}

export async function openSettings(page: Page, group: string): Promise<void> {
  await page.getByRole('tab', { name: 'Settings' }).click();
  const back = page.getByRole('button', { name: 'All settings' });
  const entry = page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('button', { name: new RegExp(`^${group}`) });
  await expect(back.or(entry).first()).toBeVisible();
  if (await back.isVisible()) await back.click();
  await entry.click();
}

/** Types into a field that saves itself when Enter is pressed. */
export async function saveField(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(value);
  await field.press('Enter');
}

/** What the set-up shows to paste into the PBX, read from the screen. */
export async function readEventSetUp(page: Page): Promise<{ address: string; user: string; password: string }> {
  await page.getByRole('button', { name: 'Show the password' }).click();
  const read = async (copy: string) => (await rowOf(page, copy).locator('bdi').textContent()) ?? '';
  return {
    address: await read('Copy the address'),
    user: await read('Copy the user'),
    password: await read('Copy the password'),
  };
}

function rowOf(page: Page, copyButton: string): Locator {
  return page.locator('div', { has: page.getByRole('button', { name: copyButton, exact: true }) }).last();
}
