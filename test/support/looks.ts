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
export async function wear(page: Page, { language, theme }: Look): Promise<void> {
  await page.evaluate((ui) => window.dialer.request('settings:update', { ui }), {
    language,
    theme,
    calendar: language === 'fa' ? 'persian' : 'gregorian',
  } as const);
  await worn(page, { language, theme });
  // A list that is open hangs where the other language had its field, until it is placed anew.
  await page.evaluate(() => window.dispatchEvent(new Event('resize')));
  await settled(page);
}

/** Waits until a window looks like that. */
export async function worn(page: Page, { language, theme }: Look): Promise<void> {
  await expect(page.locator(`html[lang="${language}"][data-theme="${theme}"]`)).toBeAttached();
  await settled(page);
}

export async function resize(app: DialdeskApp, name: SizeName): Promise<void> {
  const { zoomPercent } = sizes[name];
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
    await settled(app.page);
    // With a factor between screen and page it may be off by the rest of a division.
    const inner = await app.page.evaluate(() => [window.innerWidth, window.innerHeight]);
    expect(
      [width, height].every((wanted, side) => Math.abs(wanted - (inner[side] ?? 0)) <= 1),
      `${inner}`,
    ).toBe(true);
  }).toPass({ timeout: 10_000 });
}

/** Two frames: what React and the layout still had to do is done and painted. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  );
}
