import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from '@playwright/test';
import { packProgram } from '../support/packaged-program.ts';
import { leaveFigures } from './support/report.ts';

const megabyte = 2 ** 20;

function sizeOf(path: string): number {
  const found = statSync(path);
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : found.size;
}

test('the size of the packaged program, beside the Electron in it', () => {
  test.setTimeout(5 * 60_000);
  const folder = dirname(packProgram().executable);
  const whole = sizeOf(folder);
  // A blank program would have a page and a few lines of its own, and nothing else.
  const blank = whole - sizeOf(join(folder, 'resources'));
  leaveFigures('size', [
    {
      what: 'size of the packaged program, unpacked',
      unit: 'MB',
      ours: [whole / megabyte],
      baseline: { name: 'blank program', values: [blank / megabyte] },
      goals: [],
    },
  ]);
});
