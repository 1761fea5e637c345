import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DialdeskApp } from './dialdesk-app.ts';

const root = join(import.meta.dirname, '..', '..');
/** A second start hands over and ends; one that does not is stopped. */
const longestRunMs = 20_000;

/** The command that starts Dialdesk with the settings of an app that may run already. */
export function commandOf({ userDataDir }: Pick<DialdeskApp, 'userDataDir'>): readonly [string, ...string[]] {
  const executable = process.env['DIALDESK_ELECTRON'];
  if (executable === undefined) throw new Error('DIALDESK_ELECTRON is not set: run the tests by npm test');
  return [executable, root, `--user-data-dir=${userDataDir}`];
}

/** Starts the program once more beside the one that runs, as a browser or a shell does; answers with its exit code. */
export async function launchAgain(
  app: Pick<DialdeskApp, 'userDataDir'>,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const [executable, ...before] = commandOf(app);
  const second = spawn(executable, [...before, ...args], { stdio: 'ignore', env: { ...process.env, ...env } });
  const timer = setTimeout(() => second.kill('SIGKILL'), longestRunMs);
  const [code] = await once(second, 'exit');
  clearTimeout(timer);
  return typeof code === 'number' ? code : -1;
}

/** Hands arguments over as a second start does, at once and without the time that one takes. */
export async function handOver(
  { electron }: Pick<DialdeskApp, 'electron'>,
  ...launches: readonly (readonly string[])[]
) {
  await electron.evaluate(({ app }, all) => {
    for (const given of all) {
      app.emit('second-instance', {}, ['dialdesk', '--allow-file-access-from-files', ...given], '/');
    }
  }, launches);
}
