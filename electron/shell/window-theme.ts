import { BrowserWindow, nativeTheme } from 'electron';
import type { UiSettings } from '../../shared/settings/schema.ts';
import { grounds } from './grounds.ts';

export function applyTheme(theme: UiSettings['theme']): void {
  nativeTheme.themeSource = theme;
}

/** The theme in use now: the chosen one, or the system's. */
export function themeInUse(): 'light' | 'dark' {
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
}

/** Keeps every window's ground in the theme, also when the system changes it. */
export function followTheme(): void {
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(grounds[themeInUse()]);
  });
}
