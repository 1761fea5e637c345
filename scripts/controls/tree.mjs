import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from '../bootstrap/paths.mjs';

/** What a build or a run makes anew. */
const leftOut = new Set(['.git', 'dist', 'node_modules', 'out']);

/** A copy of the sources to cut in: the checkout itself is never touched. */
export function copyTree() {
  const tree = inRoot('out', 'controls', 'tree');
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  for (const name of readdirSync(root)) {
    if (!leftOut.has(name)) cpSync(inRoot(name), join(tree, name), { recursive: true });
  }
  symlinkSync(inRoot('node_modules'), join(tree, 'node_modules'), 'dir');
  return tree;
}

/**
 * Takes a control out of the copy.
 *
 * @param {string} tree
 * @param {import('./controls.mjs').Control} control
 * @returns {() => void} puts it back
 */
export function takeOut(tree, { name, cuts }) {
  const files = [...new Set(cuts.map(({ file }) => join(tree, file)))];
  const before = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  for (const one of cuts) {
    const file = join(tree, one.file);
    writeFileSync(file, withoutPiece(readFileSync(file, 'utf8'), one, name));
  }
  return () => {
    for (const { file, text } of before) writeFileSync(file, text);
  };
}

/**
 * @param {string} text
 * @param {import('./controls.mjs').Cut} cut
 * @param {string} name of the control
 */
export function withoutPiece(text, { file, from, to }, name) {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${name}: this does not stand exactly once in ${file}:\n${from}`);
  }
  return before + to + after;
}
