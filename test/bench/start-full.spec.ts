import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { latestVersion, migrations } from '../../electron/storage/migrations/index.ts';
import { openDesk } from '../support/desk.ts';
import { seedHistory } from '../support/seed/seed-history.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { benchFolder, leaveFigures } from './support/report.ts';
import { watchWindows } from './support/starts.ts';

const rounds = 8;
const calls = 1_000_000;

/** Made once, since a million calls take minutes; the benchmark of the history uses the same. */
function seeded(): string {
  const file = join(benchFolder, `calls-${calls}-${latestVersion(migrations)}`, 'dialdesk.sqlite');
  if (existsSync(file)) return file;
  const made = join(temporaryFolder(), 'dialdesk.sqlite');
  const { connection, close } = mustOpen(made);
  seedHistory(connection, { calls, seed: 1, profile: 'main', lastMs: Date.now(), contacts: 20_000 });
  close();
  cpSync(made, file);
  return file;
}

test('the start with a million calls, beside one with none', async () => {
  test.setTimeout(30 * 60_000);
  const desk = await openDesk({ launch: { graphics: true } });
  const empty = desk.app.userDataDir;
  await desk.app.close();
  const full = temporaryFolder();
  cpSync(empty, full, { recursive: true });
  cpSync(seeded(), join(full, 'dialdesk.sqlite'));
  const windows = await watchWindows();
  const startMs = { full: [] as number[], empty: [] as number[] };
  // By turns, so that whatever else the machine does falls on both; the first round fills the caches of the system.
  for (let round = 0; round <= rounds; round += 1) {
    for (const which of ['empty', 'full'] as const) {
      const program = await windows.start(which === 'full' ? full : empty);
      if (round > 0) startMs[which].push(program.seenAfterMs);
      await program.end();
    }
  }
  windows.close();
  await desk.pbx.stop();
  leaveFigures('start-full', [
    {
      what: 'start with 1,000,000 calls',
      unit: 'ms',
      ours: startMs.full,
      baseline: { name: 'empty history', values: startMs.empty },
      goals: [],
    },
  ]);
});
