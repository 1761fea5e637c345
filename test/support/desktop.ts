import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { withVirtualDisplay } from '../../scripts/bootstrap/display.mjs';
import { withWindowManager } from '../../scripts/test/window-manager.mjs';

const run = promisify(execFile);

/** Longer than the time in which a hotkey that arrives again is the key that is still held, also when the first one came late. */
const pressesApartMs = 1500;

/** A desktop of its own with a window manager: what presses global hotkeys or owns a selection must meet no other test. */
export interface Desktop {
  readonly env: { readonly DISPLAY: string; readonly XAUTHORITY: string };
  /**
   * Presses keys as the keyboard would, whoever has the focus; the same hotkey again no sooner than it counts as another press. Says when
   * that was, in Unix milliseconds.
   */
  press(keys: string): Promise<number>;
  /** Holds keys down, which the X server repeats, while the work is done. */
  hold(keys: string, work: () => Promise<void>): Promise<void>;
  type(text: string): Promise<void>;
  setLayout(layout: string): Promise<void>;
  /** The windows that are seen, of those with that name. */
  visible(name: string): Promise<readonly string[]>;
  /** Lets a program own what is selected or copied, and returns it when it does. */
  own(selection: 'primary' | 'clipboard', text: string): Promise<ChildProcess>;
  read(selection: 'primary' | 'clipboard'): Promise<string>;
  /** Another program with a window; says which letters have reached it. */
  openOther(): Promise<OtherProgram>;
  /** The title of the window that gets the keys, as the desktop itself says it. */
  activeWindow(): Promise<string>;
  movePointer(x: number, y: number): Promise<void>;
  close(): Promise<void>;
}

export interface OtherProgram {
  keys(): readonly string[];
  hasFocus(): Promise<boolean>;
}

export async function openDesktop(): Promise<Desktop> {
  const programs: ChildProcess[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let whole: Promise<unknown> = Promise.resolve();
  const env = await new Promise<NodeJS.ProcessEnv>((resolve, reject) => {
    whole = withVirtualDisplay((display) =>
      withWindowManager(display, async () => {
        await windowManagerStands(display);
        resolve(display);
        await ended;
      }),
    );
    whole.catch(reject);
  });
  const call = async (command: string, args: readonly string[]) => (await run(command, [...args], { env })).stdout;
  const start = (command: string, args: readonly string[]) => {
    const program = spawn(command, [...args], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    programs.push(program);
    return program;
  };
  const pressedAtMs = new Map<string, number>();
  const read = (selection: string) => call('xclip', ['-o', '-selection', selection]).catch(() => '');
  const activeWindow = async () => (await call('xdotool', ['getactivewindow', 'getwindowname']).catch(() => '')).trim();
  return {
    env: { DISPLAY: env['DISPLAY'] ?? '', XAUTHORITY: env['XAUTHORITY'] ?? '' },
    async press(keys) {
      const sinceMs = performance.now() - (pressedAtMs.get(keys) ?? Number.NEGATIVE_INFINITY);
      if (keys.includes('+') && sinceMs < pressesApartMs) await pause(pressesApartMs - sinceMs);
      const atMs = Date.now();
      await call('xdotool', ['key', keys]);
      pressedAtMs.set(keys, performance.now());
      return atMs;
    },
    async hold(keys, work) {
      await call('xdotool', ['keydown', keys]);
      try {
        await work();
      } finally {
        await call('xdotool', ['keyup', keys]);
        pressedAtMs.set(keys, performance.now());
      }
    },
    type: async (text) => void (await call('xdotool', ['type', text])),
    visible: async (name) =>
      (await call('xdotool', ['search', '--onlyvisible', '--name', `^${name}$`]).catch(() => ''))
        .split('\n')
        .filter((id) => id !== ''),
    setLayout: async (layout) => void (await call('setxkbmap', [layout])),
    async own(selection, text) {
      const owner = start('xclip', ['-i', '-selection', selection, '-quiet']);
      owner.stdin?.end(text);
      await until(async () => (await read(selection)) === text);
      return owner;
    },
    read,
    async openOther() {
      const other = start('xev', ['-name', 'other program', '-event', 'keyboard']);
      let seen = '';
      other.stdout?.on('data', (text: Buffer) => {
        seen += text.toString('utf8');
      });
      const hasFocus = async () => (await activeWindow()) === 'other program';
      // As a person would who finds that it has not the focus.
      const activate = () => call('xdotool', ['search', '--name', '^other program$', 'windowactivate']).catch(() => '');
      await until(async () => {
        if (await hasFocus()) return true;
        await activate();
        return hasFocus();
      });
      return {
        keys: () =>
          [...seen.matchAll(/^KeyPress.*\n.*\n.*keysym 0x[0-9a-f]+, ([a-z])\)/gm)].map((match) => match[1] ?? ''),
        hasFocus,
      };
    },
    activeWindow,
    movePointer: async (x, y) => void (await call('xdotool', ['mousemove', String(x), String(y)])),
    async close() {
      for (const program of programs) program.kill('SIGKILL');
      end();
      await whole;
    },
  };
}

async function windowManagerStands(env: NodeJS.ProcessEnv): Promise<void> {
  await until(async () => (await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env })).stdout.includes('0x'));
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    if (await condition()) return;
    await pause(25);
  }
  throw new Error('It did not come to it within five seconds');
}
