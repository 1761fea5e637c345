import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { inRoot, root } from './paths.mjs';
import { runQuietly, say, UserError } from './run.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'assets',
  'vite.config.mts',
  'scripts/build',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];
const products = [
  'app/main.cjs',
  'app/import-worker.cjs',
  'app/icon.png',
  'app/notices.json',
  'app/preload.cjs',
  'app/renderer/index.html',
  'demo-pbx/cli.cjs',
];
const stampFile = inRoot('dist', '.sources');

/** Builds the app if the sources have changed since the last build. */
export async function ensureBuild() {
  if (isFresh()) return;
  await withLock(inRoot('out', '.locks', 'build'), 'the app is being built.', async () => {
    if (!isFresh()) await buildApp();
  });
}

export async function buildApp() {
  say('Building the app ...');
  const fingerprint = fingerprintSources();
  rmSync(stampFile, { force: true });
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
  const result = await runQuietly(process.execPath, [vite, 'build', '--app'], { cwd: root });
  if (!result.ok) throw new UserError(`${result.output}\nThe build failed, the reason is above.`);
  const absent = missingProducts();
  if (absent.length > 0) throw new UserError(`${result.output}\nThe build ended without: ${absent.join(', ')}.`);
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(stampFile, fingerprint);
  return result.output;
}

const isFresh = () =>
  existsSync(stampFile) && missingProducts().length === 0 && readFileSync(stampFile, 'utf8') === fingerprintSources();

const missingProducts = () => products.map((name) => join('dist', name)).filter((name) => !existsSync(inRoot(name)));

/** Contents, not times: a checkout of another branch sets times at random. */
function fingerprintSources() {
  const hash = createHash('sha256');
  for (const name of sources.flatMap(filesUnder)) hash.update(`${name}\0`).update(readFileSync(inRoot(name)));
  return hash.digest('hex');
}

/**
 * @param {string} name
 * @returns {string[]}
 */
function filesUnder(name) {
  const stat = statSync(inRoot(name), { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [name] : [];
  return readdirSync(inRoot(name))
    .sort()
    .flatMap((entry) => filesUnder(join(name, entry)));
}
