import type { Page } from '@playwright/test';

interface HeldTimers {
  /** How many run now. */
  running(): Promise<number>;
  /** Their time is over. */
  elapse(): Promise<void>;
}

/** Timers of exactly that length end when the test says so: neither does it wait for them nor do they end while it is slow. */
export async function holdTimers(page: Page, ofMs: number): Promise<HeldTimers> {
  await page.evaluate((held) => {
    const waiting = new Map<number, () => void>();
    const { setTimeout: start, clearTimeout: stop } = window;
    let last = 0;
    // Of another sort than the page's own, which are positive.
    const hold = (act: () => void) => {
      last -= 1;
      waiting.set(last, act);
      return last;
    };
    const begin = (act: () => void, ms?: number) => (ms === held ? hold(act) : start(act, ms));
    const end = (timer?: number) => void (waiting.delete(timer ?? 0) || stop(timer));
    Object.assign(window, { setTimeout: begin, clearTimeout: end, heldTimers: waiting });
  }, ofMs);
  return {
    running: () => page.evaluate(() => (Reflect.get(window, 'heldTimers') as Map<number, () => void>).size),
    elapse: () =>
      page.evaluate(() => {
        const waiting = Reflect.get(window, 'heldTimers') as Map<number, () => void>;
        const due = [...waiting.values()];
        waiting.clear();
        for (const act of due) act();
      }),
  };
}
