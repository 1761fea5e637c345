import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { controls } from '../../scripts/controls/controls.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = join(import.meta.dirname, '..', '..');
const proofs = controls.map(({ proof }) => proof);

/** What the runner itself would run: titles of tables are written nowhere as a whole. */
function titlesOfTests(files: readonly string[]): readonly { readonly file: string; readonly name: string }[] {
  const report = join(temporaryFolder(), 'titles.json');
  execFileSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'list', ...files, `--json=${report}`], {
    cwd: root,
    stdio: 'ignore',
  });
  return JSON.parse(readFileSync(report, 'utf8'));
}

test('a test moved to another file, or named anew, is still what proves its control', () => {
  const ofNode = proofs.filter(({ suite }) => suite !== 'e2e');
  const titles = titlesOfTests([...new Set(ofNode.map(({ file }) => file))]);
  const missing = proofs.filter(({ suite, file, title }) =>
    suite === 'e2e'
      ? !readFileSync(join(root, file), 'utf8').includes(title)
      : !titles.some((one) => one.file.endsWith(file) && one.name.replaceAll(' > ', ' ').includes(title)),
  );
  expect(titles.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
}, 120_000);
