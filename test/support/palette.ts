import { expect, type Page } from '@playwright/test';
import type { DialdeskApp } from './dialdesk-app.ts';

/** The page of the palette, which is there from the start. */
export async function palettePage({ electron }: DialdeskApp): Promise<Page> {
  const found = () => electron.windows().find((page) => page.url().endsWith('#quick-dial'));
  await expect.poll(() => found() !== undefined).toBe(true);
  const page = found();
  if (page === undefined) throw new Error('There is no palette');
  await page.getByRole('combobox').waitFor();
  // Only a page that said that it is ready is shown.
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** Its window, as the main process sees it. */
export function paletteWindow({ electron }: DialdeskApp) {
  return electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('#quick-dial'),
    );
    return {
      visible: window?.isVisible() ?? false,
      focused: window?.isFocused() ?? false,
      onTop: window?.isAlwaysOnTop() ?? false,
      ...(window?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 }),
    };
  });
}

/** From now on, which announcements each window of ours gets, by its page. */
export async function noteAnnouncements({ electron }: DialdeskApp): Promise<() => Promise<readonly string[]>> {
  const noted = await electron.evaluateHandle(({ BrowserWindow }) => {
    const channels = new Set<string>();
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const page = /#(.*)$/.exec(webContents.getURL())?.[1] ?? 'main';
      const send = webContents.send.bind(webContents);
      webContents.send = (channel, ...rest) => {
        channels.add(`${page} ${channel}`);
        send(channel, ...rest);
      };
    }
    return channels;
  });
  return () => noted.evaluate((channels) => [...channels].sort());
}

export async function expectOpen(app: DialdeskApp): Promise<void> {
  await expect.poll(() => paletteWindow(app)).toMatchObject({ visible: true, focused: true });
}

export async function expectClosed(app: DialdeskApp): Promise<void> {
  await expect.poll(() => paletteWindow(app)).toMatchObject({ visible: false });
}
