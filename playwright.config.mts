import { defineConfig } from '@playwright/test';

// A worker has a screen of its own, see scripts/test/playwright.mjs.
const screens: unknown = JSON.parse(process.env['DIALDESK_SCREENS'] ?? '[]');
const screen: unknown = Array.isArray(screens) ? screens[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)] : null;
if (typeof screen === 'object' && screen !== null) Object.assign(process.env, screen);

// Here and not in the script: Playwright keeps what it has compiled in the folder of the system, for the next run.
const scratch = process.env['DIALDESK_SCRATCH'];
if (scratch !== undefined) process.env['TMPDIR'] = scratch;

// Started by scripts/test/playwright.mjs, which names the Electron executable in DIALDESK_ELECTRON and provides the display.
export default defineConfig({
  // One is chosen by the script: only the first is part of npm test.
  projects: [
    { name: 'e2e', testDir: 'test/e2e', outputDir: 'out/test/e2e' },
    { name: 'adversarial', testDir: 'test/adversarial', outputDir: 'out/test/adversarial' },
    { name: 'screenshots', testDir: 'test/screenshots', outputDir: 'out/test/screenshots' },
    { name: 'bench', testDir: 'test/bench', outputDir: 'out/test/bench' },
  ],
  testMatch: '**/*.spec.ts',
  // A worker waits for a third of its time, so two processors have room for three; the benchmarks ask for one.
  workers: 3,
  fullyParallel: false,
  // A test that passes at the second try is a bug in the test or the app.
  retries: 0,
  forbidOnly: true,
  // A test waits for real timers of the app (call durations, reconnects) and the first start on a cold disk takes seconds.
  timeout: 60_000,
  expect: { timeout: 10_000, toPass: { intervals: [50, 100, 200, 400] } },
  use: { trace: 'off', screenshot: 'off', video: 'off' },
});
