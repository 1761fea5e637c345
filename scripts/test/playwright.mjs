import { withVirtualDisplay } from '../bootstrap/display.mjs';
import { inRoot, root } from '../bootstrap/paths.mjs';
import { prepareElectron } from '../bootstrap/prepare.mjs';
import { runVisibly, say } from '../bootstrap/run.mjs';
import { withWindowManager } from './window-manager.mjs';

/**
 * Always on a screen of its own on Linux: what it starts presses global hotkeys and takes the focus.
 *
 * @param {'e2e' | 'screenshots' | 'bench'} project of playwright.config.mts
 * @param {string[]} args
 * @param {{ environment?: NodeJS.ProcessEnv, screen?: string }} [options] variables besides this process's own; size of the virtual screen
 */
export async function runPlaywright(project, args, { environment = {}, screen } = {}) {
  const { launcher, description } = await prepareElectron(['libraries', 'display', 'e2e']);
  const run = (/** @type {NodeJS.ProcessEnv} */ env) =>
    runVisibly(
      process.execPath,
      [inRoot('node_modules', '@playwright/test/cli.js'), 'test', `--project=${project}`, ...args],
      { cwd: root, env: { ...env, ...environment, DIALDESK_ELECTRON: launcher } },
    );
  const code =
    process.platform === 'linux'
      ? await withVirtualDisplay((env, display) => {
          say(`The tests run under ${display}.`);
          return withWindowManager(env, () => run(env));
        }, screen)
      : await run(process.env);
  return { code, description };
}
