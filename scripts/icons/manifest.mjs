import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../bootstrap/paths.mjs';

export const manifestFile = 'assets/icons/manifest.json';

/** What the pictures are made from: a change here asks for `npm run icons`. */
const inputFolders = ['assets/icons/source', 'scripts/icons'];

/** @typedef {{ inputs: Record<string, string>, pictures: Record<string, string> }} Manifest */

/**
 * @param {string[]} pictures files from the root of the repository
 * @returns {Manifest}
 */
export function describeIcons(pictures) {
  const inputs = inputFolders.flatMap((folder) => readdirSync(inRoot(folder)).map((name) => join(folder, name)));
  return { inputs: hashes([...inputs, 'scripts/icons.mjs']), pictures: hashes(pictures) };
}

/**
 * Text ends its lines in two ways, depending on the checkout; pictures do not.
 *
 * @param {string[]} files
 */
function hashes(files) {
  const entries = [...files].sort().map((file) => {
    const content = readFileSync(inRoot(file));
    const bytes = /\.(?:svg|[mc]js)$/.test(file) ? content.toString('utf8').replaceAll('\r\n', '\n') : content;
    return [file.replaceAll('\\', '/'), createHash('sha256').update(bytes).digest('hex').slice(0, 16)];
  });
  return Object.fromEntries(entries);
}
