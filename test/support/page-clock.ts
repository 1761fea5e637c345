import type { Page } from '@playwright/test';

/** No time passes any more for what the page reads off its clock, which stands at this moment or another. */
export async function stopClock(page: Page, atMs?: number): Promise<void> {
  await page.evaluate((moment) => {
    const at = moment ?? Date.now();
    Date.now = () => at;
  }, atMs);
}

/** So much time has passed for what the page reads off its clock. */
export async function passTime(page: Page, ms: number): Promise<void> {
  await page.evaluate((later) => {
    const now = Date.now;
    Date.now = () => now() + later;
  }, ms);
}
