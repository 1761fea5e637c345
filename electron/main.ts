import { join } from 'node:path';
import { app, dialog, ipcMain, session } from 'electron';
import { compactChannels, quickDialChannels, type RequestChannel, type WindowName } from '../shared/ipc/channels.ts';
import { composeDialdesk, type Dialdesk } from './composition-root.ts';
import { createEventSender } from './ipc/event-sender.ts';
import { isTrustedSender } from './ipc/trusted-sender.ts';
import { readLaunchOptions } from './launch-options.ts';
import { logBug } from './logging/log-bug.ts';
import { takeSecretVariables } from './provisioning/secret-variables.ts';
import { declareAppScheme, serveApp } from './shell/app-protocol.ts';
import { watchCrashes } from './shell/crash-watch.ts';
import { createDeskWindows } from './shell/desk-windows.ts';
import { type DialogWords, dialogWords, languageOfLocale } from './shell/dialog-words.ts';
import { createGlobalHotkeys } from './shell/global-hotkeys.ts';
import { guardNavigation } from './shell/navigation-guard.ts';
import { createDeskNotifications } from './shell/notifications/desk-notifications.ts';
import { openNoticeBoard } from './shell/notifications/notice-board.ts';
import { watchLaunches } from './shell/protocol-links/launches.ts';
import { createLinkPrograms } from './shell/protocol-links/link-programs.ts';
import { openDefaultApps } from './shell/protocol-links/system-settings.ts';
import { quitInOrder } from './shell/quit.ts';
import { restartProgram } from './shell/restart.ts';
import { watchScreenLock } from './shell/screen-lock.ts';
import { guardSession } from './shell/session-guard.ts';
import { wasOpenedAtLogin } from './shell/start-with-system.ts';
import { createDesktop } from './shell/tray/desktop.ts';
import type { TrayAction } from './shell/tray/tray-menu.ts';
import { createWaitingWindow } from './shell/waiting-window.ts';
import { isWayland } from './shell/wayland.ts';
import { applyTheme, themeInUse } from './shell/window-theme.ts';
import type { DatabaseError } from './storage/database.ts';
import type { WindowMemory } from './storage/window-memory.ts';

