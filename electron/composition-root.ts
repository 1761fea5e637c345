import { join } from 'node:path';
import { clipboard, type IpcMain, type IpcMainInvokeEvent } from 'electron';
import type { RequestChannel } from '../shared/ipc/channels.ts';
import type { QuickDialOpening } from '../shared/ipc/quick-dial-contract.ts';
import type { Result } from '../shared/result.ts';
import { profilesOf } from '../shared/settings/profiles.ts';
import type { Settings } from '../shared/settings/schema.ts';
import type { Clock } from './calls/ports.ts';
import { createFollowSettings } from './desk/follow-settings.ts';
import type { NotificationChange } from './desk/notification-decision.ts';
import type { QuickDial } from './desk/quick-dial.ts';
import type { TrayModel } from './desk/tray-model.ts';
import { removePartials } from './files/write-whole.ts';
import type { SendEvent } from './ipc/event-sender.ts';
import { createHandlers } from './ipc/handlers.ts';
import { registerRouter } from './ipc/router.ts';
import type { AskedCalls } from './links/asked-calls.ts';
import { createFileLog } from './logging/file-log.ts';
import { knownSecrets } from './logging/known-secrets.ts';
import type { Log } from './logging/log.ts';
import { logUncaught } from './logging/log-bug.ts';
import { createHideSecrets, createRedact } from './logging/redact.ts';
import { readNotices } from './notices/read-notices.ts';
import { createFileDialogs } from './shell/file-dialogs.ts';
import type { GlobalHotkeys } from './shell/global-hotkeys.ts';
import { openFolder } from './shell/open-folder.ts';
import { openPage } from './shell/open-page.ts';
import type { LinkPrograms } from './shell/protocol-links/link-programs.ts';
import type { WindowControl } from './shell/window-control.ts';
import { type CredentialVault, createCredentialVault } from './storage/credential-vault.ts';
import type { DatabaseError } from './storage/database.ts';
import { openJsonFile } from './storage/json-file.ts';
import { createKeepingMemory } from './storage/keeping/keeping-memory.ts';
import { createKeepingThread, type KeepingThread } from './storage/keeping/keeping-thread.ts';
import { type KeptDatabase, openKeptDatabase } from './storage/keeping/open-kept.ts';
import { createQueueMemory } from './storage/queue-memory.ts';
import { createSavedFilters } from './storage/saved-filters.ts';
import { createSavedPlaces } from './storage/saved-places.ts';
import { createSecretBox } from './storage/secret-box.ts';
import { createSettingsStore, type SettingsStore } from './storage/settings-store.ts';
import { createWindowMemory, type WindowMemory } from './storage/window-memory.ts';
import type { Foundation } from './wiring/foundation.ts';
import { wireAfterCall } from './wiring/wire-after-call.ts';
import { wireBackfill } from './wiring/wire-backfill.ts';
import { wireCalls } from './wiring/wire-calls.ts';
import { wireContacts } from './wiring/wire-contacts.ts';
import { wireDiagnostics } from './wiring/wire-diagnostics.ts';
import { wireDirectory } from './wiring/wire-directory.ts';
import { wireEvents } from './wiring/wire-events.ts';
import { wireExchange } from './wiring/wire-exchange.ts';
import { wireHistory } from './wiring/wire-history.ts';
import { wireHistoryExport } from './wiring/wire-history-export.ts';
import { wireKeeping } from './wiring/wire-keeping.ts';
import { wireLifecycle } from './wiring/wire-lifecycle.ts';
import { wireLinks } from './wiring/wire-links.ts';
import { wireNotifications } from './wiring/wire-notifications.ts';
import { wirePbx } from './wiring/wire-pbx.ts';
import { wireProfiles } from './wiring/wire-profiles.ts';
import { wireProvisioning } from './wiring/wire-provisioning.ts';
import { wireQuickDial } from './wiring/wire-quick-dial.ts';
import { wireRecordings } from './wiring/wire-recordings.ts';
import { wireScreenPop } from './wiring/wire-screen-pop.ts';
import { wireSettings } from './wiring/wire-settings.ts';
import { wireState } from './wiring/wire-state.ts';
import { wireTray } from './wiring/wire-tray.ts';
import { wireUpdates } from './wiring/wire-updates.ts';

