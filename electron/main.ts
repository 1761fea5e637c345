import { join } from 'node:path';
import { app, dialog, ipcMain, session } from 'electron';
import { compactChannels } from '../shared/ipc/channels.ts';
import { composeDialdesk, type Dialdesk } from './composition-root.ts';
import { createEventSender } from './ipc/event-sender.ts';
import { isTrustedSender } from './ipc/trusted-sender.ts';
import { readLaunchOptions } from './launch-options.ts';
import { logBug } from './logging/log-bug.ts';
import { appPage } from './shell/app-origin.ts';
import { declareAppScheme, serveApp } from './shell/app-protocol.ts';
import { type CompactWindow, createCompactWindow } from './shell/compact-window.ts';
import { watchCrashes } from './shell/crash-watch.ts';
import { type DialogWords, dialogWords, languageOfLocale } from './shell/dialog-words.ts';
import { followPlace } from './shell/follow-place.ts';
import { createMainWindow, smallest } from './shell/main-window.ts';
import { createMenu } from './shell/menu.ts';
import { guardNavigation } from './shell/navigation-guard.ts';
import { quitInOrder } from './shell/quit.ts';
import { createReveal } from './shell/reveal.ts';
import { guardSession } from './shell/session-guard.ts';
import { applyTheme, followTheme, themeInUse } from './shell/window-theme.ts';
import { applyZoom } from './shell/window-zoom.ts';
import { createWindows } from './shell/windows.ts';
import type { DatabaseError } from './storage/database.ts';

const options = readLaunchOptions(process.argv, process.env, process.cwd());
// History, settings and logs are the user's own.
process.umask(0o077);
// Before the lock and before ready: both belong to the user-data folder.
if (options.userDataDir !== null) app.setPath('userData', options.userDataDir);
// Every page in the sandbox, whatever its own preferences say. Chromium cannot sandbox processes of root; who starts the
// program as root (tests in a container) has to say so with Chromium's own switch, and enabling would then break every start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareAppScheme();
guardNavigation(app);

const windows = createWindows();
/** Commands of the menu are about what the main window shows. */
const sendToMain = createEventSender(() => windows.contents(['main']));
const reveal = createReveal();

if (app.requestSingleInstanceLock()) run().catch(giveUp);
else app.quit();

async function run(): Promise<void> {
  await app.whenReady();
  let dialdesk: Dialdesk | null = null;
  let compact: CompactWindow | null = null;
  const menu = createMenu({
    platform: process.platform,
    run: (command) => sendToMain('command:run', { command }),
  });
  const composed = composeDialdesk({
    userDataDir: app.getPath('userData'),
    provisioningFile: options.provisioningFile,
    ipcMain,
    isTrusted: (event, channel) =>
      isTrustedSender(event, windows.contentsIds(compactChannels.has(channel) ? undefined : ['main'])),
    windows: windows.contents,
    shell: {
      ready: reveal.ready,
      hide: (contentsId) => windows.byContents(contentsId)?.minimize(),
      rememberTab: (tab) => dialdesk?.windowMemory.remember({ tab }),
      offerCommands: (commands) => menu.offer(commands),
      isCompactOpen: () => windows.get('compact') !== null,
      setCompact: async (open) => (open ? await compact?.open() : compact?.close()),
      showMain: focusMainWindow,
    },
    onSettings: ({ ui }) => {
      applyTheme(ui.theme);
      menu.write(ui.language);
      const mainWindow = windows.get('main');
      if (mainWindow !== null) applyZoom(mainWindow, ui.zoomPercent, smallest);
      compact?.fit();
    },
  });
  if (!composed.ok) {
    // The language of the settings is not known when they cannot be opened.
    dialog.showErrorBox(app.getName(), databaseWords(composed.error, dialogWords[languageOfLocale(app.getLocale())]));
    app.exit(1);
    return;
  }
  dialdesk = composed.value;
  const { log, settings, windowMemory, windowsChanged } = dialdesk;
  watchCrashes({ log, words: () => dialogWords[settings().ui.language], windows });
  quitInOrder(dialdesk.stop, logBug(log, 'The program did not stop in order'));
  followTheme();
  guardSession(session.defaultSession);
  serveApp(session.defaultSession, join(__dirname, 'renderer'), () => ({
    language: settings().ui.language,
    theme: themeInUse(),
    tab: windowMemory.read().tab,
  }));
  app.on('second-instance', focusMainWindow);
  // A desk that could not be set up is still there to change what it was set up with.
  const started = dialdesk.start().catch(logBug(log, 'The start failed'));
  const page = { session: session.defaultSession, preload: join(__dirname, 'preload.cjs'), reveal };
  const mainWindow = createMainWindow({
    ...page,
    title: app.getName(),
    zoomPercent: settings().ui.zoomPercent,
    place: windowMemory.read().place,
  });
  windows.add('main', mainWindow);
  menu.openByKey(mainWindow);
  followPlace(mainWindow, (place) => windowMemory.remember({ place }));
  compact = createCompactWindow({
    ...page,
    windows,
    title: app.getName(),
    zoomPercent: () => settings().ui.zoomPercent,
    place: () => windowMemory.read().compact,
    remember: (place) => windowMemory.remember({ compact: place }),
    onChange: windowsChanged,
  });
  // It shows the main window's call and would keep the program from ending.
  mainWindow.once('closed', () => compact?.close());
  await Promise.all([started, mainWindow.loadURL(appPage)]);
}

/** Without a window nobody could see or end the program. */
function giveUp(problem: unknown): void {
  const words = dialogWords[languageOfLocale(app.getLocale())];
  dialog.showErrorBox(app.getName(), words.cannotStart(String(problem)));
  app.exit(1);
}

function focusMainWindow(): void {
  const mainWindow = windows.get('main');
  if (mainWindow?.isMinimized() === true) mainWindow.restore();
  mainWindow?.show();
  mainWindow?.focus();
}

function databaseWords(error: DatabaseError, words: DialogWords): string {
  return error.reason === 'newer-version' ? words.historyTooNew : words.historyClosed(error.detail);
}
