import { expect, test } from '@playwright/test';
import { openDesk } from '../support/desk.ts';
import { holdAt } from '../support/hold-call.ts';
import { resize, wear } from '../support/looks.ts';
import { findLayoutFaults } from '../support/page-checks.ts';

for (const language of ['en', 'fa'] as const) {
  test(`at twice the size on a screen of 1366 x 768 a call can be made and every tab used, in ${language}`, async () => {
    const desk = await openDesk({ identity: { timeoutSeconds: 120 } });
    const { page, app } = desk;
    await wear(page, { language, theme: 'light' });
    await resize(app, 'zoomed');
    expect((await app.state()).settings.ui.zoomPercent).toBe(200);

    const field = page.locator('main input').first();
    await expect(field).toBeInViewport({ ratio: 0.95 });
    await field.fill('09120000001');
    expect(await findLayoutFaults(page)).toEqual([]);
    // The last button of the keypad; down to it the panel may scroll, sideways nothing does.
    const call = page.getByRole('button', { name: language === 'en' ? 'Call' : 'تماس', exact: true });
    holdAt(desk, 'talking');
    await call.click();
    const card = page.locator('[data-phase]');
    await expect(card).toHaveAttribute('data-phase', 'talking');
    await expect(card).toBeInViewport({ ratio: 0.95 });

    for (const tab of await page.getByRole('tab').all()) {
      await expect(tab).toBeInViewport({ ratio: 0.95 });
      await tab.click();
      await expect(page.getByRole('tabpanel')).toBeInViewport();
      await expect(card).toBeInViewport();
      expect(await findLayoutFaults(page)).toEqual([]);
    }
    expect(app.complaints).toEqual([]);
    await desk.leave();
  });
}

test('pages that are read anew have the size of now, not that of the start', async () => {
  const desk = await openDesk({ ui: { zoomPercent: 150 } });
  const { page, app } = desk;
  const factors = () =>
    app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getZoomFactor()));
  // The palette was made at the start as well.
  await expect.poll(factors).toEqual([1.5, 1.5]);
  await page.keyboard.press('Control+0');
  await expect.poll(factors).toEqual([1, 1]);
  await app.electron.evaluate(({ webContents }) =>
    Promise.all(
      webContents.getAllWebContents().map((contents) => {
        const read = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
        contents.reload();
        return read;
      }),
    ),
  );
  await expect(page.getByRole('tab', { name: 'Keypad' })).toBeVisible();
  expect(await factors()).toEqual([1, 1]);
  await desk.leave();
});
