import { type BrowserWindow, screen } from 'electron';
import { isInReach, placeOnScreen } from './screen-place.ts';
import { workAreas } from './work-areas.ts';

/** Brings the window back when the screen on which it stood is gone, or does not reach so far any more. */
export function keepOnScreen(window: BrowserWindow): void {
  const bringBack = () => {
    // The system itself puts those where they fill a screen.
    if (window.isDestroyed() || window.isMaximized() || window.isFullScreen()) return;
    const place = window.getNormalBounds();
    const areas = workAreas();
    if (isInReach(place, areas)) return;
    const [width = 0, height = 0] = window.getMinimumSize();
    window.setBounds(placeOnScreen(place, areas, { width, height }));
  };
  screen.on('display-removed', bringBack);
  screen.on('display-metrics-changed', bringBack);
  window.once('closed', () => {
    screen.off('display-removed', bringBack);
    screen.off('display-metrics-changed', bringBack);
  });
}
