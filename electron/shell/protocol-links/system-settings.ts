import { shell } from 'electron';

/** Where a person chooses default programs on Windows; a fixed address, nothing of which comes from outside. */
export function openDefaultApps(): Promise<void> {
  return shell.openExternal('ms-settings:defaultapps');
}
