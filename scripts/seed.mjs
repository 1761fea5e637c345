import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { inRoot } from './bootstrap/paths.mjs';
import { main, runVisibly, UserError } from './bootstrap/run.mjs';

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
  await ensureDependencies();
  // Below node_modules, so that the native module that stays outside of the bundle is found from there.
  mkdirSync(inRoot('node_modules', '.cache'), { recursive: true });
  const folder = mkdtempSync(inRoot('node_modules', '.cache', 'seed-'));
  try {
    await bundle(folder);
    const target = resolve(values['user-data-dir'] ?? usualFolder());
    return await runVisibly(process.execPath, [
      join(folder, 'seed.mjs'),
      target,
      String(calls),
      values.seed,
      values.profile,
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** @param {string} folder */
async function bundle(folder) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: inRoot('test', 'support', 'seed', 'seed-cli.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { external: ['@photostructure/sqlite'], output: { entryFileNames: 'seed.mjs' } },
    },
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
  });
}

/** Where the program keeps its files, as Electron has it. */
function usualFolder() {
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), 'Dialdesk');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Dialdesk');
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Dialdesk');
}
