import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout: every script works from here, wherever it was called from. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** Outside the checkout, so that a fresh clone does not download again what the machine already has. */
export const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dialdesk');

/**
 * @param {string} file
 * @returns {any}
 */
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * @param {string} file
 * @returns {any} undefined when the file is missing or broken
 */
export function readJsonIfAny(file) {
  try {
    return readJson(file);
  } catch {
    return undefined;
  }
}
