import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say, UserError } from './run.mjs';

const patienceMs = 15 * 60_000;

/**
 * One process at a time does the work; the others wait, and then find it done. The lock of a process that died is taken over.
 *
 * @template T
 * @param {string} file
 * @param {string} what said to whoever has to wait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, what, work) {
  mkdirSync(dirname(file), { recursive: true });
  const deadline = Date.now() + patienceMs;
  for (let waited = false; !tryLock(file); waited = true) {
    if (!waited) say(`Waiting for another process: ${what}`);
    if (Date.now() > deadline)
      throw new UserError(`Still locked after 15 minutes. If nothing is running, remove ${file}`);
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    removeIfStale(file);
    return false;
  }
}

/**
 * A rename has one winner. If the winner finds that it moved a fresh lock, it puts it back.
 *
 * @param {string} file
 */
function removeIfStale(file) {
  const aside = `${file}.${process.pid}`;
  try {
    if (isAlive(readFileSync(file, 'utf8'))) return;
    renameSync(file, aside);
    if (isAlive(readFileSync(aside, 'utf8'))) linkSync(aside, file);
  } catch {
    // Somebody else was faster: the next round sees what they left.
  } finally {
    rmSync(aside, { force: true });
  }
}

/** @param {string} pid empty in the moment between creating and writing the file: taken as alive */
function isAlive(pid) {
  if (pid === '') return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
