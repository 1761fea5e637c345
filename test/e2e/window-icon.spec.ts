import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { launchDialdesk } from '../support/dialdesk-app.ts';

test('the window tells the desktop its icon', async () => {
  test.skip(process.platform !== 'linux', 'asks the X server');
  const app = await launchDialdesk();
  const window = await app.electron.browserWindow(app.page);
  const id = await window.evaluate((own) => own.getNativeWindowHandle().readUInt32LE());
  const icon = () =>
    execFileSync('xprop', ['-id', String(id), '-len', '16', '32c', '_NET_WM_ICON'], { encoding: 'utf8' });
  await expect.poll(icon).toMatch(/= 256, 256/);
  await app.close();
});
