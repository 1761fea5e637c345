import type { BrowserWindow } from 'electron';

/** A page that never says that it is ready must not leave the program without a window. */
const longestWaitMs = 5000;

export interface Reveal {
  /** Shows a window, by `show`, once its page is ready; after a while in any case. */
  whenReady(window: BrowserWindow, show: () => void): void;
  ready(contentsId: number): void;
}

export function createReveal(): Reveal {
  const waiting = new Map<number, () => void>();
  return {
    whenReady(window, show) {
      const { id } = window.webContents;
      const reveal = () => {
        clearTimeout(timer);
        waiting.delete(id);
        if (!window.isDestroyed()) show();
      };
      const timer = setTimeout(() => {
        reveal();
        giveSizeAgain(window);
      }, longestWaitMs);
      waiting.set(id, reveal);
      window.once('closed', () => {
        clearTimeout(timer);
        waiting.delete(id);
      });
    },
    ready: (contentsId) => waiting.get(contentsId)?.(),
  };
}

/** On a busy computer Chromium now and then never tells a new page how large it is, and such a page draws nothing. A change of size tells it. */
function giveSizeAgain(window: BrowserWindow): void {
  if (window.isDestroyed() || window.isMaximized() || window.isFullScreen()) return;
  const [width = 0, height = 0] = window.getContentSize();
  window.setContentSize(width, height + 1);
  window.setContentSize(width, height);
}
