import { BrowserWindow, screen } from 'electron';
import { appPage } from './app-origin.ts';
import { followPlace } from './follow-place.ts';
import { keepOnScreen } from './keep-on-screen.ts';
import type { WindowPlace } from './main-window.ts';
import { moveInto, placeOnScreen, type Rectangle, type Size, smallestSize } from './screen-place.ts';
import { type SmallWindowOptions, smallWindow } from './small-window.ts';
import { keepZoom } from './window-zoom.ts';
import { workAreas } from './work-areas.ts';

/** Enough for every phase of a call, so that the window never changes its size by itself. */
const usualSize: Size = { width: 320, height: 104 };
const margin = 16;

const compactPage = `${appPage}#compact`;

export interface CompactWindow {
  open(): Promise<void>;
  close(): void;
  /** Takes the size that the zoom of now asks for. */
  fit(): void;
}

export interface CompactWindowOptions extends SmallWindowOptions {
  /** Where it stood when it was last closed; null before the first time. */
  readonly place: () => WindowPlace | null;
  readonly remember: (place: WindowPlace) => void;
  readonly onChange: () => void;
}

/** The live call on top of other programs. It comes up without taking the focus from what the agent types in. */
export function createCompactWindow(options: CompactWindowOptions): CompactWindow {
  return {
    async open() {
      if (options.windows.get('compact') !== null) return;
      const window = new BrowserWindow({
        ...smallWindow(options),
        ...placeOf(options.place(), options.zoomPercent()),
      });
      options.windows.add('compact', window);
      keepZoom(window, options.zoomPercent);
      options.reveal.whenReady(window, () => {
        window.showInactive();
        // Some window managers know it of windows that are shown only.
        window.setAlwaysOnTop(true, 'floating');
      });
      followPlace(window, 'frameless', options.remember);
      keepOnScreen(window);
      window.once('closed', options.onChange);
      options.onChange();
      await window.loadURL(compactPage).catch((problem: unknown) => {
        // Else it was closed again before it was there.
        if (window.isDestroyed()) return;
        // An empty box on top of everything says nothing.
        window.destroy();
        throw problem;
      });
    },
    fit() {
      const window = options.windows.get('compact');
      if (window === null) return;
      const bounds = window.getBounds();
      const { workArea } = screen.getDisplayMatching(bounds);
      const size = smallestSize(usualSize, options.zoomPercent(), workArea);
      if (size.width === bounds.width && size.height === bounds.height) return;
      window.setBounds(moveInto({ ...bounds, ...size }, workArea));
    },
    close() {
      options.windows.get('compact')?.close();
    },
  };
}

/** Where it stood, in the size that it has now; at first in the corner of the screen that the agent points at. */
function placeOf(remembered: WindowPlace | null, zoomPercent: number): Rectangle {
  const here = screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea;
  const size = smallestSize(usualSize, zoomPercent, here);
  const corner = { x: here.x + here.width - size.width - margin, y: here.y + margin };
  const { x, y } = remembered ?? corner;
  return placeOnScreen({ x, y, ...size }, workAreas(), size);
}
