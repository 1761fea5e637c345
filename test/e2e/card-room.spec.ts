import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Desk, openDesk } from '../support/desk.ts';
import { resizeTo } from '../support/main-window.ts';

let desk: Desk;

test.afterEach(async () => {
  expect(desk.app.complaints).toEqual([]);
  await desk.leave();
});

/** What an agent calls with, whole and under nothing. */
async function expectAllInSight(page: Page): Promise<void> {
  const field = page.locator('main input[inputmode="tel"], main input[type="tel"]').first();
  const call = page.getByRole('button', { name: /^(Call|تماس)$/ });
  await expect(field).toBeInViewport({ ratio: 1 });
  await expect(call).toBeInViewport({ ratio: 1 });
  for (const tab of await page.getByRole('tab').all()) await expect(tab).toBeInViewport({ ratio: 1 });
  expect(await bottomOf(call)).toBeLessThanOrEqual(await topOf(page.getByRole('tablist')));
}

async function topOf(place: Locator): Promise<number> {
  return (await place.boundingBox())?.y ?? Number.NaN;
}

async function bottomOf(place: Locator): Promise<number> {
  const box = await place.boundingBox();
  return box === null ? Number.NaN : box.y + box.height;
}

const worst = {
  'not confirmed, with another call': { number: '09120000007', other: true, phase: 'unconfirmed' },
  refused: { number: '09120000006', other: false, phase: 'ended' },
  'without events': { number: '09120000001', other: false, phase: 'accepted' },
} as const;

for (const language of ['en', 'fa'] as const) {
  for (const [title, { number, other, phase }] of Object.entries(worst)) {
    test(`${title} (${language}): number, Call and tabs stay whole in the usual and the smallest window`, async () => {
      desk = await openDesk({ events: null, ui: { language } });
      const { page } = desk;
      const field = page.locator('main input').first();
      const card = page.locator('section[data-phase]');
      for (const dialled of other ? ['09120000001', number] : [number]) {
        await field.fill(dialled);
        await field.press('Enter');
        await expect(card).toBeVisible();
        await expect.poll(async () => (await desk.calls()).at(0)?.callee).toBe(dialled);
        await expect.poll(async () => (await desk.calls()).at(0)?.outcome, { timeout: 20_000 }).not.toBe('pending');
      }
      await expect(card).toHaveAttribute('data-phase', phase);
      for (const [width, height] of [
        [400, 700],
        [340, 560],
      ] as const) {
        await resizeTo(desk.app, width, height);
        await expectAllInSight(page);
        const expand = card.locator('button[aria-expanded][aria-controls]').last();
        await expand.click();
        await expectAllInSight(page);
        await expand.click();
      }
    });
  }
}
