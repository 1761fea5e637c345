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
];

/** Longer works, and how long they kept the thread of the events from its work. */
const works = [{ file: inRoot('out', 'bench', 'contact-import.json'), title: '100,000 contacts' }];

/** The same work measured whole and in its parts. */
const searches = [
  {
    file: inRoot('out', 'bench', 'contact-search.json'),
    title: '50 of 100,000 contacts, ms: p50 / p95 (over IPC as time, its parts as CPU time beside it)',
  },
];

await main(async () => {
  await ensureDependencies();
  for (const { file } of [...reports, ...works, ...searches]) rmSync(file, { force: true });
  const { code } = await runPlaywright('bench', ['--reporter=list', '--workers=1', ...process.argv.slice(2)]);
  for (const report of code === 0 ? reports : []) {
    const measured = readJsonIfAny(report.file);
    if (measured) process.stdout.write(`\n${formatLags(measured, report)}\n`);
  }
  for (const work of code === 0 ? works : []) {
    const measured = readJsonIfAny(work.file);
    if (measured) process.stdout.write(`\n${formatWorks(measured, work.title)}\n`);
  }
  for (const search of code === 0 ? searches : []) {
    const measured = readJsonIfAny(search.file);
    if (measured) process.stdout.write(`\n${search.title}\n${formatParts(measured)}\n`);
  }
  return code;
});

/** @param {{ what: string, lags: Record<string, number[]>, cpuOfMainMs: number }[]} measured */
function formatParts(measured) {
  const parts = Object.keys(measured[0]?.lags ?? {});
  const both = (/** @type {number[]} */ values) =>
    percentilesOf(values)
      .slice(0, 2)
      .map((value) => value.toFixed(1))
      .join(' / ');
  const every = Object.fromEntries(parts.map((part) => [part, measured.flatMap(({ lags }) => lags[part] ?? [])]));
  const mean = measured.reduce((sum, { cpuOfMainMs }) => sum + cpuOfMainMs / measured.length, 0);
  return inColumns([
    ['', ...parts, 'main, mean'],
    ...[...measured, { what: 'all', lags: every, cpuOfMainMs: mean }].map(({ what, lags, cpuOfMainMs }) => [
      what,
      ...parts.map((part) => both(lags[part] ?? [])),
      cpuOfMainMs.toFixed(1),
    ]),
  ]);
}

/**
 * Seconds alone say more of the machine than of the app: the import has its rows beside it, inserted by SQLite alone in the same run.
 *
 * @typedef {{ ms: number, cpuMs: number }} Effort
 * @param {{ figures: (Effort & { what: string, main: { workedMs: number, waitedMs: number } | null, worstStallMs: number, stallsOver50Ms: number })[], bare: Effort }} measured
 * @param {string} title
 */
function formatWorks({ figures: works, bare }, title) {
  const seconds = (/** @type {number} */ ms) => (ms / 1000).toFixed(1);
  const ofMain = (/** @type {{ workedMs: number, waitedMs: number } | null} */ thread) =>
    thread === null
      ? ''
      : ` (thread of the calls ${seconds(thread.workedMs)} s, kept from the processor ${seconds(thread.waitedMs)} s)`;
  const lines = works.map(
    ({ what, ms, cpuMs, main, worstStallMs, stallsOver50Ms }) =>
      `  ${what.padEnd(8)}${seconds(ms).padStart(6)} s, ${seconds(cpuMs)} s of work${ofMain(main)}, longest stall ${worstStallMs} ms, over 50 ms: ${stallsOver50Ms}`,
  );
  const imported = works.find(({ what }) => what === 'import');
  const ratio = (/** @type {keyof Effort} */ figure) =>
    `x ${((imported?.[figure] ?? Number.NaN) / bare[figure]).toFixed(2)}`;
  const beside = `  import beside its rows inserted by SQLite alone, ${seconds(bare.ms)} s, ${seconds(bare.cpuMs)} s of work: ${ratio('ms')}, ${ratio('cpuMs')}`;
  return [title, ...lines, beside].join('\n');
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
  return inColumns([columns, ...rows], 2);
}

/**
 * @param {string[][]} table
 * @param {number} words columns that hold words, not figures
 */
function inColumns(table, words = 1) {
  const widths = (table[0] ?? []).map((_, index) => Math.max(...table.map((row) => row[index]?.length ?? 0)));
  const pad = (/** @type {string} */ cell, /** @type {number} */ index) =>
    index < words ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0);
  return table.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** @param {number[]} values */
function percentilesOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return [0.5, 0.95, 0.99, 1].map((share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);
}
