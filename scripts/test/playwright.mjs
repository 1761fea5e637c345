import { withVirtualDisplay } from '../bootstrap/display.mjs';
import { inRoot, root } from '../bootstrap/paths.mjs';
import { prepareElectron } from '../bootstrap/prepare.mjs';
import { runVisibly, say } from '../bootstrap/run.mjs';
import { withScratchFolder } from './scratch-folder.mjs';
import { withWindowManager } from './window-manager.mjs';

/** As many as `workers` in playwright.config.mts. */
const workers = 3;

/**
 * Always on screens of its own on Linux, one for each worker: what it starts takes global hotkeys and the focus, which no two can have.
 *
 * @param {'e2e' | 'adversarial' | 'screenshots' | 'bench'} project of playwright.config.mts
 * @param {string[]} args
 * @param {{ environment?: NodeJS.ProcessEnv, screen?: string }} [options] variables besides this process's own; size of the virtual screen
 */
export async function runPlaywright(project, args, { environment = {}, screen } = {}) {
  const { launcher, description } = await prepareElectron(['libraries', 'display', 'e2e']);
  const run = (/** @type {NodeJS.ProcessEnv} */ env) =>
    withScratchFolder((scratch) =>
      runVisibly(
        process.execPath,
        [inRoot('node_modules', '@playwright/test/cli.js'), 'test', `--project=${project}`, ...args],
        { cwd: root, env: { ...env, ...environment, DIALDESK_ELECTRON: launcher, DIALDESK_SCRATCH: scratch } },
      ),
    );
  const code =
    process.platform === 'linux'
      ? await withScreens(workers, screen, (env, screens) => run({ ...env, DIALDESK_SCREENS: JSON.stringify(screens) }))
      : await run(process.env);
  return { code, description };
}

/**
 * @template T
 * @param {number} count
 * @param {string | undefined} size
 * @param {(env: NodeJS.ProcessEnv, screens: NodeJS.ProcessEnv[]) => Promise<T>} work
 * @param {NodeJS.ProcessEnv[]} [before]
 * @returns {Promise<T>}
 */
function withScreens(count, size, work, before = []) {
  return withVirtualDisplay((env, display) => {
    say(`The tests run under ${display}.`);
    const screens = [...before, { DISPLAY: env.DISPLAY, XAUTHORITY: env.XAUTHORITY }];
    return withWindowManager(env, () => (count > 1 ? withScreens(count - 1, size, work, screens) : work(env, screens)));
  }, size);
}
