import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createReveal } from '../../electron/shell/reveal.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is asked of a window while it waits for its page. */
function waitingWindow(maximised = false) {
  const sizes: (readonly number[])[] = [];
  const window = Object.assign(new EventEmitter(), {
    webContents: { id: 7 },
    isDestroyed: () => false,
    isMaximized: () => maximised,
    isFullScreen: () => false,
    getContentSize: () => [400, 700],
    setContentSize: (width: number, height: number) => sizes.push([width, height]),
  });
  return { window: window as unknown as BrowserWindow, sizes };
}

test('a window is shown when its page is ready, once, and keeps its size', () => {
  const { window, sizes } = waitingWindow();
  const show = vi.fn();
  const reveal = createReveal();
  reveal.whenReady(window, show);
  expect(show).not.toHaveBeenCalled();
  reveal.ready(7);
  reveal.ready(7);
  vi.advanceTimersByTime(60_000);
  expect(show).toHaveBeenCalledTimes(1);
  expect(sizes).toEqual([]);
});

test('a page that does not say that it is ready is shown after a while and is told its size again', () => {
  const { window, sizes } = waitingWindow();
  const show = vi.fn();
  createReveal().whenReady(window, show);
  vi.advanceTimersByTime(4999);
  expect(show).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(show).toHaveBeenCalledTimes(1);
  expect(sizes).toEqual([
    [400, 701],
    [400, 700],
  ]);
});

test('a window that fills the screen is left as it is, and one that closed is not shown', () => {
  const full = waitingWindow(true);
  const gone = waitingWindow();
  const show = vi.fn();
  const reveal = createReveal();
  reveal.whenReady(full.window, () => undefined);
  reveal.whenReady(gone.window, show);
  gone.window.emit('closed');
  vi.advanceTimersByTime(5000);
  expect([...full.sizes, ...gone.sizes]).toEqual([]);
  expect(show).not.toHaveBeenCalled();
});
