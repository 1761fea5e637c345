import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Something the user can act on: shown as words, without a stack. */
export class UserError extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Chatter goes to standard error, so that standard output carries results only. */
export const say = (/** @type {string} */ message) => process.stderr.write(`${message}\n`);

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/** @type {NodeJS.Signals | undefined} */
let interrupted;
let forwardedAt = 0;

export const wasInterrupted = () => interrupted !== undefined;

const exitCodeOf = (/** @type {NodeJS.Signals} */ signal) => 128 + (constants.signals[signal] ?? 0);

/**
 * Children live in process groups of their own and get signals only through here, once: a terminal and npm both deliver
 * Ctrl+C, and Chromium takes a second signal as the order to die without cleaning up.
 *
 * @param {NodeJS.Signals} signal
 */
function forward(signal) {
  if (children.size === 0) process.exit(exitCodeOf(signal));
  interrupted = signal;
  const now = Date.now();
  if (now - forwardedAt < 1000) return;
  forwardedAt = now;
  for (const child of children) child.kill(signal);
}

/**
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} RunOptions
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeoutMs?: number | undefined }} options
 * @param {(child: import('node:child_process').ChildProcess) => void} [onStart]
 * @returns {Promise<number>} the exit code
 */
function runTracked(command, args, { timeoutMs, ...options }, onStart) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { detached: process.platform !== 'win32', ...options });
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill(), timeoutMs);
    children.add(child);
    const done = () => {
      clearTimeout(timer);
      children.delete(child);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', (code, signal) => {
      done();
      resolve(code ?? exitCodeOf(signal ?? 'SIGTERM'));
    });
    onStart?.(child);
  });
}

/**
 * Runs a command whose output matters only if it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export async function runQuietly(command, args, options = {}) {
  /** @type {string[]} */
  const output = [];
  let stdout = '';
  const stdio = /** @type {const} */ (['ignore', 'pipe', 'pipe']);
  const code = await runTracked(command, args, { ...options, stdio: [...stdio] }, (child) => {
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output.push(text);
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => output.push(text));
  }).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code !== 'ENOENT') throw error;
    output.push(`${command}: not found`);
    return 127;
  });
  if (interrupted) throw new UserError(`Stopped by ${interrupted}.`, exitCodeOf(interrupted));
  return { ok: code === 0, code, stdout, output: output.join('') };
}

/**
 * Runs a command that talks to the user itself.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export const runVisibly = (command, args, options = {}) => runTracked(command, args, { ...options, stdio: 'inherit' });

/**
 * npm passes a signal on to the shell it runs a script in, and the shell dies without passing it on. Whoever stops npm means this.
 */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    forward('SIGTERM');
  }, 500);
  timer.unref();
}

/**
 * The frame of every script: signals are passed on, and an error ends in words and a non-zero exit code.
 *
 * @param {() => Promise<number | void>} script
 */
export async function main(script) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, forward);
  stopWithNpm();
  try {
    process.exitCode = (await script()) ?? 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    say(error.message);
    process.exitCode = error.exitCode;
  }
}
