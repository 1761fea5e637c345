import { expect, test } from '@playwright/test';
import type { DialdeskApp } from '../support/dialdesk-app.ts';
import { fillConnection, startConnecting, testConnection } from '../support/set-up-steps.ts';

let app: DialdeskApp;

test.beforeEach(async () => {
  app = await startConnecting();
});
test.afterEach(() => app.close());

test('what the account lacks is named at its field once it is tested', async () => {
  const { page } = app;
  const token = page.getByLabel('Token', { exact: true }).and(page.locator('input[type=password]'));
  await fillConnection(page, { address: '127.0.0.1:9', auth: 'Both', user: 'agent', password: 'secret' });
  await expect(token).not.toHaveAttribute('aria-invalid', 'true');
  await testConnection(page);
  await expect(token).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('The token is missing; “Both” needs it besides user and password.')).toBeVisible();
  await expect(page.getByLabel('User', { exact: true })).not.toHaveAttribute('aria-invalid', 'true');
  await token.fill('demo-token');
  await expect(token).not.toHaveAttribute('aria-invalid', 'true');
});

test('the own phone may be typed in Persian digits, also in its middle, and stands in those of the language', async () => {
  const { page } = app;
  const phone = page.getByLabel('Your phone', { exact: true });
  await phone.pressSequentially('۵۷');
  await expect(phone).toHaveValue('57');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.insertText('۵');
  await page.keyboard.insertText('۶');
  await expect(phone).toHaveValue('5567');
});
