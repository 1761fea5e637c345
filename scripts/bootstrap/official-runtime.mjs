import { lookup } from 'node:dns/promises';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder, inRoot, readJson } from './paths.mjs';
import { runQuietly, say } from './run.mjs';

const probeMs = 3000;
const downloadMs = 10 * 60_000;
const retryAfterMs = 24 * 60 * 60_000;

const packageFolder = inRoot('node_modules', 'electron');
const stampFile = () => join(cacheFolder(), `electron-${pinnedVersion()}.tried`);

/** @returns {string} */
export const pinnedVersion = () => readJson(inRoot('package.json')).devDependencies.electron;

/**
 * path.txt is the last thing that Electron's own installer writes: with it, the folder is complete.
 *
 * @returns {import('./electron-runtime.mjs').Runtime | undefined}
 */
export function findOfficial() {
  const folder = join(packageFolder, 'dist');
  try {
    const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
    const executable = join(folder, readFileSync(join(packageFolder, 'path.txt'), 'utf8').trim());
    if (version !== readJson(join(packageFolder, 'package.json')).version || !existsSync(executable)) return undefined;
    return { kind: 'official', version, folder, executable };
  } catch {
    return undefined;
  }
}

/** With a fallback at hand the official download is tried once a day, so that a closed network does not slow every start. */
export function shouldRetryOfficial() {
  try {
    return Date.now() - statSync(stampFile()).mtimeMs > retryAfterMs;
  } catch {
    return true;
  }
}

/** Electron's own installer checks what it downloads against the checksums in its package. Returns what went wrong, if anything. */
export async function downloadOfficial() {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(stampFile(), '');
  const problem = await probe();
  if (problem) return problem;
  say(`Downloading Electron ${pinnedVersion()} ...`);
  const { ELECTRON_RUN_AS_NODE: _, electron_use_remote_checksums: __, ...env } = process.env;
  const result = await runQuietly(process.execPath, [join(packageFolder, 'install.js')], {
    env,
    timeoutMs: downloadMs,
  });
  return result.ok ? undefined : lastWords(result.output);
}

/** A network that swallows packets would keep the installer waiting for minutes: ask for the address first. */
async function probe() {
  if (process.env.ELECTRON_GET_USE_PROXY || isDownloaded()) return undefined;
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || 'https://github.com/';
  const host = URL.canParse(mirror) ? new URL(mirror).hostname : mirror;
  const answer = await Promise.race([lookup(host).catch(() => undefined), sleep(probeMs, undefined, { ref: false })]);
  return answer ? undefined : `no network address for ${host}.`;
}

/** @returns {boolean} whether Electron's installer has the archive in its own cache and needs no network */
function isDownloaded() {
  const folders = {
    darwin: join(homedir(), 'Library', 'Caches', 'electron'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'electron', 'Cache'),
  };
  const usual =
    /** @type {Record<string, string>} */ (folders)[process.platform] ?? join(dirname(cacheFolder()), 'electron');
  const folder = process.env.electron_config_cache || usual;
  const archive = `electron-v${pinnedVersion()}-${process.platform}-${process.arch}.zip`;
  return existsSync(folder) && readdirSync(folder).some((entry) => existsSync(join(folder, entry, archive)));
}

/** @param {string} output */
function lastWords(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('at '));
  return (
    lines.find((line) => /error/i.test(line))?.trim() ?? lines.at(-1)?.trim() ?? 'no answer within the time limit.'
  );
}
