import { spawn } from 'node:child_process';

/**
 * Without a window manager minimize, maximize and focus do nothing. It ends with its display.
 *
 * @template T
 * @param {NodeJS.ProcessEnv} env
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withWindowManager(env, work) {
  const manager = spawn('openbox', ['--sm-disable'], { env, detached: true, stdio: 'ignore' });
  manager.on('error', () => {});
  try {
    return await work();
  } finally {
    manager.kill();
  }
}
