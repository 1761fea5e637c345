import { BrowserWindow, nativeTheme } from 'electron';
import type { UiSettings } from '../../shared/settings/schema.ts';
import { lockedPage, type PageOptions } from './locked-page.ts';
import { windowIcon } from './window-icon.ts';

/** Background of the page before its first paint; the same values as `--surface` in the page's tokens. */
const backgrounds = { light: '#ffffff', dark: '#16191c' } as const;

/** The window agents keep open; shown only when its first paint is ready. */
export function createMainWindow(options: PageOptions & { readonly title: string }): BrowserWindow {
  const window = new BrowserWindow({
    title: options.title,
    icon: windowIcon,
    width: 400,
    height: 700,
    minWidth: 340,
    minHeight: 560,
    useContentSize: true,
    show: false,
    backgroundColor: backgrounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    autoHideMenuBar: true,
    webPreferences: lockedPage(options),
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

export function applyTheme(theme: UiSettings['theme']): void {
  nativeTheme.themeSource = theme;
}
