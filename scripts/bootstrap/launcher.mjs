import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';
import { say } from './run.mjs';

/**
 * What to start: the executable itself, or, where Chromium's sandbox cannot work, a shell script that switches it off and becomes
 * the executable. Only these scripts do that; the product never runs without its sandbox.
 *
 * @param {import('./electron-runtime.mjs').Runtime} runtime
 */
export function launcherFor(runtime) {
  const reason = sandboxObstacle(runtime.folder);
  if (!reason) return runtime.executable;
  say(`${reason}: Electron is started with --no-sandbox, for development and tests only.`);
  return writeWrapper(runtime);
}

/** @param {string} folder */
function sandboxObstacle(folder) {
  if (process.platform !== 'linux') return undefined;
  if (process.getuid?.() === 0) return 'Running as root';
  if (hasSandboxHelper(folder)) return undefined;
  const isRestricted =
    readSetting('apparmor_restrict_unprivileged_userns') === '1' || readSetting('unprivileged_userns_clone') === '0';
  return isRestricted ? 'This system forbids user namespaces' : undefined;
}

/** @param {string} folder */
function hasSandboxHelper(folder) {
  const helper = statSync(join(folder, 'chrome-sandbox'), { throwIfNoEntry: false });
  return helper?.uid === 0 && (helper.mode & 0o4000) !== 0;
}

/** @param {string} name */
function readSetting(name) {
  const file = join('/proc/sys/kernel', name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** @param {import('./electron-runtime.mjs').Runtime} runtime */
function writeWrapper({ executable, version }) {
  const script = `#!/bin/sh
# Electron ${version} without Chromium's sandbox, for development and tests.
[ -z "$ELECTRON_RUN_AS_NODE" ] && set -- --no-sandbox "$@"
exec ${quote(executable)} "$@"
`;
  const id = createHash('sha256').update(script).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), 'launchers', id);
  const file = join(folder, 'electron');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  // Written aside, because a file still open for writing cannot be executed.
  writeFileSync(`${file}.${process.pid}`, script, { mode: 0o755 });
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

/** @param {string} text */
const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
