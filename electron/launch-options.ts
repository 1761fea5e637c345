import { isAbsolute, resolve } from 'node:path';

export interface LaunchOptions {
  readonly userDataDir: string | null;
  readonly provisioningFile: string | null;
  /** Started by the system at log-in: nobody asked for the window. */
  readonly hidden: boolean;
}

/**
 * Reads our own options. Chromium reorders and inserts switches, and newer Electron lower-cases those it hands out, so the raw argv is searched; other
 * arguments are ignored, and so is
 * all that stands behind a bare `--`: a link of another program is handed over there.
 */
export function readLaunchOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): LaunchOptions {
  const end = argv.indexOf('--');
  const ours = end === -1 ? argv : argv.slice(0, end);
  const option = (name: string): string | null => {
    const given = ours.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
    return given === undefined || given === '' ? null : given;
  };
  const absolute = (path: string | null) =>
    path === null ? null : isAbsolute(path) ? path : resolve(workingFolder, path);
  const fromEnvironment = environment['DIALDESK_PROVISION'];
  return {
    hidden: ours.includes('--hidden'),
    userDataDir: absolute(option('user-data-dir')),
    provisioningFile: absolute(
      option('provision') ?? (fromEnvironment === undefined || fromEnvironment === '' ? null : fromEnvironment),
    ),
  };
}
