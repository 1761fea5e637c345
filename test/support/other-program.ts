import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';

const run = promisify(execFile);
const name = 'other program';

/** Another program that the agent works in. */
export interface OtherProgram {
  hasFocus(): Promise<boolean>;
  close(): void;
}

/** Opens a window of another program, to which the focus goes. */
export async function openOtherProgram(): Promise<OtherProgram> {
  const program = spawn('xev', ['-name', name, '-event', 'keyboard'], { stdio: 'ignore' });
  const hasFocus = async () => {
    const { stdout } = await run('xdotool', ['getactivewindow', 'getwindowname']).catch(() => ({ stdout: '' }));
    return stdout.trim() === name;
  };
  await expect.poll(hasFocus).toBe(true);
  return { hasFocus, close: () => void program.kill() };
}
