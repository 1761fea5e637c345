import type { Page } from '@playwright/test';

/** Notes which phases the card comes to, so that none is missed by looking late; for a PBX that cannot be held. */
export async function notePhases(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const shown: string[] = [];
    Reflect.set(window, 'phasesShown', shown);
    new MutationObserver(() => {
      const phase = document.querySelector<HTMLElement>('[data-phase]')?.dataset['phase'];
      if (phase !== undefined && phase !== shown.at(-1)) shown.push(phase);
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-phase'] });
  });
  return () => page.evaluate(() => Reflect.get(window, 'phasesShown') as readonly string[]);
}
