import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { withVirtualDisplay } from '../../scripts/bootstrap/display.mjs';
import { launchDialdesk } from '../support/dialdesk-app.ts';
import { mainWindow } from '../support/main-window.ts';
import { openScreen, type Shares } from '../support/screen.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Theme = 'light' | 'dark';

const place = { x: 10, y: 60, width: 400, height: 700, maximised: false };
const inside = { x: 30, y: 120, width: 360, height: 600 };
const themes = ['dark', 'light'] as const;
const other = { dark: 'light', light: 'dark' } as const;
const gtkThemes = { dark: 'Adwaita:dark', light: 'Adwaita' } as const;

/** Samples how light and dark the place of the window is, from before the start until its first screen has stood for a while. */
function watchStart(theme: Theme, desktop: Theme): Promise<readonly Shares[]> {
  // A screen of its own: windows of other tests would come before or below.
  return withVirtualDisplay(async ({ DISPLAY = '', XAUTHORITY = '' }) => {
    const screen = await openScreen({ DISPLAY, XAUTHORITY });
    const userDataDir = temporaryFolder();
    writeFileSync(join(userDataDir, 'window.json'), JSON.stringify({ place, tab: 'keypad' }));
    const seen: Shares[] = [];
    let watching = true;
    const watch = (async () => {
      while (watching) seen.push(await screen.shares(inside));
    })();
    const app = await launchDialdesk({
      graphics: true,
      userDataDir,
      provision: { version: 1, ui: { theme } },
      env: { DISPLAY, XAUTHORITY, GTK_THEME: gtkThemes[desktop] },
    });
    try {
      await expect.poll(async () => (await mainWindow(app)).evaluate((window) => window.isVisible())).toBe(true);
      // Letters have the other lightness: something is drawn.
      await expect.poll(() => seen.at(-1)?.[other[theme]]).toBeGreaterThan(0.001);
      const before = seen.length;
      await expect.poll(() => seen.length - before).toBeGreaterThan(50);
    } finally {
      watching = false;
      await watch;
      screen.close();
      await app.close();
    }
    return seen;
  });
}

const most = (seen: readonly Shares[], theme: Theme) => Math.max(...seen.map((shares) => shares[theme]));

for (const theme of themes) {
  for (const desktop of themes) {
    test(`no sample of any ${theme} start on a ${desktop} desktop is ${other[theme]}, as the screen itself shows it`, async () => {
      test.skip(process.platform !== 'linux', 'Reads the screen of an X server.');
      test.setTimeout(120_000);
      for (let round = 0; round < 3; round += 1) {
        const seen = await watchStart(theme, desktop);
        expect(most(seen, other[theme])).toBeLessThan(0.3);
        // The same measure sees what is there: in a start of the other theme it would be this one.
        expect(most(seen, theme)).toBeGreaterThan(0.7);
      }
    });
  }
}
