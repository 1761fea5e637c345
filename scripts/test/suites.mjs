import { mkdirSync, rmSync } from 'node:fs';
import { withVirtualDisplay } from '../bootstrap/display.mjs';
import { inRoot, root } from '../bootstrap/paths.mjs';
import { prepareElectron } from '../bootstrap/prepare.mjs';
import { runVisibly, say } from '../bootstrap/run.mjs';
import { countCheck, countPlaywright, countVitest } from './report.mjs';
import { withWindowManager } from './window-manager.mjs';

/** @typedef {import('./report.mjs').Counts} Counts */

/**
 * In the order of their cost.
 *
 * @type {Record<string, (extra: string[]) => Promise<Counts>>}
 */
export const suites = {
  types: async (extra) => countCheck(await runTool('typescript/bin/tsc', ['-b', '.', 'scripts', ...extra]), 'tsc'),
  lint: async (extra) =>
    countCheck(await runTool('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', ...extra, '.']), 'biome'),
  unit: (extra) => runVitest('unit', extra),
  integration: (extra) => runVitest('integration', extra),
  e2e: runPlaywright,
};

/**
 * @param {string} project
 * @param {string[]} extra
 */
async function runVitest(project, extra) {
  const report = freshReport(project);
  const args = ['run', '--project', project, '--allowOnly=false'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return countVitest(report, await runTool('vitest/vitest.mjs', [...args, ...reporters, ...extra]));
}

/**
 * Always on a screen of its own on Linux: these tests press global hotkeys and take the focus.
 *
 * @param {string[]} extra
 */
async function runPlaywright(extra) {
  const { launcher, description } = await prepareElectron(['libraries', 'display', 'e2e']);
  const report = freshReport('e2e');
  const run = (/** @type {NodeJS.ProcessEnv} */ env) =>
    runTool('@playwright/test/cli.js', ['test', '--reporter=list,json', ...extra], {
      ...env,
      DIALDESK_ELECTRON: launcher,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
  const code =
    process.platform === 'linux'
      ? await withVirtualDisplay((env, display) => {
          say(`The tests run under ${display}.`);
          return withWindowManager(env, () => run(env));
        })
      : await run(process.env);
  const counts = countPlaywright(report, code);
  return { ...counts, note: [counts.note, description].filter(Boolean).join('; ') };
}

/** @param {string} name */
function freshReport(name) {
  const report = inRoot('out', 'test', `${name}.json`);
  mkdirSync(inRoot('out', 'test'), { recursive: true });
  rmSync(report, { force: true });
  return report;
}

/**
 * @param {string} script inside node_modules
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
const runTool = (script, args, env = process.env) =>
  runVisibly(process.execPath, [inRoot('node_modules', script), ...args], { cwd: root, env });
