import { rmSync } from 'node:fs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { inRoot, readJsonIfAny } from './bootstrap/paths.mjs';
import { main } from './bootstrap/run.mjs';
import { runPlaywright } from './test/playwright.mjs';

const figures = ['times', 'p50', 'p95', 'p99', 'worst'];
/** What each measurement leaves behind, and what it measured beside what. */
const reports = [
  {
    file: inRoot('out', 'bench', 'typing-lag.json'),
    title: 'from key to frame',
    app: 'number field',
    bare: 'bare input',
  },
  {
    file: inRoot('out', 'bench', 'quick-dial.json'),
    title: 'from hotkey to frame',
    app: 'palette',
    bare: 'blank window',
  },
  {
    file: inRoot('out', 'bench', 'contact-search.json'),
    title: '50 of 100,000 contacts',
    app: 'over IPC',
    bare: 'database alone',
  },
];

/** Longer works, and how long they kept the thread of the events from its work. */
const works = [{ file: inRoot('out', 'bench', 'contact-import.json'), title: '100,000 contacts' }];

await main(async () => {
  await ensureDependencies();
  for (const { file } of [...reports, ...works]) rmSync(file, { force: true });
  const { code } = await runPlaywright('bench', ['--reporter=list', ...process.argv.slice(2)]);
  for (const report of code === 0 ? reports : []) {
    const measured = readJsonIfAny(report.file);
    if (measured) process.stdout.write(`\n${formatLags(measured, report)}\n`);
  }
  for (const work of code === 0 ? works : []) {
    const measured = readJsonIfAny(work.file);
    if (measured) process.stdout.write(`\n${formatWorks(measured, work.title)}\n`);
  }
  return code;
});

/**
 * @param {{ what: string, ms: number, worstStallMs: number, stallsOver50Ms: number }[]} measured
 * @param {string} title
 */
function formatWorks(measured, title) {
  const lines = measured.map(
    ({ what, ms, worstStallMs, stallsOver50Ms }) =>
      `  ${what.padEnd(8)}${(ms / 1000).toFixed(1).padStart(6)} s, longest stall ${worstStallMs} ms, over 50 ms: ${stallsOver50Ms}`,
  );
  return [title, ...lines].join('\n');
}

/**
 * Milliseconds alone say more of the machine than of the app: each line has its bare window, measured by turns with it.
 *
 * @param {{ what: string, lagsMs: number[], bareMs: number[] }[]} measured
 * @param {{ title: string, app: string, bare: string }} names
 */
function formatLags(measured, names) {
  const columns = [names.title, '', ...figures];
  const rows = measured.flatMap(({ what, lagsMs, bareMs }) => {
    const [app, bare] = [percentilesOf(lagsMs), percentilesOf(bareMs)];
    const ms = (/** @type {number[]} */ values) => values.map((value) => `${value.toFixed(1)} ms`);
    const ratios = app.map((value, index) => `x ${(value / (bare[index] ?? Number.NaN)).toFixed(2)}`);
    return [
      [what, names.app, String(lagsMs.length), ...ms(app)],
      ['', names.bare, String(bareMs.length), ...ms(bare)],
      ['', 'ratio', '', ...ratios],
    ];
  });
  const table = [columns, ...rows];
  const widths = columns.map((_, index) => Math.max(...table.map((row) => row[index]?.length ?? 0)));
  const pad = (/** @type {string} */ cell, /** @type {number} */ index) =>
    index < 2 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0);
  return table.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** @param {number[]} values */
function percentilesOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return [0.5, 0.95, 0.99, 1].map((share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);
}
