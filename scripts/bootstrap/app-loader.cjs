// Runs inside Electron, as resources/default_app.asar of the fallback runtime: loads the app whose folder is named on the command
// line, as the loader that Electron ships does. That one is not part of the fallback's package.
'use strict';

// Typed loosely, because setAppPath, setVersion and the module loader's insides are not in the public types.
/** @type {any} */
const app = require('electron').app;
/** @type {any} */
const Module = require('node:module');
const { readFileSync, realpathSync, statSync } = require('node:fs');
const { dirname, extname, join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

/** @param {string[]} args */
function parse(args) {
  /** @type {string[]} */
  const preload = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '-v' || arg === '--version') return { preload, version: true };
    if (arg === '-r' || arg === '--require') preload.push(args[++index] ?? '');
    else if (arg.startsWith('--require=')) preload.push(arg.slice('--require='.length));
    else if (!arg.startsWith('-')) return { preload, path: arg };
  }
  return { preload };
}

/** @param {string} path an app's folder, or a script */
function describe(path) {
  const real = realpathSync(resolve(path));
  if (!statSync(real).isDirectory()) return { folder: dirname(real), entry: real, manifest: {} };
  const manifest = JSON.parse(readFileSync(join(real, 'package.json'), 'utf8'));
  return { folder: real, entry: require.resolve(join(real, manifest.main ?? 'index.js')), manifest };
}

/** @param {Record<string, any>} manifest */
function introduce(manifest) {
  const name = manifest.productName ?? manifest.name;
  if (manifest.version) app.setVersion(manifest.version);
  if (!name) return;
  app.setName(name);
  app.setDesktopName(manifest.desktopName ?? `${name}.desktop`);
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), name));
}

/** @param {string} path */
async function load(path) {
  const { folder, entry, manifest } = describe(path);
  introduce(manifest);
  app.setAppPath(folder);
  const isModule = extname(entry) === '.mjs' || (extname(entry) === '.js' && manifest.type === 'module');
  if (isModule) await import(pathToFileURL(entry).href);
  else Module._load(entry, Module, true);
}

const { preload, path, version } = parse(process.argv.slice(1));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
if (version) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (path === undefined) {
  process.stderr.write('No app given. Usage: electron <folder of the app> [arguments]\n');
  process.exit(1);
}
if (preload.length > 0) Module._preloadModules(preload);
load(path).catch((error) => {
  process.stderr.write(`The app could not be loaded from ${path}\n${error.stack}\n`);
  process.exit(1);
});
