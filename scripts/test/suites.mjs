import { mkdirSync, rmSync } from 'node:fs';
import { inRoot, root } from '../bootstrap/paths.mjs';
import { runVisibly } from '../bootstrap/run.mjs';
import { runPlaywright } from './playwright.mjs';
import { addUp, countCheck, countPlaywright, countVitest } from './report.mjs';
import { withScratchFolder } from './scratch-folder.mjs';

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
  e2e: (extra) => runInApp('e2e', extra),
  adversarial: runAdversarial,
};

/**
 * @param {string} project
 * @param {string[]} extra
 */
async function runVitest(project, extra) {
  const report = freshReport(project);
  const args = ['run', '--project', project, '--allowOnly=false'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await withScratchFolder((scratch) =>
    runTool('vitest/vitest.mjs', [...args, ...reporters, ...extra], { ...process.env, TMPDIR: scratch }),
  );
  return countVitest(report, code);
}

/**
 * What somebody does who means harm: to its parts under Node (`.test.ts`), then to the whole program (`.spec.ts`); a file that is named tells
 * which. Small sizes unless `--full` is among the arguments.
 *
 * @param {string[]} extra
 */
async function runAdversarial(extra) {
  const rest = extra.filter((arg) => arg !== '--full');
  if (rest.length < extra.length) process.env['DIALDESK_ADVERSARIAL'] = 'full';
  const named = (/** @type {string} */ ending) => rest.some((arg) => arg.endsWith(ending));
  const parts = named('.spec.ts') ? [] : [await runVitest('adversarial', rest)];
  const whole = named('.test.ts') ? [] : [await runInApp('adversarial', rest)];
  return addUp([...parts, ...whole]);
}

/**
 * @param {'e2e' | 'adversarial'} project
 * @param {string[]} extra
 */
async function runInApp(project, extra) {
  const report = freshReport(project === 'adversarial' ? 'adversarial-app' : project);
  const { code, description } = await runPlaywright(project, ['--reporter=list,json', ...extra], {
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
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
