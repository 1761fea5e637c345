import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheFolder } from './paths.mjs';
import { runQuietly, say, UserError } from './run.mjs';

/**
 * Debian's names, with what newer releases call them, and the command by which other systems are asked for them.
 *
 * @typedef {{ names: string[], command?: string }} Need
 * @type {Record<'libraries' | 'display' | 'e2e', Need[]>}
 */
const needs = {
  libraries: [
    { names: ['libgtk-3-0', 'libgtk-3-0t64'] },
    { names: ['libnss3'] },
    { names: ['libasound2', 'libasound2t64'] },
    { names: ['libgbm1'] },
  ],
  display: [{ names: ['xvfb'], command: 'Xvfb' }],
  e2e: [
    { names: ['dbus'], command: 'dbus-run-session' },
    { names: ['gnome-keyring'], command: 'gnome-keyring-daemon' },
    { names: ['libsecret-1-0'] },
    { names: ['libnotify4'] },
    { names: ['xdotool'], command: 'xdotool' },
    { names: ['x11-utils'], command: 'xprop' },
    { names: ['openbox'], command: 'openbox' },
    { names: ['xclip'], command: 'xclip' },
    { names: ['xdg-utils'], command: 'xdg-mime' },
  ],
};

/**
 * @param {(keyof typeof needs)[]} groups
 * @param {string} executable
 */
export async function ensureSystemPackages(groups, executable) {
  if (process.platform !== 'linux') return;
  const wanted = groups.flatMap((group) => needs[group]);
  if (isOnPath('dpkg-query') && isOnPath('apt-get')) await ensureOnDebian(wanted);
  else await checkElsewhere(wanted, executable);
}

/** @param {Need[]} wanted */
async function ensureOnDebian(wanted) {
  if ((await missingOf(wanted)).length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = await installable(await missingOf(wanted));
    throw new UserError(
      `System packages are missing. Install them, then run the same command again:\n\n  sudo apt-get install --no-install-recommends ${names.join(' ')}\n`,
    );
  }
  await withLock(join(cacheFolder(), 'apt.lock'), 'system packages are being installed.', async () => {
    const missing = await missingOf(wanted);
    if (missing.length > 0) await install(missing);
  });
}

/** @param {Need[]} wanted */
async function missingOf(wanted) {
  const names = wanted.flatMap((need) => need.names);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own format
  const { stdout } = await runQuietly('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...names]);
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return wanted.filter((need) => !need.names.some((name) => installed.has(name)));
}

/** @param {Need[]} missing */
async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('apt-get', ['update', '-q'], { env });
  const names = await installable(missing);
  say(`Installing system packages: ${names.join(' ')} ...`);
  const args = ['install', '-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...names];
  const result = await runQuietly('apt-get', args, { env });
  if (!result.ok) {
    throw new UserError(
      `${result.output}\nThe system packages above could not be installed. Install them by hand, then run the same command again:\n\n  apt-get ${args.join(' ')}\n`,
    );
  }
}

/**
 * Of a package's names, the one this release knows.
 *
 * @param {Need[]} missing
 */
async function installable(missing) {
  const known = await runQuietly('apt-cache', ['show', '--no-all-versions', ...missing.flatMap((need) => need.names)]);
  const names = new Set(
    known.stdout
      .split('\n')
      .filter((line) => line.startsWith('Package: '))
      .map((line) => line.slice(9).trim()),
  );
  return missing.map((need) => need.names.find((name) => names.has(name)) ?? need.names[0] ?? '');
}

/**
 * @param {Need[]} wanted
 * @param {string} executable
 */
async function checkElsewhere(wanted, executable) {
  const commands = wanted.flatMap(({ command }) => (command && !isOnPath(command) ? [command] : []));
  const { stdout } = await runQuietly('ldd', [executable]);
  const libraries = stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
  if (commands.length + libraries.length === 0) return;
  throw new UserError(
    `This system lacks: ${[...libraries, ...commands].join(', ')}.\nInstall what provides them (on Debian: ` +
      `${wanted.map((need) => need.names[0]).join(' ')}), then run the same command again.`,
  );
}

/** @param {string} command */
function isOnPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, command)));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return existsSync(file);
  } catch {
    return false;
  }
}
