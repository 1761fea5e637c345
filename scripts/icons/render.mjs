import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDisplay } from '../bootstrap/display.mjs';
import { inRoot } from '../bootstrap/paths.mjs';
import { runQuietly, UserError } from '../bootstrap/run.mjs';
import { encodePng } from './png.mjs';

/** @typedef {import('./drawings.mjs').Drawing} Drawing */

/**
 * Has Electron turn drawings into PNG files, so that what renders the app renders its icons.
 *
 * @param {string} launcher
 * @param {Drawing[]} drawings
 * @returns {Promise<Buffer[]>} in their order
 */
export async function renderPngs(launcher, drawings) {
  const folder = mkdtempSync(join(tmpdir(), 'dialdesk-icons-'));
  try {
    const pixels = drawings.map((_, index) => join(folder, `${index}.rgba`));
    const jobs = join(folder, 'jobs.json');
    writeFileSync(jobs, JSON.stringify(drawings.map((drawing, index) => ({ ...drawing, file: pixels[index] }))));
    mkdirSync(join(folder, 'user-data'));
    const args = [`--user-data-dir=${join(folder, 'user-data')}`, inRoot('scripts', 'icons', 'page.cjs'), jobs];
    const result = await withDisplay((env) => runQuietly(launcher, args, { env, timeoutMs: 120_000 }));
    if (!result.ok) throw new UserError(`${result.output}\nThe icons could not be drawn, the reason is above.`);
    return drawings.map(({ width, height }, index) => encodePng(readFileSync(pixels[index] ?? ''), width, height));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
