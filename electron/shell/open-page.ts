import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { shell } from 'electron';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { isPage } from './page-address.ts';

type Failure = { readonly code: 'opener-missing' | 'page-not-opened' };

/**
 * The only place that starts another program by an address. It goes by nothing but the address itself: one of the web, without
 * credentials. `activate` leaves the focus where it is on macOS; elsewhere that is up to the browser and the window manager.
 */
export async function openPage(address: string): Promise<Result<null, Failure>> {
  if (!isPage(address)) return fail({ code: 'page-not-opened' });
  // Chromium starts xdg-open without looking whether there is one, and calls that a success.
  if (process.platform === 'linux' && !isInPath('xdg-open')) return fail({ code: 'opener-missing' });
  try {
    await shell.openExternal(address, { activate: false });
    return succeed(null);
  } catch {
    return fail({ code: 'page-not-opened' });
  }
}

function isInPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
