import { app, BrowserWindow, screen } from 'electron';
import { appPage } from './app-origin.ts';
import { type Rectangle, type Size, smallestSize } from './screen-place.ts';
import { type SmallWindowOptions, smallWindow } from './small-window.ts';
import { keepZoom } from './window-zoom.ts';

const usualSize: Size = { width: 640, height: 420 };
/** Of what is left of the screen above and below it, this part stands above. */
const partAbove = 0.22;

/** A page that stops working again at once is made anew only when it is asked for. */
const renewPauseMs = 30_000;

const quickDialPage = `${appPage}#quick-dial`;

export interface QuickDialWindow {
  /** Loads its page and keeps it hidden, so that it only has to be shown. */
  prepare(): Promise<void>;
  isOpen(): boolean;
  open(): void;
  close(): void;
  /** While it is kept it stays also without the focus. */
  keep(open: boolean): void;
  /** Takes the size that the zoom of now asks for. */
  fit(): void;
  destroy(): void;
}

export interface QuickDialWindowOptions extends SmallWindowOptions {
  readonly onClosed: () => void;
}

/** The palette: one field in front of every program, there at once, gone with the focus. */
export function createQuickDialWindow(options: QuickDialWindowOptions): QuickDialWindow {
  const { windows } = options;
  const current = () => windows.get('quick-dial');
  /** Asked for before its page stood. */
  let wanted = false;
  let ready = false;
  let kept = false;
  let quitting = false;
  let renewedAtMs = 0;
  // It must not hold up the end of the program, also where that comes before it was made.
  app.once('before-quit', () => {
    quitting = true;
  });
  const show = (window: BrowserWindow) => {
    window.setBounds(placeNow(options.zoomPercent()));
    window.show();
    window.focus();
  };
  const prepare = async (): Promise<void> => {
    if (quitting || current() !== null) return;
    ready = false;
    const usual = smallWindow(options);
    const window = new BrowserWindow({
      ...usual,
      ...placeNow(options.zoomPercent()),
      alwaysOnTop: true,
      // On macOS a panel takes the keys and leaves the program in front where it is.
      ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
      // Drawn while it is hidden: its first picture is there when it is shown.
      webPreferences: { ...usual.webPreferences, backgroundThrottling: false },
    });
    windows.add('quick-dial', window);
    keepZoom(window, options.zoomPercent);
    options.reveal.whenReady(window, () => {
      ready = true;
      if (wanted) show(window);
    });
    // Alt+F4 hides it: it is made once, for as long as the program runs.
    window.on('close', (event) => {
      if (quitting) return;
      event.preventDefault();
      window.hide();
    });
    window.on('blur', () => {
      if (!kept) window.hide();
    });
    window.on('hide', () => {
      wanted = false;
      kept = false;
      options.onClosed();
    });
    window.webContents.on('render-process-gone', () => window.hide());
    // Its page stopped working: the keys that open it must not be dead until the next start.
    window.once('closed', () => {
      ready = false;
      if (Date.now() - renewedAtMs < renewPauseMs) return;
      renewedAtMs = Date.now();
      void prepare();
    });
    await window.loadURL(quickDialPage).catch((problem: unknown) => {
      // The program ended meanwhile, and its window with it.
      if (!quitting && !window.isDestroyed()) throw problem;
    });
  };
  return {
    prepare,
    isOpen: () => current()?.isVisible() === true,
    open() {
      const window = current();
      wanted = true;
      if (window === null) void prepare();
      else if (ready) show(window);
    },
    close() {
      wanted = false;
      current()?.hide();
    },
    keep(open) {
      kept = open;
    },
    fit() {
      const window = current();
      if (window === null) return;
      window.webContents.setZoomFactor(options.zoomPercent() / 100);
      window.setBounds(placeNow(options.zoomPercent()));
    },
    destroy() {
      quitting = true;
      current()?.destroy();
    },
  };
}

/** In the middle of the screen that the agent points at, in its upper part, where the eye is. */
function placeNow(zoomPercent: number): Rectangle {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const { width, height } = smallestSize(usualSize, zoomPercent, workArea);
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) * partAbove),
    width,
    height,
  };
}
