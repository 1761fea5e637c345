import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { withLock } from './lock.mjs';
import { runNpm } from './npm.mjs';
import { inRoot, readJson, readJsonIfAny, root } from './paths.mjs';
import { say, UserError } from './run.mjs';

const markerFile = inRoot('node_modules', '.dialdesk-install.json');
/** npm writes this list of what it installed as its last step. */
const installedFile = inRoot('node_modules', '.package-lock.json');

/** @typedef {{ version: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Package */

export async function ensureDependencies() {
  if (areInstalled()) return;
  await withLock(inRoot('out', '.locks', 'dependencies'), 'dependencies are being installed.', async () => {
    if (!areInstalled()) await install();
  });
}

async function install() {
  say('Installing dependencies (npm ci) ...');
  // Named groups, because NODE_ENV=production or a user's npm settings would leave the tools out.
  const result = await runNpm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], { cwd: root });
  if (!result.ok) {
    throw new UserError(
      `${result.output}\nnpm ci failed, its output is above. Usual causes: no way to the npm registry (check the network, the proxy and ` +
        '"npm config get registry"), or a package-lock.json that does not match package.json (run "npm install" and commit the lock file). ' +
        'Then run the same command again.',
    );
  }
  writeMarker();
}

function areInstalled() {
  const installed = readJsonIfAny(installedFile)?.packages;
  if (!installed || !isOnDisk(installed)) return false;
  if (readJsonIfAny(markerFile)?.fingerprint === fingerprint()) return true;
  // No marker of ours: somebody ran npm by hand. Fine, if the result is what the lock file asks for.
  if (!matchesLock(installed)) return false;
  writeMarker();
  return true;
}

function writeMarker() {
  writeFileSync(markerFile, JSON.stringify({ fingerprint: fingerprint() }));
}

function fingerprint() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = readJson(inRoot('package.json'));
  return createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .update(JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

/** @param {Record<string, Package>} installed */
function isOnDisk(installed) {
  return Object.entries(installed).every(
    ([folder, { version }]) => readJsonIfAny(inRoot(folder, 'package.json'))?.version === version,
  );
}

/** @param {Record<string, Package>} installed */
function matchesLock(installed) {
  const { '': declared, ...locked } = readJson(inRoot('package-lock.json')).packages;
  const manifest = readJson(inRoot('package.json'));
  return (
    ['dependencies', 'devDependencies'].every((group) => isSame(declared[group], manifest[group])) &&
    Object.entries(/** @type {Record<string, Package>} */ (locked)).every(([folder, wanted]) => {
      const found = installed[folder];
      if (!found) return wanted.optional === true && !isForThisMachine(wanted);
      return found.version === wanted.version && found.integrity === wanted.integrity;
    })
  );
}

/** @type {(one: unknown, other: unknown) => boolean} */
const isSame = (one, other) => JSON.stringify(one ?? {}) === JSON.stringify(other ?? {});

/**
 * An optional package that names no system may be there only for the sake of one that does.
 *
 * @param {Package} wanted
 */
function isForThisMachine({ os, cpu, libc }) {
  const isForSystem = os?.includes(process.platform) ?? false;
  return isForSystem && (!cpu || cpu.includes(process.arch)) && (!libc || libc.includes(ownLibc()));
}

const ownLibc = () =>
  existsSync('/lib') && readdirSync('/lib').some((name) => name.startsWith('ld-musl-')) ? 'musl' : 'glibc';
