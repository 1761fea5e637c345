import { expect, type JSHandle } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import type { DialdeskApp } from './dialdesk-app.ts';

/** As the main process has it: no number tells it from the palette, which is there from the start as well. */
export const mainWindow = ({ electron, page }: DialdeskApp): Promise<JSHandle<BrowserWindow>> =>
  electron.browserWindow(page);

/** Gives its page that size, and waits until the page has it. */
export async function resizeTo(app: DialdeskApp, width: number, height: number): Promise<void> {
  const size = { width, height };
  await (await mainWindow(app)).evaluate((window, wanted) => window.setContentSize(wanted.width, wanted.height), size);
  await expect
    .poll(() => app.page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight })))
    .toEqual(size);
}
