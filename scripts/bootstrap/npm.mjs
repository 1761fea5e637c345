import { basename } from 'node:path';
import { runQuietly } from './run.mjs';

/**
 * Runs the npm that runs this script, otherwise the one on the PATH.
 *
 * @param {string[]} args
 * @param {import('./run.mjs').RunOptions} options
 */
export function runNpm(args, options) {
  const own = process.env.npm_execpath;
  if (own && basename(own) === 'npm-cli.js') return runQuietly(process.execPath, [own, ...args], options);
  if (process.platform === 'win32') return runQuietly('cmd.exe', ['/d', '/c', 'npm', ...args], options);
  return runQuietly('npm', args, options);
}
