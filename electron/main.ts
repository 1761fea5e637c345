import { join } from 'node:path';
import { app, dialog, ipcMain, session } from 'electron';
import { compactChannels } from '../shared/ipc/channels.ts';
import { composeDialdesk } from './composition-root.ts';
import { createEventSender } from './ipc/event-sender.ts';
import { isTrustedSender } from './ipc/trusted-sender.ts';
import { readLaunchOptions } from './launch-options.ts';
import { logBug } from './logging/log-bug.ts';
import { declareAppScheme, serveApp } from './shell/app-protocol.ts';
import { watchCrashes } from './shell/crash-watch.ts';
import { createDeskWindows } from './shell/desk-windows.ts';
import { type DialogWords, dialogWords, languageOfLocale } from './shell/dialog-words.ts';
import { guardNavigation } from './shell/navigation-guard.ts';
import { watchLaunches } from './shell/protocol-links/launches.ts';
import { createLinkPrograms } from './shell/protocol-links/link-programs.ts';
import { openDefaultApps } from './shell/protocol-links/system-settings.ts';
import { quitInOrder } from './shell/quit.ts';
import { guardSession } from './shell/session-guard.ts';
import { themeInUse } from './shell/window-theme.ts';
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
// From now on: macOS hands a link over before the program is ready.
const launches = watchLaunches(app, process.argv);

if (app.requestSingleInstanceLock()) run().catch(giveUp);
else app.quit();

async function run(): Promise<void> {
  await app.whenReady();
  const desk = createDeskWindows({
    platform: process.platform,
    run: (command) => sendToMain('command:run', { command }),
  });
  const { windows } = desk;
  /** Commands of the menu are about what the main window shows. */
  const sendToMain = createEventSender(() => windows.contents(['main']));
  const composed = composeDialdesk({
    userDataDir: app.getPath('userData'),
    provisioningFile: options.provisioningFile,
    ipcMain,
    isTrusted: (event, channel) =>
      isTrustedSender(event, windows.contentsIds(compactChannels.has(channel) ? undefined : ['main'])),
    windows: windows.contents,
    shell: desk,
    linkPrograms: createLinkPrograms(app, process.platform, openDefaultApps),
    onSettings: ({ ui }) => desk.follow(ui),
  });
  if (!composed.ok) {
    // The language of the settings is not known when they cannot be opened.
    dialog.showErrorBox(app.getName(), databaseWords(composed.error, dialogWords[languageOfLocale(app.getLocale())]));
    app.exit(1);
    return;
  }
  const { log, asked, settings, start, stop, windowMemory, windowsChanged } = composed.value;
  watchCrashes({
    log,
    words: () => dialogWords[settings().ui.language],
    windows,
    onMainGone: () => desk.offerCommands([]),
  });
  quitInOrder(stop, logBug(log, 'The program did not stop in order'));
  guardSession(session.defaultSession);
  serveApp(session.defaultSession, join(__dirname, 'renderer'), () => ({
    language: settings().ui.language,
    theme: themeInUse(),
    tab: windowMemory.read().tab,
  }));
  launches.follow((arrival) => {
    desk.showMain();
    if (arrival !== null) asked.arrived(arrival);
  });
  // A desk that could not be set up is still there to change what it was set up with.
  const started = start().catch(logBug(log, 'The start failed'));
  const opened = desk.open({
    session: session.defaultSession,
    preload: join(__dirname, 'preload.cjs'),
    memory: windowMemory,
    ui: () => settings().ui,
    onChange: windowsChanged,
  });
  await Promise.all([started, opened]);
}

/** Without a window nobody could see or end the program. */
function giveUp(problem: unknown): void {
  const words = dialogWords[languageOfLocale(app.getLocale())];
  dialog.showErrorBox(app.getName(), words.cannotStart(String(problem)));
  app.exit(1);
}

function databaseWords(error: DatabaseError, words: DialogWords): string {
  return error.reason === 'newer-version' ? words.historyTooNew : words.historyClosed(error.detail);
}
