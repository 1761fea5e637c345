import { app, BrowserWindow, nativeTheme } from 'electron';
import type { UiSettings } from '../../shared/settings/schema.ts';
import { grounds } from './grounds.ts';
import { setGroundOnX } from './x-ground.ts';

export function applyTheme(theme: UiSettings['theme']): void {
  nativeTheme.themeSource = theme;
}

/** The theme in use now: the chosen one, or the system's. */
export function themeInUse(): 'light' | 'dark' {
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
}

/** Gives every window the ground of the theme, from before it shows and whenever the theme changes. */
export function followTheme(): void {
  app.on('browser-window-created', (_event, window) => setGroundOnX(window, grounds[themeInUse()]));
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.setBackgroundColor(grounds[themeInUse()]);
      setGroundOnX(window, grounds[themeInUse()]);
    }
  });
}
