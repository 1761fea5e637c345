import { execFile } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { LinkScheme } from '../../../shared/domain/link-schemes.ts';
import { withoutDefault } from './mime-apps.ts';

/** The entry by which Linux desktops know the program; the name stands in package.json and in the packages, too. */
export const desktopEntry = 'org.dialdesk.Dialdesk.desktop';

const longestAnswerMs = 5000;

/** The desktop entry that opens links of a kind; empty for none, null where the desktop cannot be asked. */
export function queryDefault(scheme: LinkScheme): Promise<string | null> {
  return xdgMime('query', 'default', `x-scheme-handler/${scheme}`);
}

/** Electron chooses by `xdg-settings`, which fails on desktops that it does not know; this writes the same choice on any. */
export async function chooseDefault(scheme: LinkScheme, entry: string): Promise<void> {
  await xdgMime('default', entry, `x-scheme-handler/${scheme}`);
}

function xdgMime(...args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('xdg-mime', args, { timeout: longestAnswerMs, maxBuffer: 64 * 1024 }, (problem, answer) => {
      resolve(problem !== null && problem.code === 'ENOENT' ? null : answer.trim());
    });
  });
}

/** Without the entry, which packages bring, a desktop could not start the program. */
export function isDesktopEntryInstalled(entry: string): boolean {
  const folders = [fromEnvironment('XDG_DATA_HOME') ?? join(homedir(), '.local', 'share')].concat(
    (fromEnvironment('XDG_DATA_DIRS') ?? '/usr/local/share:/usr/share').split(':'),
  );
  return folders.some((folder) => folder !== '' && existsSync(join(folder, 'applications', entry)));
}

/** Takes the entry out of the person's own choices; Electron can do that everywhere but here. */
export function forgetDefault(scheme: LinkScheme, entry: string): void {
  const list = join(fromEnvironment('XDG_CONFIG_HOME') ?? join(homedir(), '.config'), 'mimeapps.list');
  if (!existsSync(list)) return;
  // People who keep their settings elsewhere have a link here.
  const file = realpathSync(list);
  const before = readFileSync(file, 'utf8');
  const after = withoutDefault(before, scheme, entry);
  if (after === before) return;
  // It holds every choice the person ever made: whole or not at all.
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, after, { mode: statSync(file).mode });
  renameSync(beside, file);
}

function fromEnvironment(name: string): string | null {
  const value = process.env[name];
  return value === undefined || value === '' ? null : value;
}
