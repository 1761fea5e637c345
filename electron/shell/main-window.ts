import { BrowserWindow, nativeTheme, type Session } from 'electron';
import type { UiSettings } from '../../shared/settings/schema.ts';

/** Background of the page before its first paint; the same values as `--surface` in the page's tokens. */
const backgrounds = { light: '#ffffff', dark: '#16191c' } as const;

/** The window agents keep open; shown only when its first paint is ready. */
export function createMainWindow(options: {
  readonly session: Session;
  readonly preload: string;
  readonly title: string;
}): BrowserWindow {
  const window = new BrowserWindow({
    title: options.title,
    width: 400,
    height: 700,
    minWidth: 340,
    minHeight: 560,
    useContentSize: true,
    show: false,
    backgroundColor: backgrounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    autoHideMenuBar: true,
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

export function applyTheme(theme: UiSettings['theme']): void {
  nativeTheme.themeSource = theme;
}
