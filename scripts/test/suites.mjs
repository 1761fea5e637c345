import { mkdirSync, rmSync } from 'node:fs';
import { inRoot, root } from '../bootstrap/paths.mjs';
import { runVisibly } from '../bootstrap/run.mjs';
import { runPlaywright } from './playwright.mjs';
import { countCheck, countPlaywright, countVitest } from './report.mjs';

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
  e2e: runEndToEnd,
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

/** @param {string[]} extra */
async function runEndToEnd(extra) {
  const report = freshReport('e2e');
  const { code, description } = await runPlaywright('e2e', ['--reporter=list,json', ...extra], {
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
 */
const runTool = (script, args) =>
  runVisibly(process.execPath, [inRoot('node_modules', script), ...args], { cwd: root });
