import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdateSettings } from '../../shared/settings/schema.ts';
import type { LaunchOptions } from './dialdesk-app.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { runningVersion } from './update-feed.ts';

/** What makes a program take this file for the AppImage that it runs from, and that has this feed in the administrator's file. */
export function asAppImage(
  updates: UpdateSettings,
  mounted = '/',
): { readonly appImage: string; readonly launch: LaunchOptions } {
  const appImage = join(temporaryFolder(), 'Dialdesk.AppImage');
  writeFileSync(appImage, runningVersion);
  chmodSync(appImage, 0o755);
  return {
    appImage,
    launch: { systemFile: { version: 1, updates }, env: { APPIMAGE: appImage, APPDIR: mounted } },
  };
}
