import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { withVirtualDisplay } from '../../scripts/bootstrap/display.mjs';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { openScreen } from '../support/screen.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const place = { x: 10, y: 60, width: 400, height: 700, maximised: false };
const inside = { x: 30, y: 120, width: 360, height: 600 };

/** How light the place of the window is, from before the start until its first screen has stood for a while. */
function watchStart(theme: 'light' | 'dark'): Promise<readonly number[]> {
  // A screen of its own: windows of other tests would come before or below.
  return withVirtualDisplay(async ({ DISPLAY = '', XAUTHORITY = '' }) => {
    const screen = await openScreen({ DISPLAY, XAUTHORITY });
    const userDataDir = temporaryFolder();
    writeFileSync(join(userDataDir, 'window.json'), JSON.stringify({ place, tab: 'keypad' }));
    const parts: number[] = [];
    let watching = true;
    const watch = (async () => {
      while (watching) parts.push(await screen.lightPart(inside));
    })();
    const app = await launchDialdesk({
      userDataDir,
      provision: { version: 1, ui: { theme } },
      // An X window that nothing was drawn in yet has the ground of the desktop's theme, also a blank one: where that is light
      // and only this program dark, the first frame is not ours. Here the desktop is as dark or light as the program.
      env: { DISPLAY, XAUTHORITY, GTK_THEME: theme === 'dark' ? 'Adwaita:dark' : 'Adwaita' },
    });
    try {
      await expect
        .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
        .toBe(true);
      // Letters and buttons are light on dark: something is drawn.
      await expect.poll(() => parts.at(-1)).toBeGreaterThan(0.001);
      const before = parts.length;
      await expect.poll(() => parts.length - before).toBeGreaterThan(50);
    } finally {
      watching = false;
      await watch;
      screen.close();
      await app.close();
    }
    return parts;
  });
}

test('no frame of any start in the dark is light, as the screen itself shows it', async () => {
  test.skip(process.platform !== 'linux', 'Reads the screen of an X server.');
  test.setTimeout(120_000);
  for (let round = 0; round < 4; round += 1) expect(Math.max(...(await watchStart('dark')))).toBeLessThan(0.3);
  // The same measure sees a light window.
  expect(Math.max(...(await watchStart('light')))).toBeGreaterThan(0.7);
});
