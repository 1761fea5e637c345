import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonIfAny } from '../bootstrap/paths.mjs';
import { runQuietly } from '../bootstrap/run.mjs';

/**
 * What the tests of a proof say in the copy.
 *
 * @typedef {{ passed: string[], failed: string[], output: string }} Verdict full titles
 * @param {string} tree
 * @param {import('./controls.mjs').Proof} proof
 * @returns {Promise<Verdict>}
 */
export async function prove(tree, { suite, file, title }) {
  const report = join(tree, 'out', 'test', `${suite}.json`);
  rmSync(report, { force: true });
  const filter = title === '' ? [] : [suite === 'e2e' ? '-g' : '-t', escaped(title)];
  const args = [join(tree, 'scripts', 'test.mjs'), suite, file, ...filter];
  const { output } = await runQuietly(process.execPath, args, { cwd: tree });
  const tests = suite === 'e2e' ? ofPlaywright(readJsonIfAny(report)) : ofVitest(readJsonIfAny(report));
  const titles = (/** @type {boolean} */ good) =>
    tests.filter(({ passed }) => passed === good).map((test) => test.title);
  return { passed: titles(true), failed: titles(false), output };
}

/** Runners take a filter for a regular expression. */
const escaped = (/** @type {string} */ title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * @param {{ testResults: { assertionResults: { fullName: string, status: string }[] }[] } | undefined} report
 * @returns {{ title: string, passed: boolean }[]}
 */
function ofVitest(report) {
  const results = report?.testResults.flatMap((file) => file.assertionResults) ?? [];
  return results
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ fullName, status }) => ({ title: fullName, passed: status === 'passed' }));
}

/**
 * @typedef {{ suites?: Suite[], specs?: { title: string, ok: boolean }[] }} Suite
 * @param {Suite | undefined} suite
 * @returns {{ title: string, passed: boolean }[]}
 */
function ofPlaywright(suite) {
  const own = (suite?.specs ?? []).map(({ title, ok }) => ({ title, passed: ok }));
  return [...own, ...(suite?.suites ?? []).flatMap(ofPlaywright)];
}
