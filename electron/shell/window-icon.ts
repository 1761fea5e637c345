import { join } from 'node:path';

/** Beside the main process's file, where the build puts it. macOS shows the icon of the package and ignores this one. */
export const windowIcon = join(__dirname, process.platform === 'win32' ? 'icon.ico' : 'icon.png');
