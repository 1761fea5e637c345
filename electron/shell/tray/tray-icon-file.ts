import type { TrayPicture } from '../../desk/tray-model.ts';

/**
 * Where the build puts the picture, in the form that the system wants: macOS colours a template itself, Windows takes the size it
 * needs out of one file, the others show a picture as it is, so that it has to stand out from the panel.
 */
export function trayIconFile(picture: TrayPicture, platform: NodeJS.Platform, panel: 'light' | 'dark'): string {
  if (platform === 'darwin') return `tray/${picture}Template.png`;
  return platform === 'win32' ? `tray/${picture}-on-${panel}.ico` : `tray/${picture}-on-${panel}-24.png`;
}
