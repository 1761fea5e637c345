import { expect, type Page } from '@playwright/test';
import type { DialdeskApp } from './dialdesk-app.ts';

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

export const sizes = {
  narrow: { width: 400, height: 700 },
  smallest: { width: 340, height: 560 },
  wide: { width: 1080, height: 720 },
} as const;
export type SizeName = keyof typeof sizes;

/** As Settings > Appearance does it, at once and from whatever is open. */
export async function wear(page: Page, { language, theme }: Look): Promise<void> {
  await page.evaluate((ui) => window.dialer.request('settings:update', { ui }), {
    language,
    theme,
    calendar: language === 'fa' ? 'persian' : 'gregorian',
  } as const);
  await expect(page.locator(`html[lang="${language}"][data-theme="${theme}"]`)).toBeAttached();
  await settled(page);
}

export async function resize(app: DialdeskApp, size: { readonly width: number; readonly height: number }) {
  await app.electron.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  );
  await expect
    .poll(() => app.page.evaluate(() => [window.innerWidth, window.innerHeight]))
    .toEqual([size.width, size.height]);
  await settled(app.page);
}

/** Two frames: what React and the layout still had to do is done and painted. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  );
}
