import type { App } from 'electron';

/** Of this run, what the next one needs as well; who was to be called, or which page to open, was said once. */
const kept = /^--(?:no-sandbox$|provision=)/;

/** Ends the program in order and starts it again, in the same user-data folder. */
export function restartProgram(
  app: Pick<App, 'relaunch' | 'quit'>,
  [program = '', ...before]: readonly string[],
  argv: readonly string[],
): void {
  app.relaunch({ execPath: program, args: [...before, ...argv.filter((argument) => kept.test(argument))] });
  app.quit();
}
