import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @typedef {{ name: string, version: string, licence: string, text: string }} Notice
 *
 * Names the packages of which anything is in the bundles, with their licences, in one file beside the program: from what was really
 * bundled, so that none can be forgotten. `besides`: packages that are shipped as they are.
 *
 * @param {{ root: string, file: string, besides: string[] }} options
 * @returns {import('vite').Plugin}
 */
export function notices({ root, file, besides }) {
  /** @type {Set<string>} */
  const folders = new Set(besides.map((name) => join(root, 'node_modules', name)));
  return {
    name: 'notices',
    apply: 'build',
    // One list for all bundles.
    sharedDuringBuild: true,
    applyToEnvironment: ({ name }) => name !== 'demoPbx',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const folder = packageFolder(id);
        if (folder !== null) folders.add(folder);
      }
    },
    // After each bundle: whichever is the last one, then all are known.
    writeBundle() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify([...folders].map(noticeOf).sort(byName)));
    },
  };
}

/** @param {string} id of a module */
function packageFolder(id) {
  const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
  return folder === undefined || !existsSync(join(folder, 'package.json')) ? null : folder;
}

/**
 * @param {string} folder of a package
 * @returns {Notice}
 */
export function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${folder} names no licence`);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  return {
    name,
    version,
    licence: license,
    text: files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n'),
  };
}

/** @type {(a: Notice, b: Notice) => number} */
const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1);
