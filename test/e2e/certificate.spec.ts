import { expect, type Page, test } from '@playwright/test';
import { DemoPbx, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import type { DialdeskApp } from '../support/dialdesk-app.ts';
import {
  expectReached,
  fillConnection,
  openSettings,
  startConnecting,
  testConnection,
} from '../support/set-up-steps.ts';
import { type CertificateName, pinOf, serverTls } from '../support/tls-fixtures.ts';

let app: DialdeskApp;
let pbx: DemoPbx;

test.beforeEach(async () => {
  app = await startConnecting();
});

test.afterEach(async () => {
  await app.close();
  await pbx.stop();
});

async function startPbx(certificate: CertificateName, port = 0): Promise<number> {
  pbx = new DemoPbx({ port, tls: serverTls(certificate) });
  return (await pbx.start()).port;
}

async function connectTo(port: number): Promise<void> {
  const { user, password, token } = demoAccount;
  await fillConnection(app.page, { address: `https://127.0.0.1:${port}`, user, password, token, phone: '557' });
  await testConnection(app.page);
}

/** In pairs, as a person compares it. */
function fingerprintOf(certificate: CertificateName): string {
  return pinOf(certificate).fingerprint256.replaceAll(':', ' ');
}

function alert(page: Page, words: string) {
  return page.getByRole('alert').filter({ hasText: words });
}

const trustButton = { name: 'Trust this certificate' };

test('a self-signed certificate is trusted by its fingerprint alone; another one on the same port gets nothing', async () => {
  const { page } = app;
  const port = await startPbx('self-signed');
  await connectTo(port);
  await expect(alert(page, 'uses a certificate that it signed itself')).toBeVisible();
  await expect(page.getByText(fingerprintOf('self-signed'), { exact: true })).toBeVisible();
  expect(pbx.requests).toHaveLength(0);

  await page.getByRole('button', trustButton).click();
  await expectReached(page);
  await expect(page.getByRole('button', trustButton)).toHaveCount(0);
  expect((await app.state()).settings.pbx.pinnedCertificate?.fingerprint256).toBe(pinOf('self-signed').fingerprint256);
  expect(pbx.requests.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Do this later' }).click();

  await pbx.stop();
  await startPbx('replaced', port);
  await openSettings(page, 'Connection');
  await testConnection(page);
  await expect(alert(page, 'presents another certificate than the one you trusted')).toBeVisible();
  await expect(page.getByText(fingerprintOf('replaced'), { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Keypad' }).click();
  await page.getByRole('textbox', { name: 'Phone number' }).fill('09120000001');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Current call' })).toContainText('presents another certificate');
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('PBX not trusted');
  expect(pbx.requests).toHaveLength(0);

  await openSettings(page, 'Connection');
  await testConnection(page);
  await page.getByRole('button', trustButton).click();
  await expectReached(page);
  expect((await app.state()).settings.pbx.pinnedCertificate?.fingerprint256).toBe(pinOf('replaced').fingerprint256);
});

test('a certificate that changes between comparing and trusting is not trusted', async () => {
  const { page } = app;
  const port = await startPbx('self-signed');
  await connectTo(port);
  await expect(page.getByRole('button', trustButton)).toBeVisible();
  await pbx.stop();
  await startPbx('replaced', port);
  await page.getByRole('button', trustButton).click();
  await expect(alert(page, 'presents another certificate')).toBeVisible();
  expect((await app.state()).settings.pbx.pinnedCertificate).toBeNull();
  expect(pbx.requests).toHaveLength(0);
});

test('trust belongs to one address: another one of the same computer is asked about anew', async () => {
  const { page } = app;
  const port = await startPbx('self-signed');
  await connectTo(port);
  await page.getByRole('button', trustButton).click();
  await expectReached(page);
  await fillConnection(page, { address: `https://localhost:${port}` });
  const seen = pbx.requests.length;
  await testConnection(page);
  await expect(alert(page, 'uses a certificate that it signed itself')).toBeVisible();
  expect((await app.state()).settings.pbx.pinnedCertificate).toBeNull();
  expect(pbx.requests).toHaveLength(seen);
});

test('a certificate of an authority nobody knows can be compared and trusted as well', async () => {
  const { page } = app;
  await connectTo(await startPbx('trusted'));
  await expect(alert(page, 'was not issued by anyone this computer trusts')).toBeVisible();
  await expect(page.getByText(fingerprintOf('trusted'), { exact: true })).toBeVisible();
  expect(pbx.requests).toHaveLength(0);
});

test('http typed for a PBX that speaks https only sends it nothing that it can read', async () => {
  const { page } = app;
  const port = await startPbx('self-signed');
  const { user, password, token } = demoAccount;
  await fillConnection(page, { address: `http://127.0.0.1:${port}`, user, password, token });
  await testConnection(page);
  await expect(alert(page, 'broke off')).toBeVisible();
  await expect(page.getByRole('button', trustButton)).toHaveCount(0);
  expect(pbx.requests).toHaveLength(0);
});
