import { app, type BrowserWindow } from 'electron';
import type { TrayPlace } from './tray-place.ts';

/** Hides a window, where it can be found again, instead of what it would do. */
export interface HideToTray {
  /** False: it cannot be hidden, and was left as it is. */
  hide(): Promise<boolean>;
}

/** Closing the window hides it while the agent wants that and there is a tray; without one it closes, as ever. */
export function closeToTray(
  window: BrowserWindow,
  options: { readonly tray: TrayPlace; readonly wanted: () => boolean; readonly onHidden: () => void },
): HideToTray {
  const { tray, wanted, onHidden } = options;
  let leaving = false;
  app.once('before-quit', () => {
    leaving = true;
  });
  const hide = async (): Promise<boolean> => {
    if (!wanted() || tray.ask === null || !(await tray.ask()) || window.isDestroyed()) return false;
    window.hide();
    onHidden();
    return true;
  };
  window.on('close', (event) => {
    if (leaving || !wanted() || tray.ask === null) return;
    event.preventDefault();
    void hide().then((hidden) => {
      if (hidden || window.isDestroyed()) return;
      leaving = true;
      window.close();
    });
  });
  return { hide };
}
