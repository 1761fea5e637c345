import type { BrowserWindowConstructorOptions } from 'electron';
import { grounds } from './grounds.ts';
import { lockedPage, type PageOptions } from './locked-page.ts';
import type { Reveal } from './reveal.ts';
import { windowIcon } from './window-icon.ts';
import { themeInUse } from './window-theme.ts';
import type { Windows } from './windows.ts';

export interface SmallWindowOptions extends PageOptions {
  readonly windows: Windows;
  readonly title: string;
  readonly reveal: Reveal;
  readonly zoomPercent: () => number;
}

/** What the windows without a frame have in common: of one size, with nothing of their own in the bar of the desktop. */
export function smallWindow(options: SmallWindowOptions): BrowserWindowConstructorOptions {
  return {
    title: options.title,
    icon: windowIcon,
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    backgroundColor: grounds[themeInUse()],
    webPreferences: { ...lockedPage(options), zoomFactor: options.zoomPercent() / 100 },
  };
}
