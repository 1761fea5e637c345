import { readJsonIfAny } from '../bootstrap/paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, note?: string }} Counts */

/**
 * A suite that is one check.
 *
 * @param {number} exitCode
 * @param {string} note
 * @returns {Counts}
 */
export const countCheck = (exitCode, note) => ({
  passed: exitCode === 0 ? 1 : 0,
  failed: exitCode === 0 ? 0 : 1,
  skipped: 0,
  note: `${note}, counts as one`,
});

/**
 * Each test counts once; a file that breaks before its tests exist counts as one failure.
 *
 * @param {string} file
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countVitest(file, exitCode) {
  /** @type {{ status: string, assertionResults: { status: string }[] }[] | undefined} */
  const suites = readJsonIfAny(file)?.testResults;
  if (!suites) return failure('the runner left no report');
  const statuses = suites.flatMap((suite) => suite.assertionResults.map((test) => test.status));
  const broken = suites.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.filter((status) => status === 'failed').length + broken;
  return judge({ passed, failed, skipped: statuses.length + broken - passed - failed }, exitCode);
}

/**
 * @param {string} file
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(file, exitCode) {
  /** @type {{ expected: number, unexpected: number, flaky: number, skipped: number } | undefined} */
  const stats = readJsonIfAny(file)?.stats;
  if (!stats) return failure('the runner left no report');
  return judge({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, exitCode);
}

/**
 * A suite of several runs.
 *
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function addUp(all) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    all.reduce((total, counts) => total + counts[key], 0);
  const note = all
    .map((counts) => counts.note)
    .filter(Boolean)
    .join('; ');
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), note };
}

/**
 * @param {string} note
 * @returns {Counts}
 */
export const failure = (note) => ({ passed: 0, failed: 1, skipped: 0, note });

/**
 * A suite is not good because nothing in it failed: it must have run something, and its runner must agree.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function judge(counts, exitCode) {
  if (counts.failed > 0) return counts;
  if (counts.passed === 0) return { ...counts, failed: 1, note: 'no test ran, counts as one failure' };
  if (exitCode !== 0)
    return { ...counts, failed: 1, note: `the runner failed (exit code ${exitCode}), counts as one failure` };
  return counts;
}

/** @param {{ name: string, seconds: number, counts: Counts }[]} results */
export function formatTable(results) {
  const rows = results.map(({ name, seconds, counts }) => [
    name,
    String(counts.passed),
    String(counts.failed),
    String(counts.skipped),
    `${seconds.toFixed(1)} s`,
    counts.note ?? '',
  ]);
  const table = [['suite', 'passed', 'failed', 'skipped', 'time', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => formatRow(row, widths)).join('\n');
}

/**
 * @param {string[]} row
 * @param {number[]} widths
 */
function formatRow([name = '', ...cells], [first = 0, ...widths]) {
  const aligned = cells.map((cell, index) => cell.padStart(widths[index] ?? 0));
  return [name.padEnd(first), ...aligned].join('  ').trimEnd();
}
