import { cpSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from '@playwright/test';
import { openDesk } from '../support/desk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { sharedMemoryMb } from './support/processes.ts';
import { atMostTimes, leaveFigures } from './support/report.ts';
import { watchWindows } from './support/starts.ts';

const rounds = 15;
/** After that the palette stands ready and the first connection is made; nothing happens that could be waited for. */
const settledMs = 6_000;

test('from the start to the keypad, and the memory of it, beside a blank window', async () => {
  test.setTimeout(10 * 60_000);
  // A desk that was set up and has been in use; its PBX answers.
  const desk = await openDesk({ launch: { graphics: true } });
  const setUp = desk.app.userDataDir;
  await desk.app.close();
  const windows = await watchWindows();
  const startMs = { ours: [] as number[], blank: [] as number[] };
  const memoryMb = { ours: [] as number[], blank: [] as number[] };
  // By turns, so that whatever else the machine does falls on both; the first round fills the caches of the system.
  for (let round = 0; round <= rounds; round += 1) {
    for (const which of ['blank', 'ours'] as const) {
      const userDataDir = temporaryFolder();
      if (which === 'ours') cpSync(setUp, userDataDir, { recursive: true });
      const program = await windows.start(userDataDir, which === 'blank' ? { blank: true } : {});
      if (round > 0) startMs[which].push(program.seenAfterMs);
      if (round > 0 && round <= 5) {
        await pause(settledMs);
        memoryMb[which].push(sharedMemoryMb(program.pid));
      }
      await program.end();
    }
  }
  windows.close();
  await desk.pbx.stop();
  const name = 'blank window';
  leaveFigures('start', [
    {
      what: 'start to usable keypad',
      unit: 'ms',
      ours: startMs.ours,
      baseline: { name, values: startMs.blank },
      goals: [atMostTimes(1.25)],
    },
    {
      what: 'memory of all processes (PSS)',
      unit: 'MB',
      ours: memoryMb.ours,
      baseline: { name, values: memoryMb.blank },
      goals: [atMostTimes(1.35)],
    },
  ]);
});
