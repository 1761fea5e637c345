import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say, UserError } from './run.mjs';

const startMs = 15_000;

/** The shell ends the server when its standard input closes, which the system does however this process ends. */
const keeper = '"$@" </dev/null & server=$!; read -r _; kill "$server"; wait "$server"';

export const needsVirtualDisplay = () =>
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/**
 * Does the work under the display there is, or under a virtual one.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv, display: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (needsVirtualDisplay()) {
    say('No display found: running under Xvfb, a virtual screen.');
    return withVirtualDisplay(work);
  }
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return work({ ...process.env }, WAYLAND_DISPLAY || DISPLAY || 'desktop');
}

/**
 * @template T
 * @param {(env: NodeJS.ProcessEnv, display: string) => Promise<T>} work
 * @param {string} [size] of the screen in pixels
 * @returns {Promise<T>}
 */
export async function withVirtualDisplay(work, size = '1600x1200') {
  const folder = mkdtempSync(join(tmpdir(), 'dialdesk-display-'));
  const authority = join(folder, 'authority');
  writeFileSync(authority, cookie(), { mode: 0o600 });
  const server = startServer(authority, size);
  try {
    const display = await server.display;
    const { WAYLAND_DISPLAY: _, ...env } = process.env;
    return await work({ ...env, DISPLAY: display, XAUTHORITY: authority, XDG_SESSION_TYPE: 'x11' }, `Xvfb ${display}`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} authority
 * @param {string} size
 */
function startServer(authority, size) {
  const xvfb = [
    'Xvfb',
    '-displayfd',
    '3',
    '-screen',
    '0',
    `${size}x24`,
    '-nolisten',
    'tcp',
    '-noreset',
    '-auth',
    authority,
  ];
  const child = spawn('sh', ['-c', keeper, 'sh', ...xvfb], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.on('data', (text) => {
    errors += text;
  });
  /** @type {Promise<string>} */
  const display = new Promise((resolve, reject) => {
    const fail = () => reject(new UserError(`${errors}\nXvfb, the virtual screen, did not start.`));
    const timer = setTimeout(fail, startMs);
    child.stdio[3]?.on('data', (number) => {
      clearTimeout(timer);
      resolve(`:${String(number).trim()}`);
    });
    child.stdio[3]?.on('close', () => {
      clearTimeout(timer);
      fail();
    });
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const stop = () => {
    child.stdin?.end();
    return ended;
  };
  return { display, stop };
}

/**
 * An X authority file with one random key, valid for any host name and display: the number of the display is not known yet.
 * Without a key every user of the machine could watch the screen.
 */
function cookie() {
  const anyHost = Buffer.from([0xff, 0xff, 0, 0]);
  const anyDisplay = Buffer.from([0, 0]);
  const field = (/** @type {Buffer} */ value) => Buffer.concat([Buffer.from([0, value.length]), value]);
  return Buffer.concat([anyHost, anyDisplay, field(Buffer.from('MIT-MAGIC-COOKIE-1')), field(randomBytes(16))]);
}
