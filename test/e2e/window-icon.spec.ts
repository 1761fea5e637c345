import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { launchDialdesk } from '../support/dialdesk-app.ts';

test('the window tells the desktop its icon', async () => {
  test.skip(process.platform !== 'linux', 'asks the X server');
  const app = await launchDialdesk();
  const pid = String(app.electron.process().pid);
  const windows = execFileSync('xdotool', ['search', '--onlyvisible', '--pid', pid, '--name', 'Dialdesk'], {
    encoding: 'utf8',
  });
  const id = windows.trim().split('\n').at(-1) ?? '';
  const icon = () => execFileSync('xprop', ['-id', id, '-len', '16', '32c', '_NET_WM_ICON'], { encoding: 'utf8' });
  await expect.poll(icon).toMatch(/= 256, 256/);
  await app.close();
});