export interface Dialdesk {
  readonly log: Log;
  /** What links and the command line ask for. */
  readonly asked: Pick<AskedCalls, 'arrived'>;
  settings(): Settings;
  /** Something that the windows show is different now. */
  changed(): void;
  readonly quickDial: QuickDial;
  /** A recording, or a part of it, for the player of the window. */
  serveRecording(request: Request): Promise<Response>;
  /** The agent turned to one of our windows, or away from it. */
  focusChanged(): void;
  /** Chosen outside of the window, which says why not. */
  switchProfile(id: string): Promise<void>;
  /** Of the agent, in all queues; the window says why not. */
  pauseQueues(paused: boolean): Promise<void>;
  /** A number that was chosen outside of the window. */
  callNumber(destination: string): Promise<void>;
  /** Connects to the PBX, opens the listener, works on events left over; resolves when all of it was tried. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens what all parts are built on, and chains the parts. Call it after the app is ready. */
export async function composeDialdesk(options: {
  readonly userDataDir: string;
  readonly provisioningFile: string | null;
  /** Secrets out of the environment, for the administrator's files. */
  readonly secretVariables: ReadonlyMap<string, string>;
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly isTrusted: (event: IpcMainInvokeEvent, channel: RequestChannel) => boolean;
  readonly send: SendEvent;
  readonly shell: WindowControl;
  readonly linkPrograms: LinkPrograms;
  readonly hotkeys: Pick<GlobalHotkeys, 'read' | 'pause' | 'listen'>;
  /** Ends the program in order and starts it again. */
  readonly restart: () => void;
  /** Before there is a window: the database takes a while. */
  readonly onDatabaseWork: (ui: Settings['ui']) => void;
  /** Nothing has to be waited for any more. What is begun here goes on beside the wiring: a process for a page takes a while. */
  readonly onOpened: (settings: Settings, windowMemory: WindowMemory) => void;
  readonly onSettings: (settings: Settings) => void;
  readonly onTray: (model: TrayModel) => void;
  readonly onNotification: (change: NotificationChange) => void;
}): Promise<Result<Dialdesk, DatabaseError>> {
  const clock = () => Date.now();
  let vault: CredentialVault | null = null;
  const redact = createRedact(() => (vault === null ? [] : knownSecrets(vault.readAll())));
  const log = createFileLog(options.userDataDir, redact);
  logUncaught(process, log);
  const thread = createKeepingThread(join(__dirname, 'keeping-worker.cjs'));
  const settings = createSettingsStore(openJsonFile(options.userDataDir, 'settings', log), log);
  const database = await openKeptDatabase(join(options.userDataDir, 'dialdesk.sqlite'), thread, clock, () =>
    options.onDatabaseWork(settings.read().ui),
  );
  if (!database.ok) {
    log.error('The call history could not be opened', { ...database.error });
    return database;
  }
  vault = createCredentialVault(openJsonFile(options.userDataDir, 'credentials', log), createSecretBox(), log, {
    active: () => settings.read().profile.id,
    all: () => profilesOf(settings.read()).map(({ id }) => id),
  });
  const windowMemory = createWindowMemory(openJsonFile(options.userDataDir, 'window', log), log);
  options.onOpened(settings.read(), windowMemory);
  return { ok: true, value: wire(options, { clock, log, redact, settings, vault, thread, database: database.value }) };
}

function wire(
  options: Parameters<typeof composeDialdesk>[0],
  base: {
    readonly clock: Clock;
    readonly log: Log;
    readonly redact: (text: string) => string;
    readonly settings: SettingsStore;
    readonly vault: CredentialVault;
    readonly thread: KeepingThread;
    readonly database: KeptDatabase;
  },
): Dialdesk {
  const { clock, log, vault, database } = base;
  const { userDataDir, shell, hotkeys } = options;
  const foundation: Foundation = {
    clock,
    log,
    startedAtMs: clock(),
    send: options.send,
    changed: () => state.changed(),
    callsChanged: () => {
      history.missed.changed();
      tray.watch.changed();
    },
    callChanged: (call) => {
      screenPop.callChanged(call);
      notifications.callChanged(call);
      afterCall.desk.callChanged(call);
      foundation.callsChanged();
    },
  };
  const settings = wireSettings(base.settings, vault, {
    read: () => shell.read().startsWithSystem,
    set: shell.startWithSystem,
  });
  const hideSecrets = createHideSecrets(() => knownSecrets(vault.readAll()));
  const history = wireHistory(foundation, database, settings, hideSecrets);
  const afterCall = wireAfterCall(
    foundation,
    settings,
    history,
    createQueueMemory(openJsonFile(userDataDir, 'after-call', log), log),
    () => notifications.changed(),
  );
  const keeping = wireKeeping(foundation, settings, history, {
    database,
    thread: base.thread,
    memory: createKeepingMemory(openJsonFile(userDataDir, 'keeping', log), log),
    restart: () => restart(),
    openFolder,
  });
  const contacts = wireContacts(foundation, settings, history, () => {
    tray.watch.changed();
    notifications.changed();
  });
  const fileDialogs = createFileDialogs(() => settings.effective().ui.language);
  const savedPlaces = createSavedPlaces(openJsonFile(userDataDir, 'saved-places', log), log, removePartials);
  void savedPlaces.tidy();
  const choosePlace: typeof fileDialogs.choosePlace = async (...asked) => {
    const path = await fileDialogs.choosePlace(...asked);
    if (path !== null) savedPlaces.note(path);
    return path;
  };
  const exchange = wireExchange(
    foundation,
    settings,
    history,
    contacts,
    {
      chooseFile: fileDialogs.chooseFile,
      choosePlace: (name, extension) => choosePlace(name, extension, 'contactFiles'),
    },
    join(__dirname, 'import-worker.cjs'),
  );
  const historyExport = wireHistoryExport(foundation, settings, history, contacts, (name, extension) =>
    choosePlace(name, extension, 'callFiles'),
  );
  const pbx = wirePbx(foundation, settings, {
    ownListener: () => events.ownListener(),
    onReached: (cameBack) => {
      events.followNetwork();
      directory.reached(cameBack);
      backfill.reached(cameBack);
    },
    onPing: (clockAheadMs) => events.clockWatch.answered(clockAheadMs),
  });
  const events = wireEvents(foundation, settings, history, pbx.client, {
    heard: (event, receivedAtMs) => directory.heard(event, receivedAtMs),
    othersKnown: () => directory.othersKnown(),
    listenerChanged: () => directory.look(),
  });
  const directory = wireDirectory(foundation, settings, history, contacts, pbx, events.hearing);
  const calls = wireCalls(foundation, settings, history, pbx, events, contacts, directory, afterCall);
  const recordings = wireRecordings(
    foundation,
    settings,
    history,
    pbx,
    (name, format) => choosePlace(name, format, 'recordingFiles'),
    join(userDataDir, 'recordings'),
  );
  const profiles = wireProfiles(foundation, settings, history, calls, directory, recordings);
  const backfill = wireBackfill(foundation, settings, history, pbx, events, calls, database.rescued?.missing ?? null);
  const tellPalette = (opening: QuickDialOpening) => foundation.send('quick-dial:opened', opening);
  const quickDial = wireQuickDial(foundation, settings, history, calls, {
    palette: {
      ...shell.palette,
      open(opening) {
        tellPalette(opening);
        shell.palette.show();
      },
      tell: tellPalette,
      empty: () => foundation.send('quick-dial:closed', {}),
    },
    showCall: shell.showCall,
  });
  const screenPop = wireScreenPop(foundation, settings, history, contacts.nameOf, openPage);
  const provisioning = wireProvisioning(foundation, settings, profiles, options);
  const links = wireLinks(foundation, settings);
  let startsAgain = false;
  const restart = () => {
    startsAgain = true;
    options.restart();
  };
  const updates = wireUpdates(foundation, settings, history, calls, {
    folder: userDataDir,
    startsAgain: () => startsAgain,
  });
  const parts = { settings, history, pbx, events, calls, screenPop, afterCall };
  const state = wireState(foundation, {
    ...parts,
    keeping: keeping.state,
    updates,
    provisioning: provisioning.state,
    asked: links.read,
    hotkeys: hotkeys.read,
    shell: shell.read,
    onChange: () => {
      tray.watch.changed();
      notifications.changed();
    },
  });
  const tray = wireTray(foundation, {
    ...parts,
    contacts,
    directory,
    state: state.snapshot,
    publish: options.onTray,
    showWindow: shell.showMain,
  });
  const notifications = wireNotifications(foundation, {
    state: state.snapshot,
    nameOf: contacts.nameOf,
    inFront: shell.inFront,
    dueFollowUps: afterCall.followUps.due,
    publish: options.onNotification,
  });
  const diagnostics = wireDiagnostics(
    foundation,
    { ...parts, keeping },
    {
      snapshot: state.snapshot,
      links: options.linkPrograms.read,
      folder: userDataDir,
      redact: base.redact,
      hideSecrets,
    },
  );
  const following = createFollowSettings({
    ...settings,
    ...pbx,
    ...events,
    doctor: diagnostics.doctor,
    onProfile: (entered) => {
      calls.resume(entered);
      events.record.workLeftOver();
      backfill.profileChanged();
      // Its directory is another one.
      contacts.changed();
      foundation.callsChanged();
      afterCall.catchUp();
    },
    onSettings(chosen) {
      options.onSettings(chosen);
      afterCall.follow();
      keeping.settingsChanged();
      updates.follow();
    },
    onChange: () => {
      foundation.changed();
      directory.look();
      recordings.desk.makeRoom();
    },
  });
  const lifecycle = wireLifecycle({
    ...parts,
    keeping,
    backfill,
    contacts,
    exchange,
    historyExport,
    directory,
    recordings,
    tray,
    notifications,
    following,
    updates,
  });
  registerRouter({
    ipcMain: options.ipcMain,
    isTrusted: options.isTrusted,
    log,
    handlers: createHandlers({
      pbx: { ...pbx.client, listTrunks: directory.listTrunks },
      calls: history.calls,
      calledNumbers: history.calledNumbers,
      keeping: keeping.desk,
      diagnostics,
      updates,
      history: history.desk,
      numbers: history.numbers,
      readNotices: () => readNotices(join(__dirname, 'notices.json')),
      savedFilters: createSavedFilters(openJsonFile(userDataDir, 'filters', log)),
      historyExport,
      backfill,
      contacts: contacts.book,
      afterCall: afterCall.desk,
      exchange,
      directory,
      recordings: recordings.desk,
      inbox: history.inbox,
      readEvent: events.read,
      originateCall: calls.originate,
      planner: calls.planner,
      settingsStore: settings.store,
      settingsChanges: settings.changes,
      keptElsewhere: settings.keptElsewhere,
      vault,
      checks: pbx.checks,
      pingRoundTrip: events.pingRoundTrip,
      monitor: pbx.monitor,
      listener: events.listener,
      profile: settings.profile,
      profileChanges: profiles,
      snapshot: state.snapshot,
      settle: following.settle,
      missed: history.missed,
      dismissCall: calls.dismiss,
      choices: calls.choices,
      screenPop,
      log,
      copyText: (text) => clipboard.writeText(text),
      asked: links,
      linkPrograms: options.linkPrograms,
      shell,
      quickDial,
      notPlaced: tray.notPlaced,
      hotkeys,
    }),
  });
  return {
    log,
    settings: settings.effective,
    asked: links,
    changed: foundation.changed,
    quickDial,
    serveRecording: recordings.serve,
    focusChanged: notifications.changed,
    callNumber: tray.callNumber,
    async switchProfile(id) {
      const switched = profiles.switchTo(id, false);
      if (switched.ok) return following.settle();
      shell.showMain();
      foundation.send('profile:not-switched', { id, error: switched.error });
    },
    async pauseQueues(paused) {
      const answer = await directory.pauseAgent({ queue: null, paused });
      if (answer.ok) return;
      shell.showMain();
      foundation.send('presence:not-paused', { error: answer.error });
    },
    async start() {
      provisioning.apply();
      await lifecycle.start();
    },
    stop: lifecycle.stop,
  };
}
