import { setTimeout as pause } from 'node:timers/promises';
import { test } from '@playwright/test';
import { openDesk } from '../support/desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Work, workOf } from './support/processes.ts';
import { leaveFigures } from './support/report.ts';
import { startHidden } from './support/starts.ts';

const rounds = 4;
const watchedMs = 15_000;
/** What a start leaves to be done. */
const settledMs = 10_000;

test('what it does while its window is hidden and nothing happens, beside a blank hidden window', async () => {
  test.setTimeout(5 * 60_000);
  // A desk that was set up and has been in use; its PBX answers.
  const desk = await openDesk({});
  const { userDataDir } = desk.app;
  await desk.app.close();
  const bare = startHidden({ blank: true, userDataDir: temporaryFolder() });
  const program = startHidden({ blank: false, userDataDir });
  await pause(settledMs);
  const cpu = { ours: [] as number[], bare: [] as number[] };
  const sleeps = { ours: [] as number[], bare: [] as number[] };
  const now = () => ({ ours: workOf(program.pid), bare: workOf(bare.pid), atMs: performance.now() });
  // Both at once, so that whatever else the machine does falls on both.
  for (let round = 0; round < rounds; round += 1) {
    const before = now();
    await pause(watchedMs);
    const after = now();
    const spentMs = after.atMs - before.atMs;
    const note = (which: 'ours' | 'bare', from: Work, to: Work) => {
      cpu[which].push(((to.cpuMs - from.cpuMs) / spentMs) * 100);
      sleeps[which].push(((to.sleeps - from.sleeps) / spentMs) * 60_000);
    };
    note('ours', before.ours, after.ours);
    note('bare', before.bare, after.bare);
  }
  await Promise.all([program.end(), bare.end()]);
  await desk.pbx.stop();
  const name = 'blank hidden window';
  leaveFigures('idle', [
    {
      what: 'processor while hidden and idle',
      unit: '%',
      ours: cpu.ours,
      baseline: { name, values: cpu.bare },
      goals: [],
    },
    {
      what: 'wake-ups while hidden and idle, all threads',
      unit: 'per minute',
      ours: sleeps.ours,
      baseline: { name, values: sleeps.bare },
      goals: [],
    },
  ]);
});
