import type { App } from 'electron';
import type { LocalError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { type AutostartFile, autostartEntry } from './autostart-file.ts';

export const hiddenSwitch = '--hidden';

/** macOS takes no switch along when it starts a program at log-in, but says that it did. */
export function wasOpenedAtLogin(platform: NodeJS.Platform, app: Pick<App, 'getLoginItemSettings'>): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Whether the system starts the program when the user logs in. What the system says is the truth: it can be changed there as well. */
export interface StartWithSystem {
  read(): boolean;
  set(on: boolean): Result<Record<string, never>, LocalError>;
  /** The program may have been moved since the system was told where it is. */
  refresh(): void;
}

export function createStartWithSystem(options: {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings' | 'getName'>;
  /** Program and arguments that start this one again, without those that only concern this run. */
  readonly command: readonly string[];
  readonly file: AutostartFile;
}): StartWithSystem {
  const { app, command, file } = options;
  const words = [...command, hiddenSwitch];
  if (options.platform === 'linux') {
    const read = () => file.isOn();
    const write = (on: boolean): Result<Record<string, never>, LocalError> => {
      try {
        if (on) file.write(autostartEntry(app.getName(), words));
        else file.remove();
      } catch (problem) {
        return refused(problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem));
      }
      return read() === on ? succeed({}) : refused('unchanged');
    };
    return {
      read,
      set: write,
      refresh() {
        if (read()) write(true);
      },
    };
  }
  const [path = '', ...args] = words;
  const read = () => app.getLoginItemSettings({ path, args: [...args] }).openAtLogin;
  const set = (on: boolean): Result<Record<string, never>, LocalError> => {
    app.setLoginItemSettings({ openAtLogin: on, path, args: [...args] });
    return read() === on ? succeed({}) : refused('unchanged');
  };
  return { read, set, refresh: () => {} };
}

function refused(reason: string): Result<never, LocalError> {
  return fail({ code: 'start-with-system-refused', reason });
}
