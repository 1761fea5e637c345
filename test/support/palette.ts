import { expect, type Page, test } from '@playwright/test';
import { type Desk, type DeskOptions, openDesk } from './desk.ts';
import { type Desktop, openDesktop } from './desktop.ts';
import type { DialdeskApp } from './dialdesk-app.ts';

/** A desktop of its own for each test of a file, with the program and its palette; nothing may have complained in the end. */
export function paletteStage() {
  let desktop: Desktop | undefined;
  let desk: Desk | undefined;
  let palette: Page | undefined;
  test.beforeEach(async () => {
    desktop = await openDesktop();
  });
  test.afterEach(async () => {
    const complaints = desk?.app.complaints ?? [];
    await desk?.leave();
    await desktop?.close();
    desktop = undefined;
    desk = undefined;
    palette = undefined;
    expect(complaints).toEqual([]);
  });
  const begun = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('It has not begun');
    return part;
  };
  const stage = {
    get desktop() {
      return begun(desktop);
    },
    get desk() {
      return begun(desk);
    },
    /** Its page; a palette that crashed comes again with another one. */
    get palette() {
      return begun(palette);
    },
    async begin(options: DeskOptions = {}): Promise<void> {
      desk = await openDesk({ hotkeys: {}, ...options, launch: { ...options.launch, env: stage.desktop.env } });
      await stage.findPalette();
    },
    async findPalette(): Promise<void> {
      palette = await palettePage(stage.desk.app);
    },
    field: () => stage.palette.getByRole('combobox'),
    rows: () => stage.palette.getByRole('option'),
    chosen: () => stage.palette.getByRole('option', { selected: true }),
    group: (name: string) => stage.palette.getByRole('group', { name }),
    callees: () => stage.desk.originates().map(({ body }) => (body as { callee?: unknown }).callee),
  };
  return stage;
}

/** The page of the palette, which is there from the start. */
export async function palettePage({ electron }: DialdeskApp): Promise<Page> {
  const found = () => electron.windows().find((page) => page.url().endsWith('#quick-dial'));
  await expect.poll(() => found() !== undefined, { intervals: [20] }).toBe(true);
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
      title: window?.getTitle() ?? '',
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

/** Open, and with the keys: a busy desktop hands them over after the window says that it has the focus. */
export async function expectOpen(app: DialdeskApp, desktop: Pick<Desktop, 'activeWindow'>): Promise<void> {
  await expect.poll(() => paletteWindow(app)).toMatchObject({ visible: true, focused: true });
  const { title } = await paletteWindow(app);
  await expect.poll(desktop.activeWindow).toBe(title);
}

export async function expectClosed(app: DialdeskApp): Promise<void> {
  await expect.poll(() => paletteWindow(app)).toMatchObject({ visible: false });
}
