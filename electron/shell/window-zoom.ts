import { type BrowserWindow, screen } from 'electron';
import { type Growth, type Size, sizeFor, smallestSize } from './screen-place.ts';

const growths = new WeakMap<BrowserWindow, Growth>();

/**
 * Chromium has one zoom for all of our pages. A page that begins brings back that with which its window was made wherever the usual size was
 * chosen since, and for all of them: it is told the zoom of now.
 */
export function keepZoom({ webContents }: BrowserWindow, zoomPercent: () => number): void {
  webContents.on('dom-ready', () => webContents.setZoomFactor(zoomPercent() / 100));
}

/** Draws the page larger; the window grows with it where it would be too small for its content, and in the same run shrinks back after that. */
export function applyZoom(window: BrowserWindow, zoomPercent: number, smallest: Size): void {
  window.webContents.setZoomFactor(zoomPercent / 100);
  const bounds = window.getBounds();
  const least = smallestSize(smallest, zoomPercent, screen.getDisplayMatching(bounds).workArea);
  window.setMinimumSize(least.width, least.height);
  if (window.isMaximized() || window.isFullScreen()) return;
  const { size, growth } = sizeFor(bounds, least, growths.get(window) ?? null);
  if (growth === null) growths.delete(window);
  else growths.set(window, growth);
  if (size.width !== bounds.width || size.height !== bounds.height) window.setBounds(size);
}