const options = readLaunchOptions(process.argv, process.env, process.cwd());
// Before anything else is started: no other program is to get them.
const secretVariables = takeSecretVariables(process.env);
const pages = join(__dirname, 'renderer');
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
  let dialdesk: Dialdesk | null = null;
  let windowMemory: WindowMemory | null = null;
  let opened = Promise.resolve();
  let askedAtStart = false;
  let running = false;
  let stopping = false;
  const desktop = createDesktop({
    platform: process.platform,
    environment: process.env,
    command: startAgainWith(),
    act: (action) => act(action),
    memory: () => windowMemory,
    onChange: () => dialdesk?.changed(),
    onTrayGone: () => desk.bringBack(),
    tell: (said, notShown) => notifications.tell(said, notShown),
  });
  const noteBug = (problem: unknown) => {
    if (dialdesk !== null) logBug(dialdesk.log, 'A notification could not be shown as it should be')(problem);
  };
  const notifications = createDeskNotifications(openNoticeBoard(process.platform, process.env, noteBug), {
    open(notification) {
      callUp();
      if (notification === null || notification.kind === 'connection') return;
      if (notification.kind === 'followUp') {
        send('after-call:show-follow-ups', { callId: notification.callId });
        return;
      }
      send('call:open', { id: notification.callId, kind: notification.kind });
    },
    callBack: (number) => act({ do: 'call', number }),
    change: () => dialdesk?.changed(),
    unseen: () => desk.windows.get('main')?.flashFrame(true),
  });
  const desk = createDeskWindows({
    platform: process.platform,
    desktop,
    notifications,
    run: (command) => send('command:run', { command }),
    onPaletteClosed: () => dialdesk?.quickDial.closed(),
  });
  const { windows } = desk;
  const send = createEventSender(windows.contents);
  const lock = watchScreenLock(() => dialdesk?.quickDial.close());
  const hotkeys = createGlobalHotkeys({
    platform: process.platform,
    wayland: isWayland(process.platform, process.env),
    isLocked: lock.isLocked,
    run(action) {
      if (dialdesk === null) return;
      dialdesk.quickDial.run(action).catch(logBug(dialdesk.log, 'A hotkey could not do its work'));
    },
    onFired: (action) => send('hotkeys:fired', { action }),
    onRest: () => send('hotkeys:rested', {}),
    onChange: () => dialdesk?.changed(),
  });
  const callUp = () => {
    desk.showMain();
    send('window:called-up', {});
  };
  const act = (action: TrayAction): void => {
    if (action.do === 'quit') app.quit();
    if (action.do === 'quit' || dialdesk === null || stopping) return;
    const { callNumber, switchProfile, pauseQueues, quickDial, log } = dialdesk;
    if (action.do === 'call') callNumber(action.number).catch(logBug(log, 'A number could not be called'));
    else if (action.do === 'switch-profile')
      switchProfile(action.id).catch(logBug(log, 'The profile could not be switched'));
    else if (action.do === 'quick-dial')
      quickDial.run('quickDial').catch(logBug(log, 'The palette could not be opened'));
    else if (action.do === 'pause-queues')
      pauseQueues(action.paused).catch(logBug(log, 'The queues could not be left or taken up again'));
    else if (action.do === 'pause-hotkeys') hotkeys.pause(action.paused);
    else callUp();
    if (action.do === 'missed') send('command:run', { command: 'missed' });
    if (action.do === 'follow-ups') send('after-call:show-follow-ups', { callId: null });
    if (action.do === 'settings') send('command:run', { command: 'settings' });
  };
  const waiting = createWaitingWindow(pages);
  const startsShown = !options.hidden && !wasOpenedAtLogin(process.platform, app);
  const composing = composeDialdesk({
    userDataDir: app.getPath('userData'),
    provisioningFile: options.provisioningFile,
    secretVariables,
    ipcMain,
    isTrusted: (event, channel) => isTrustedSender(event, windows.contentsIds(windowsThatMayAsk(channel))),
    send,
    shell: desk,
    linkPrograms: createLinkPrograms(app, process.platform, openDefaultApps),
    hotkeys,
    restart: () => restartProgram(app, startAgainWith(), process.argv),
    onDatabaseWork(ui) {
      if (!startsShown) return;
      applyTheme(ui.theme);
      waiting.begin(ui.language);
    },
    onOpened(saved, memory) {
      windowMemory = memory;
      const chosen = () => dialdesk?.settings().ui ?? saved.ui;
      guardSession(session.defaultSession, () => windows.contentsIds(['main']));
      serveApp(
        session.defaultSession,
        pages,
        () => ({ language: chosen().language, theme: themeInUse(), tab: memory.read().tab }),
        async (request) => dialdesk?.serveRecording(request) ?? new Response('Not found', { status: 404 }),
      );
      // Who ends the program while its first page is loaded ends it in order.
      quitInOrder(
        async () => {
          // No call is asked for any more whose answer nobody would hear.
          stopping = true;
          hotkeys.stop();
          const made = await composing;
          await Promise.all([made.ok ? made.value.stop() : null, notifications.closeAll()]);
        },
        (problem) => {
          if (dialdesk !== null) logBug(dialdesk.log, 'The program did not stop in order')(problem);
        },
      );
      desk.follow(saved.ui);
      opened = desk.open({
        session: session.defaultSession,
        preload: join(__dirname, 'preload.cjs'),
        memory,
        ui: chosen,
        atStart: () => (startsShown ? 'shown' : askedAtStart ? 'quiet' : 'hidden'),
        onChange: () => dialdesk?.changed(),
      });
    },
    onSettings(chosen) {
      desk.follow(chosen.ui);
      hotkeys.apply(chosen.hotkeys);
      desktop.follow(chosen);
      notifications.follow(chosen);
    },
    onTray: desktop.show,
    onNotification: notifications.apply,
  });
  const composed = await composing;
  if (!composed.ok) {
    waiting.end();
    // The language of the settings is not known when they cannot be opened.
    dialog.showErrorBox(app.getName(), databaseWords(composed.error, dialogWords[languageOfLocale(app.getLocale())]));
    app.exit(1);
    return;
  }
  dialdesk = composed.value;
  const { log, asked, settings, start } = dialdesk;
  watchCrashes({
    log,
    words: () => dialogWords[settings().ui.language],
    windows,
    onMainGone: () => desk.offerCommands([]),
  });
  launches.follow((arrival) => {
    // What came with the start does not call the window up before its page stands.
    if (running) callUp();
    else askedAtStart = arrival !== null;
    if (arrival !== null) asked.arrived(arrival);
  });
  running = true;
  // The icon in the dock of macOS.
  app.on('activate', desk.showMain);
  app.on('browser-window-focus', (_event, window) => {
    window.flashFrame(false);
    hotkeys.tryAgain();
    dialdesk?.focusChanged();
  });
  app.on('browser-window-blur', () => dialdesk?.focusChanged());
  desktop.tray.start();
  // A desk that could not be set up is still there to change what it was set up with.
  const started = (stopping ? Promise.resolve() : start()).catch(logBug(log, 'The start failed'));
  await Promise.all([started, opened.finally(waiting.end)]).catch((problem: unknown) => {
    // Whoever quits while the page is loaded takes the page away from it, and wants to read nothing.
    if (!stopping) throw problem;
  });
}

/** The small windows have a short list of what they may ask; the main window may ask everything. */
function windowsThatMayAsk(channel: RequestChannel): readonly WindowName[] {
  return [
    'main',
    ...(compactChannels.has(channel) ? (['compact'] as const) : []),
    ...(quickDialChannels.has(channel) ? (['quick-dial'] as const) : []),
  ];
}

/** What starts this program again, in the same user-data folder. An AppImage is mounted elsewhere each time. */
function startAgainWith(): readonly string[] {
  const program = app.isPackaged ? [process.env['APPIMAGE'] ?? process.execPath] : [process.execPath, app.getAppPath()];
  return options.userDataDir === null ? program : [...program, `--user-data-dir=${options.userDataDir}`];
}

/** Without a window nobody could see or end the program. */
function giveUp(problem: unknown): void {
  const words = dialogWords[languageOfLocale(app.getLocale())];
  dialog.showErrorBox(app.getName(), words.cannotStart(String(problem)));
  app.exit(1);
}

function databaseWords(error: DatabaseError, words: DialogWords): string {
  if (error.reason === 'newer-version') return words.historyTooNew;
  return error.reason === 'cannot-be-mended' ? words.historyDamaged(error.detail) : words.historyClosed(error.detail);
}
