import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, expect, type Page, test } from '@playwright/test';
import { dial, openDesk } from '../support/desk.ts';
import { startEventStorm } from '../support/event-storm.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const rounds = 8;
const digits = '01234567890';
/** Faster than people type, slower than the frames. */
const keyEveryMs = 35;

const report = join(import.meta.dirname, '..', '..', 'out', 'bench', 'typing-lag.json');
const measured: { readonly what: string; readonly lagsMs: number[]; readonly bareMs: number[] }[] = [];

/** Notes for each key how long it took to the end of the first frame after it: what the eye waits for. */
async function observeKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const lags: number[] = [];
    Object.assign(window, { lags });
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => lags.push(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      },
      true,
    );
  });
}

/** A number, and away with it again. */
async function typeOnce(page: Page): Promise<readonly number[]> {
  const keys = [...digits, ...Array.from(digits, () => 'Backspace')];
  const lags = () => page.evaluate(() => (window as unknown as { lags: number[] }).lags);
  await page.evaluate(() => (window as unknown as { lags: number[] }).lags.splice(0));
  await page.locator('main input').first().focus();
  for (const key of keys) {
    const start = Date.now();
    await page.keyboard.press(key);
    await page.waitForTimeout(Math.max(0, keyEveryMs - (Date.now() - start)));
  }
  await expect.poll(async () => (await lags()).length).toBe(keys.length);
  return lags();
}

/** By turns, so that whatever else the machine does falls on both. */
async function compare(what: string, app: Page, bare: Page): Promise<void> {
  const result = { what, lagsMs: [] as number[], bareMs: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    result.bareMs.push(...(await typeOnce(bare)));
    result.lagsMs.push(...(await typeOnce(app)));
  }
  measured.push(result);
}

async function openBareWindow() {
  const executablePath = process.env['DIALDESK_ELECTRON'];
  if (executablePath === undefined) throw new Error('DIALDESK_ELECTRON is not set: run this by npm run bench');
  const bare = join(import.meta.dirname, 'bare-window.cjs');
  return _electron.launch({ executablePath, args: [bare, `--user-data-dir=${temporaryFolder()}`] });
}

test.describe.configure({ timeout: 5 * 60_000 });

test.afterAll(() => {
  mkdirSync(join(report, '..'), { recursive: true });
  writeFileSync(report, JSON.stringify(measured));
});

test('typing into the number field, beside a bare input in a bare window', async () => {
  const electron = await openBareWindow();
  const bare = await electron.firstWindow();
  const desk = await openDesk({ identity: { callLimitSeconds: 3600 }, launch: { graphics: true } });
  await Promise.all([bare, desk.page].map(observeKeys));
  await compare('nothing else', desk.page, bare);

  desk.pbx.setSpeed(5);
  await dial(desk.page, '09120000012');
  await expect(desk.page.locator('[data-phase="talking"]')).toBeVisible();
  desk.pbx.setSpeed(0.001);
  await compare('a live call', desk.page, bare);

  const storm = startEventStorm(desk.pbx);
  await compare('a live call and 50 events/s', desk.page, bare);
  await storm.stop();
  expect(Object.keys(storm.answers)).toEqual(['200']);
  await desk.leave();
  await electron.close();
});
