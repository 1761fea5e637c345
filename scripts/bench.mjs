// npm run bench [-- NAME ...]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { dirname } from 'node:path';
import { benchmarks, fileOf, readFigures } from './bench/figures.mjs';
import { toMarkdown, toRows, toText } from './bench/table.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { inRoot } from './bootstrap/paths.mjs';
import { main } from './bootstrap/run.mjs';
import { runPlaywright } from './test/playwright.mjs';

await main(async () => {
  await ensureDependencies();
  const asked = process.argv.slice(2).map((name) => name.replace(/(\.spec)?(\.ts)?$/, ''));
  const names = benchmarks.map(({ name }) => name).filter((name) => asked.length === 0 || asked.includes(name));
  if (names.length === 0) throw new Error(`There are only: ${benchmarks.map(({ name }) => name).join(', ')}`);
  for (const name of names) rmSync(fileOf(name), { force: true });
  const specs = names.map((name) => `bench/${name}.spec.ts`);
  const { code, description } = await runPlaywright('bench', ['--reporter=list', '--workers=1', ...specs]);
  const figures = readFigures(names);
  const rows = toRows(figures);
  process.stdout.write(`\n${toText(rows)}\n`);
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`;
  write(inRoot('out', 'bench.json'), JSON.stringify({ date, machine, runtime: description, figures }, null, 1));
  // Part of a table, or of a run that failed, is not what the table of the documentation is.
  if (code === 0 && asked.length === 0)
    write(inRoot('docs', 'benchmarks.md'), document(date, machine, description, rows));
  return code;
});

/**
 * @param {string} date
 * @param {string} machine
 * @param {string} runtime
 * @param {string[][]} rows
 */
function document(date, machine, runtime, rows) {
  return `# Benchmarks

Written by \`npm run bench\` on ${date} UTC; do not edit. ${machine}. ${runtime}.

Every figure stands beside its baseline, measured by turns with it in the same run: milliseconds alone say more of the machine than of
the program. \`ratio\` is that of the medians. Goals are of the median (p50), the 95th percentile (p95) or the worst value.

${toMarkdown(rows)}
`;
}

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
