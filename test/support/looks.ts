import { expect, type Page } from '@playwright/test';
import type { DialdeskApp } from './dialdesk-app.ts';
import { mainWindow } from './main-window.ts';

/** How the window may look, apart from what it shows. */
export interface Look {
  readonly language: 'en' | 'fa';
  readonly theme: 'light' | 'dark';
}

/** What agents see first, and what the way to a screen is described in. */
export const plainLook: Look = { language: 'en', theme: 'light' };

export const looks: readonly Look[] = [
  plainLook,
  { language: 'en', theme: 'dark' },
  { language: 'fa', theme: 'light' },
  { language: 'fa', theme: 'dark' },
];

/** As the page sees them. `zoomed` is what is left of a screen of 1366 x 768 at twice the size of everything. */
export const sizes = {
  narrow: { width: 400, height: 700, zoomPercent: 100 },
  smallest: { width: 340, height: 560, zoomPercent: 100 },
  wide: { width: 1080, height: 720, zoomPercent: 100 },
  zoomed: { width: 340, height: 360, zoomPercent: 200 },
} as const;
export type SizeName = keyof typeof sizes;

/** As Settings > Appearance does it, at once and from whatever is open. */
export async function wear(page: Page, look: Look): Promise<void> {
  const ui = { ...look, calendar: look.language === 'fa' ? 'persian' : 'gregorian' } as const;
  await page.evaluate((chosen) => window.dialer.request('settings:update', { ui: chosen }), ui);
  await worn(page, look);
}

/** Waits until a window looks like that and has painted it. */
export async function worn(page: Page, look: Look): Promise<void> {
  const isWorn = await page.evaluate(
    async ({ language, theme, longestMs }) => {
      const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const root = document.documentElement;
      const asWanted = () => root.lang === language && root.dataset['theme'] === theme;
      const start = performance.now();
      while (!asWanted() && performance.now() - start < longestMs) await frames();
      await frames();
      // A list that is open hangs where the other language had its field, until it is placed anew.
      window.dispatchEvent(new Event('resize'));
      await frames();
      return asWanted();
    },
    { ...look, longestMs: 10_000 },
  );
  expect(isWorn, `${page.url()} is in ${look.language} and ${look.theme}`).toBe(true);
}

/** Gives the page that size, at that zoom. `from` is the size it has. */
export async function resize(app: DialdeskApp, name: SizeName, from?: SizeName): Promise<void> {
  const { zoomPercent } = sizes[name];
  if (from === undefined || sizes[from].zoomPercent !== zoomPercent)
    await app.page.evaluate((ui) => window.dialer.request('settings:update', { ui }), { zoomPercent });
  await keepSize(app, name);
}

/** Whatever is saved, the window grows to what its zoom asks for, and not at once: it is set until it stays. */
export async function keepSize(app: DialdeskApp, name: SizeName): Promise<void> {
  const { width, height, zoomPercent } = sizes[name];
  const shell = await mainWindow(app);
  await expect(async () => {
    await shell.evaluate(
      (main, size) => {
        // The screen of the tests is larger, so what the window would not fall below there does not hold.
        main.setMinimumSize(1, 1);
        main.setContentSize(size.width, size.height);
      },
      { width: (width * zoomPercent) / 100, height: (height * zoomPercent) / 100 },
    );
    const inner = await app.page.evaluate(
      async ({ wanted, longestMs }) => {
        const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const size = () => [window.innerWidth, window.innerHeight] as const;
        // With a factor between screen and page it may be off by the rest of a division.
        const isWanted = () => size().every((side, index) => Math.abs((wanted[index] ?? 0) - side) <= 1);
        const start = performance.now();
        while (!isWanted() && performance.now() - start < longestMs) await frames();
        // What React and the layout still had to do is done and painted, and the window has kept its size.
        await frames();
        return { isWanted: isWanted(), size: size() };
      },
      { wanted: [width, height], longestMs: 500 },
    );
    expect(inner.isWanted, `${inner.size}`).toBe(true);
  }).toPass({ timeout: 10_000 });
}
