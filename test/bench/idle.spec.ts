import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication, test } from '@playwright/test';
import { openDesk } from '../support/desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Work, workOf } from './support/processes.ts';
import { leaveFigures } from './support/report.ts';
import { blankProgram, electronExecutable } from './support/starts.ts';

const rounds = 4;
const watchedMs = 15_000;
/** What a start leaves to be done. */
const settledMs = 10_000;

async function hide(electron: ElectronApplication): Promise<number> {
  return electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
    return process.pid;
  });
}

test('what it does while its window is hidden and nothing happens, beside a blank hidden window', async () => {
  test.setTimeout(5 * 60_000);
  const bare = await _electron.launch({
    executablePath: electronExecutable(),
    args: [blankProgram, `--user-data-dir=${temporaryFolder()}`],
  });
  await bare.firstWindow();
  const desk = await openDesk({ launch: { graphics: true } });
  const pids = { ours: await hide(desk.app.electron), bare: await hide(bare) };
  await pause(settledMs);
  const cpu = { ours: [] as number[], bare: [] as number[] };
  const sleeps = { ours: [] as number[], bare: [] as number[] };
  const now = () => ({ ours: workOf(pids.ours), bare: workOf(pids.bare), atMs: performance.now() });
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
  await desk.leave();
  await bare.close();
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
