import type { BrowserWindow } from 'electron';
import type { WindowPlace } from './main-window.ts';

const pauseMs = 500;
const settlingMs = 2000;
/** Nobody is so quick; where much else runs, the frame is late by as much. */
const reactionMs = 500;
const widestFrame = 64;
const inputs: ReadonlySet<string> = new Set(['mouseDown', 'rawKeyDown', 'keyDown', 'touchStart']);

/** Tells where a window stands: a moment after it was moved or resized, and when it closes. Call it before the window shows. */
export function followPlace(
  window: BrowserWindow,
  edge: 'framed' | 'frameless',
  remember: (place: WindowPlace) => void,
): void {
  const frame = edge === 'framed' ? frameAround(window) : { x: 0, y: 0 };
  let timer: NodeJS.Timeout | null = null;
  const tell = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (window.isDestroyed()) return;
    const { x, y, width, height } = window.getNormalBounds();
    remember({ x: x - frame.x, y: y - frame.y, width, height, maximised: window.isMaximized() });
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

/**
 * X11 takes the place of a window's frame and tells the place of what is in it: a window put back where it said it was would
 * creep by the frame at every start. How thick the frame is shows when the system puts it around the new window.
 */
function frameAround(window: BrowserWindow): { x: number; y: number } {
  const frame = { x: 0, y: 0 };
  if (process.platform !== 'linux') return frame;
  const asked = window.getBounds();
  window.once('show', () => {
    const measure = () => {
      const { x, y } = window.getBounds();
      const [right, down] = [x - asked.x, y - asked.y];
      if (right < 0 || down < 0 || right > widestFrame || down > widestFrame) return;
      frame.x = right;
      frame.y = down;
    };
    // From then on it may be the person who moves the window. A pointer that only rests there does not.
    const stopAtInput = (_event: unknown, { type }: { readonly type: string }) => {
      if (inputs.has(type) && Date.now() - shownAtMs > reactionMs) stop();
    };
    const shownAtMs = Date.now();
    const stop = () => {
      clearTimeout(timer);
      window.off('move', measure);
      if (!window.isDestroyed()) window.webContents.off('input-event', stopAtInput);
    };
    const timer = setTimeout(stop, settlingMs);
    window.once('move', measure);
    window.webContents.on('input-event', stopAtInput);
  });
  return frame;
}
