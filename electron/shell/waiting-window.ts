import { app, BrowserWindow, session } from 'electron';
import type { Language } from '../../shared/language.ts';
import { grounds } from './grounds.ts';
import { serveWaitingPage, waitingPage } from './waiting-page.ts';
import { windowIcon } from './window-icon.ts';
import { themeInUse } from './window-theme.ts';

/** What is over sooner needs no words. */
const shownAfterMs = 1000;

/** Says that the program is at work where its database takes longer than a moment at the start: else nothing would be seen of it. */
export interface WaitingWindow {
  /** Once is enough. */
  begin(language: Language): void;
  /** The main window is there, or there will be none. */
  end(): void;
}

export function createWaitingWindow(folder: string): WaitingWindow {
  let timer: NodeJS.Timeout | null = null;
  let window: BrowserWindow | null = null;
  const open = (language: Language) => {
    const apart = session.fromPartition('waiting');
    serveWaitingPage(apart, folder, language, themeInUse());
    // Who closes it does not end the work, nor the program.
    app.once('window-all-closed', () => undefined);
    const opened = new BrowserWindow({
      title: app.getName(),
      icon: windowIcon,
      width: 400,
      height: 200,
      useContentSize: true,
      resizable: false,
      maximizable: false,
      fullscreenable: false,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: grounds[themeInUse()],
      webPreferences: {
        session: apart,
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
      },
    });
    window = opened;
    opened.once('ready-to-show', () => opened.show());
    opened.once('closed', () => {
      window = null;
    });
    // What does not load is not missed: the work goes on without it.
    opened.loadURL(waitingPage).catch(() => opened.destroy());
  };
  return {
    begin(language) {
      timer ??= setTimeout(() => open(language), shownAfterMs);
    },
    end() {
      if (timer !== null) clearTimeout(timer);
      window?.destroy();
    },
  };
}
