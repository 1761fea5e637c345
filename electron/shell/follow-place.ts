import type { BrowserWindow } from 'electron';
import type { WindowPlace } from './main-window.ts';

const pauseMs = 500;

/** Tells where a window stands: a moment after it was moved or resized, and when it closes. */
export function followPlace(window: BrowserWindow, remember: (place: WindowPlace) => void): void {
  let timer: NodeJS.Timeout | null = null;
  const tell = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!window.isDestroyed()) remember({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  };
  const later = () => {
    // Before anybody saw it nobody moved it.
    if (!window.isVisible()) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(tell, pauseMs);
  };
  window.on('move', later);
  window.on('resize', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', tell);
  window.on('closed', () => {
    if (timer !== null) clearTimeout(timer);
  });
}
