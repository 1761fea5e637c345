import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { environmentOfApp } from '../../support/dialdesk-app.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const blankProgram = join(import.meta.dirname, '..', 'blank-window.cjs');
const longestWaitMs = 30_000;

export function electronExecutable(): string {
  const executable = process.env['DIALDESK_ELECTRON'];
  if (executable === undefined) throw new Error('DIALDESK_ELECTRON is not set: run this by npm run bench');
  return executable;
}

export interface StartedProgram {
  readonly pid: number;
  /** From the moment it was started until the window manager had a window of it to show. */
  readonly seenAfterMs: number;
  end(): Promise<void>;
}

interface Start {
  readonly blank: boolean;
  readonly userDataDir: string;
  readonly args: readonly string[];
}

const run = ({ blank, userDataDir, args }: Start): ChildProcess =>
  spawn(electronExecutable(), [blank ? blankProgram : root, `--user-data-dir=${userDataDir}`, ...args], {
    env: environmentOfApp(),
    stdio: 'ignore',
  });

async function endProgram(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Its window stays hidden. Nothing drives it: who does wakes it up dozens of times a second. */
export function startHidden(start: Omit<Start, 'args'>): { readonly pid: number; end(): Promise<void> } {
  const child = run({ ...start, args: ['--hidden'] });
  return { pid: child.pid ?? 0, end: () => endProgram(child) };
}

/** Sees windows as the window manager lists them, from outside: nothing in the program is changed or driven. */
export interface WindowWatch {
  start(
    userDataDir: string,
    options?: { readonly blank?: true; readonly args?: readonly string[] },
  ): Promise<StartedProgram>;
  close(): void;
}

export async function watchWindows(): Promise<WindowWatch> {
  const spy = spawn('xprop', ['-spy', '-root', '_NET_CLIENT_LIST'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let listed = 0;
  let onChange: () => void = () => undefined;
  spy.stdout.setEncoding('utf8').on('data', (text: string) => {
    const last = text.trim().split('\n').at(-1) ?? '';
    listed = last.match(/0x[0-9a-f]+/g)?.length ?? 0;
    onChange();
  });
  await once(spy.stdout, 'data');
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('No window was seen')), longestWaitMs);
      onChange = () => {
        if (!isSo()) return;
        clearTimeout(timer);
        resolve();
      };
      onChange();
    });
  const end = async (child: ChildProcess) => {
    await endProgram(child);
    await until(() => listed === 0);
  };
  return {
    async start(userDataDir, { blank, args = [] } = {}) {
      if (listed > 0) throw new Error('A window of an earlier program is still there');
      const startMs = performance.now();
      const child = run({ blank: blank === true, userDataDir, args });
      await until(() => listed > 0);
      const seenAfterMs = performance.now() - startMs;
      return { pid: child.pid ?? 0, seenAfterMs, end: () => end(child) };
    },
    close: () => spy.kill(),
  };
}
