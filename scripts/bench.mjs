import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { inRoot, readJson } from './bootstrap/paths.mjs';
import { main } from './bootstrap/run.mjs';
import { runPlaywright } from './test/playwright.mjs';

const report = inRoot('out', 'bench', 'typing-lag.json');
const columns = ['from key to frame', '', 'keys', 'p50', 'p95', 'p99', 'worst'];

await main(async () => {
  await ensureDependencies();
  const { code } = await runPlaywright('bench', ['--reporter=list', ...process.argv.slice(2)]);
  if (code === 0) process.stdout.write(`\n${formatLags(readJson(report))}\n`);
  return code;
});

/**
 * Milliseconds alone say more of the machine than of the app: each line has its bare window, measured by turns with it.
 *
 * @param {{ what: string, lagsMs: number[], bareMs: number[] }[]} measured
 */
function formatLags(measured) {
  const rows = measured.flatMap(({ what, lagsMs, bareMs }) => {
    const [app, bare] = [percentilesOf(lagsMs), percentilesOf(bareMs)];
    const ms = (/** @type {number[]} */ values) => values.map((value) => `${value.toFixed(1)} ms`);
    const ratios = app.map((value, index) => `x ${(value / (bare[index] ?? Number.NaN)).toFixed(2)}`);
    return [
      [what, 'number field', String(lagsMs.length), ...ms(app)],
      ['', 'bare input', String(bareMs.length), ...ms(bare)],
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
