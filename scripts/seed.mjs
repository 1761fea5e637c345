import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { main, UserError } from './bootstrap/run.mjs';
import { runBundled } from './bootstrap/run-bundled.mjs';

const usage =
  'npm run seed -- --calls N [--seed N] [--profile ID] [--user-data-dir DIR]\n' +
  'Adds contacts and calls to the history of a Dialdesk that is not running.';

await main(async () => {
  const { values } = parseArgs({
    options: {
      calls: { type: 'string' },
      seed: { type: 'string', default: '1' },
      profile: { type: 'string', default: 'main' },
      'user-data-dir': { type: 'string' },
    },
  });
  const calls = Number(values.calls);
  if (!Number.isInteger(calls) || calls < 1) throw new UserError(usage);
  const target = resolve(values['user-data-dir'] ?? usualFolder());
  return runBundled('test/support/seed/seed-cli.ts', [target, String(calls), values.seed, values.profile]);
});

/** Where the program keeps its files, as Electron has it. */
function usualFolder() {
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), 'Dialdesk');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Dialdesk');
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Dialdesk');
}
