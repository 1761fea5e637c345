import { type BrowserWindow, screen } from 'electron';
import { type Size, smallestSize } from './screen-place.ts';

/** Draws the page larger; the window grows with it where it would be too small for its content. */
export function applyZoom(window: BrowserWindow, zoomPercent: number, smallest: Size): void {
  window.webContents.setZoomFactor(zoomPercent / 100);
  const bounds = window.getBounds();
  const least = smallestSize(smallest, zoomPercent, screen.getDisplayMatching(bounds).workArea);
  window.setMinimumSize(least.width, least.height);
  if (window.isMaximized() || window.isFullScreen()) return;
  const width = Math.max(bounds.width, least.width);
  const height = Math.max(bounds.height, least.height);
  if (width !== bounds.width || height !== bounds.height) window.setBounds({ width, height });
}
