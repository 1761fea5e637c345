import { BrowserWindow, screen } from 'electron';
import { grounds } from './grounds.ts';
import { lockedPage, type PageOptions } from './locked-page.ts';
import type { Reveal } from './reveal.ts';
import { placeOnScreen, type Rectangle, type Size, smallestSize } from './screen-place.ts';
import { windowIcon } from './window-icon.ts';
import { themeInUse } from './window-theme.ts';
import { keepZoom } from './window-zoom.ts';
import { workAreas } from './work-areas.ts';

export const usualSize: Size = { width: 400, height: 700 };
export const smallest: Size = { width: 340, height: 560 };

export interface WindowPlace extends Rectangle {
  readonly maximised: boolean;
}

export interface MainWindowOptions extends PageOptions {
  readonly title: string;
  readonly zoomPercent: () => number;
  /** Where it stood when it was last closed; null at the first start. */
  readonly place: WindowPlace | null;
  readonly reveal: Reveal;
  /**
   * `hidden` when nobody asked for the window and it can be called up otherwise. `quiet`: seen without taking the focus, since nobody
   * asked for it now.
   */
  readonly appears: () => Promise<'shown' | 'quiet' | 'hidden'>;
  /** Its page stands, seen or not. */
  readonly onStands: () => void;
}

/** The window agents keep open, at its old place, seen only when its page stands as it will stay. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const { place } = options;
  const zoomPercent = options.zoomPercent();
  const normal = place === null ? null : onScreen(place, zoomPercent);
  const maximised = place?.maximised === true;
  // Maximising shows a window at once on some systems. Until then it has the size that it will have, and so has its page.
  const bounds = normal === null || !maximised ? normal : screen.getDisplayMatching(normal).workArea;
  const least = smallestSize(smallest, zoomPercent, screen.getPrimaryDisplay().workArea);
  const window = new BrowserWindow({
    title: options.title,
    icon: windowIcon,
    ...(bounds ?? { width: Math.max(usualSize.width, least.width), height: Math.max(usualSize.height, least.height) }),
    useContentSize: bounds === null,
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    backgroundColor: grounds[themeInUse()],
    autoHideMenuBar: true,
    webPreferences: { ...lockedPage(options), zoomFactor: zoomPercent / 100 },
  });
  keepZoom(window, options.zoomPercent);
  options.reveal.whenReady(window, async () => {
    options.onStands();
    const appears = await options.appears();
    if (window.isDestroyed()) return;
    // Maximising a hidden window would show it, and give it the focus.
    if (appears !== 'shown' && maximised) window.once('show', () => window.maximize());
    // Called up meanwhile, it has the focus and keeps it.
    if (appears === 'quiet' && !window.isVisible()) window.showInactive();
    if (appears !== 'shown') return;
    if (maximised) window.maximize();
    window.show();
  });
  if (maximised && normal !== null) window.once('unmaximize', () => window.setBounds(normal));
  return window;
}

function onScreen(place: Rectangle, zoomPercent: number): Rectangle {
  const least = smallestSize(smallest, zoomPercent, screen.getPrimaryDisplay().workArea);
  return placeOnScreen(place, workAreas(), least);
}
