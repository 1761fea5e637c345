import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { currentCall, type Desk, dial, openDesk } from '../support/desk.ts';
import { hostileLaunches } from '../support/hostile-launches.ts';
import { handOver, launchAgain } from '../support/launch-again.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const seed = 17;
const launches = hostileLaunches(300, seed);
/** As many as a test can afford are real starts of the program; the others are handed over as those are. */
const everyNth = 8;
const real = launches.filter((_, at) => at % everyNth === 0);
const handedOver = launches.filter((_, at) => at % everyNth !== 0);
/** Starts at once, as a script or a page gone wild makes them. */
const atOnce = 4;

let desk: Desk;

test.beforeEach(async () => {
  desk = await openDesk();
});

test.afterEach(async () => {
  await desk.leave();
});

async function expectUnharmed() {
  // Only a page that has dealt with what came last could have done harm by it.
  await expect
    .poll(async () => {
      const { asked } = await desk.app.state();
      return asked?.kind === 'number' && !asked.isCode ? asked.taken : true;
    })
    .toBe(true);
  expect(desk.originates()).toEqual([]);
  expect(await desk.calls()).toEqual([]);
  expect(desk.app.complaints).toEqual([]);
  expect((await desk.app.state()).settings.commandLine.mayCall).toBe(false);
}

async function expectUsable() {
  // What was filled in last is typed over, as an agent would.
  await dial(desk.page, '09120000001');
  await expect(currentCall(desk.page)).toBeVisible();
  await expect.poll(() => desk.originates().length).toBe(1);
}

test(`${real.length} hostile starts of the program call nothing and leave it usable (seed ${seed})`, async () => {
  test.setTimeout(180_000);
  for (let at = 0; at < real.length; at += atOnce) {
    const some = real.slice(at, at + atOnce);
    const codes = await Promise.all(some.map((launch) => launchAgain(desk.app, launch)));
    expect(codes).toEqual(some.map(() => 0));
  }
  await expectUnharmed();
  await expectUsable();
});

test(`${handedOver.length} hostile launches handed over call nothing and leave the program usable (seed ${seed})`, async () => {
  for (const launch of handedOver) {
    await handOver(desk.app, launch);
    // Some are answered by the page at once, some come while it is still at the one before.
    if (launch.length % 2 === 0) await desk.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await expectUnharmed();
  await expectUsable();
});

test('a hundred starts within one moment show the last link and call nothing', async () => {
  await handOver(desk.app, ...Array.from({ length: 100 }, (_, at) => [`tel:0912000${1000 + at}`]));
  await expect(desk.page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('0912 000 1099');
  await expectUnharmed();
});

test('what stands behind a bare -- is never a switch, neither ours nor Chromium’s', async () => {
  const folder = temporaryFolder('switches');
  const marker = join(folder, 'was-run');
  const script = join(folder, 'run.sh');
  writeFileSync(script, `#!/bin/sh\ntouch ${marker}\nexec "$@"\n`, { mode: 0o755 });
  const given = ['--', 'tel:551', `--gpu-launcher=${script}`, `--renderer-cmd-prefix=${script}`, '--call', '552'];
  expect(await launchAgain(desk.app, given)).toBe(0);
  await expect(desk.page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('551');
  // A start of its own, where the switches would count.
  const other = await openDesk({ launch: { args: given, graphics: true } });
  await expect(other.page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('551');
  expect(other.originates()).toEqual([]);
  await other.leave();
  expect(existsSync(marker)).toBe(false);
  await expectUnharmed();
});
