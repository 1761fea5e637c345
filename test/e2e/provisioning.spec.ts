import { expect, test } from '@playwright/test';
import { DemoPbx } from '../../electron/demo-pbx/demo-pbx.ts';
import { deskProvisioning, dial } from '../support/desk.ts';
import { launchDialdesk, provisioningFile } from '../support/dialdesk-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a provisioning file sets the desk up: the first screen is the keypad and the first call goes out', async () => {
  const pbx = new DemoPbx({ speed: 10 });
  const { address } = await pbx.start();
  const app = await launchDialdesk({ provision: deskProvisioning(address) });
  await dial(app.page, '558');
  await expect.poll(() => pbx.requests.some((request) => request.path.endsWith('/call/originate/act'))).toBe(true);
  await app.close();
  await pbx.stop();
});

test('the environment variable DIALDESK_PROVISION names the file too', async () => {
  const pbx = new DemoPbx();
  const { address } = await pbx.start();
  const file = provisioningFile({ ...deskProvisioning(address), ui: { language: 'fa' } });
  const app = await launchDialdesk({ env: { DIALDESK_PROVISION: file } });
  await expect(app.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await app.close();
  await pbx.stop();
});

test('an error names the field and leaves the settings as they were', async () => {
  const userDataDir = temporaryFolder();
  const pbx = new DemoPbx();
  const { address } = await pbx.start();
  const first = await launchDialdesk({ userDataDir, provision: deskProvisioning(address) });
  const before = (await first.state()).settings;
  await first.close();

  const wrong = { ...deskProvisioning(address), identity: { caller: '999', timeoutSeconds: -1 } };
  const second = await launchDialdesk({ userDataDir, provision: wrong });
  const state = await second.state();
  expect(state.settings).toEqual(before);
  expect(state.provisioning).toMatchObject({
    state: 'failed',
    error: { code: 'provisioning-invalid', field: 'identity.timeoutSeconds' },
  });
  // Without a key store the passwords of the first run are missing as well, which is graver, and so may other things be.
  await second.page
    .getByRole('region', { name: 'Notices' })
    .getByText(/^\+\d more$/)
    .click();
  await expect(second.page.getByText('identity.timeoutSeconds').first()).toBeVisible();
  await second.close();
  await pbx.stop();
});

for (const { title, content, expected } of [
  { title: 'no JSON', content: '{"version": 1,', expected: { code: 'provisioning-unreadable', reason: 'not-json' } },
  {
    title: 'an unknown field',
    content: '{"version":1,"pbx":{"adress":"10.0.0.1"}}',
    expected: { code: 'provisioning-invalid', field: 'pbx.adress' },
  },
  { title: 'another version', content: '{"version":2}', expected: { code: 'provisioning-invalid', field: 'version' } },
]) {
  test(`a provisioning file with ${title} is refused in words`, async () => {
    const app = await launchDialdesk({ provision: content });
    expect((await app.state()).provisioning).toMatchObject({ state: 'failed', error: expected });
    expect((await app.state()).settings.mode).toBe('unset');
    await app.close();
  });
}
