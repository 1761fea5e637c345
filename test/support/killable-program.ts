import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { environmentOfApp } from './dialdesk-app.ts';
import { commandOf } from './launch-again.ts';

/** Starts the program by nobody's hand; `kill` ends all of its processes at once, as a power cut does. */
export function startKillable(
  userDataDir: string,
  { args, env }: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> },
): { kill(): Promise<void> } {
  const [executable, ...before] = commandOf({ userDataDir });
  const program = spawn(executable, [...before, ...args], {
    stdio: 'ignore',
    // The leader of a group of its own.
    detached: true,
    env: { ...environmentOfApp(), ...env },
  });
  const gone = once(program, 'exit');
  return {
    async kill() {
      process.kill(-(program.pid ?? Number.NaN), 'SIGKILL');
      await gone;
    },
  };
}
