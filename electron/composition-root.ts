import { join } from 'node:path';
import { app, clipboard, type IpcMain, type IpcMainInvokeEvent, net, powerMonitor, type WebContents } from 'electron';
import type { Call } from '../shared/domain/call.ts';
import type { AppState } from '../shared/ipc/app-state-schema.ts';
import type { RequestChannel } from '../shared/ipc/channels.ts';
import type { Result } from '../shared/result.ts';
import type { Settings } from '../shared/settings/schema.ts';
import { readStoredEvent } from './call-events/call-event-wire.ts';
import { createListener } from './call-events/listener.ts';
import { createAnswerTrunkQuestion } from './calls/answer-trunk-question.ts';
import { createCallJournal } from './calls/call-journal.ts';
import { createOriginateCall } from './calls/originate-call.ts';
import type { ReadStoredEvent } from './calls/ports.ts';
import { createRecordCallEvent } from './calls/record-call-event.ts';
import { createResumeCalls } from './calls/resume-calls.ts';
import { createSettleSilentCalls } from './calls/settle-silent-calls.ts';
import { createAgentChoices } from './desk/agent-choices.ts';
import { createAppState } from './desk/app-state.ts';
import { createClockWatch } from './desk/clock-watch.ts';
import { createConnectionChecks } from './desk/connection-checks.ts';
import { createConnectionMonitor, observeOriginate } from './desk/connection-monitor.ts';
import { createDemoMode } from './desk/demo-mode.ts';
import { createDismissedCalls } from './desk/dismissed-calls.ts';
import { effectiveSettings, profileOf } from './desk/effective-settings.ts';
import { createFollowSettings } from './desk/follow-settings.ts';
import { createListenerControl } from './desk/listener-control.ts';
import { createOriginateRight } from './desk/originate-right.ts';
import { hasOutsideAddress } from './desk/outside-address.ts';
import { createPingRoundTrip } from './desk/ping-round-trip.ts';
import { createSettingsChanges } from './desk/settings-changes.ts';
import { createStorageWatch } from './desk/storage-watch.ts';
import { createUnderWay } from './desk/under-way.ts';
import { createEventSender } from './ipc/event-sender.ts';
import { createHandlers, type ShellControl } from './ipc/handlers.ts';
import { toReceivedEvent } from './ipc/received-event.ts';
import { registerRouter } from './ipc/router.ts';
import { createFileLog } from './logging/file-log.ts';
import { knownSecrets } from './logging/known-secrets.ts';
import type { Log } from './logging/log.ts';
import { logBug } from './logging/log-bug.ts';
import { createRedact } from './logging/redact.ts';
import { createPbxClient } from './pbx/pbx-client.ts';
import { hostOf, originOf } from './pbx/pbx-origin.ts';
import { applyProvisioningFile } from './provisioning/apply-provisioning-file.ts';
import { createCallRepository } from './storage/call-repository.ts';
import { createCalledNumbers } from './storage/called-numbers.ts';
import { type CredentialVault, createCredentialVault } from './storage/credential-vault.ts';
import { type Connection, type DatabaseError, openDatabase } from './storage/database.ts';
import { createInbox } from './storage/inbox.ts';
import { openJsonFile } from './storage/json-file.ts';
import { startPruning } from './storage/prune-inbox.ts';
import { createSecretBox } from './storage/secret-box.ts';
import { createSettingsStore } from './storage/settings-store.ts';
import { createWindowMemory, type WindowMemory } from './storage/window-memory.ts';

const settlePeriodMs = 1000;
const longestFarewellMs = 2000;

export interface Dialdesk {
  readonly log: Log;
  readonly windowMemory: WindowMemory;
  settings(): Settings;
  /** A window of ours came or went. */
  windowsChanged(): void;
  /** Connects to the PBX, opens the listener, works on events left over; resolves when all of it was tried. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The only place that builds adapters and wires them. Call it after the app is ready. */
export function composeDialdesk(options: {
  readonly userDataDir: string;
  readonly provisioningFile: string | null;
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly isTrusted: (event: IpcMainInvokeEvent, channel: RequestChannel) => boolean;
  readonly windows: () => readonly WebContents[];
  readonly shell: ShellControl;
  readonly onSettings: (settings: Settings) => void;
}): Result<Dialdesk, DatabaseError> {
  const clock = () => Date.now();
  let vault: CredentialVault | null = null;
  const log = createFileLog(
    options.userDataDir,
    createRedact(() => (vault === null ? [] : knownSecrets(vault.read()))),
  );
  const database = openDatabase(join(options.userDataDir, 'dialdesk.sqlite'));
  if (!database.ok) {
    log.error('The call history could not be opened', { ...database.error });
    return database;
  }
  vault = createCredentialVault(openJsonFile(options.userDataDir, 'credentials', log), createSecretBox(), log);
  return { ok: true, value: wire(options, { clock, log, vault, database: database.value }) };
}

function wire(
  options: Parameters<typeof composeDialdesk>[0],
  base: {
    readonly clock: () => number;
    readonly log: Log;
    readonly vault: CredentialVault;
    readonly database: { readonly connection: Connection; close(): void };
  },
): Dialdesk {
  const { clock, log, vault, database } = base;
  const startedAtMs = clock();
  const reportUnreadableRow = (row: { readonly table: string; readonly id: string }) =>
    log.error('A stored row could not be read and was passed over', { ...row });
  const settingsStore = createSettingsStore(openJsonFile(options.userDataDir, 'settings', log), log);
  const settingsChanges = createSettingsChanges({ store: settingsStore, vault });
  const demo = createDemoMode();
  const settings = () => effectiveSettings(settingsStore.read(), demo.address());
  const profile = () => profileOf(settingsStore.read());
  const own = () => ({ profile: profile(), agentNumber: settings().identity.caller });
  const send = createEventSender(options.windows);

  const storage = createStorageWatch({
    onChange: (problem) => {
      // What comes in after the end is refused, as it has to be.
      if (!database.connection.isOpen) return;
      if (problem === null) log.info('The database takes data again');
      else log.error('The database failed', { reason: String(problem) });
      state.changed();
    },
  });
  const bufferedInbox = createInbox({ connection: database.connection, reportUnreadableRow });
  const inbox = storage.inbox(bufferedInbox);
  const calls = storage.calls(createCallRepository({ connection: database.connection, reportUnreadableRow }));
  let callRevision = 0;
  const publishCall = (call: Call) => {
    callRevision += 1;
    send('call:changed', { revision: callRevision, call, total: calls.count(call.profile) });
  };
  const journal = createCallJournal({ store: calls, own, publish: publishCall });
  const readEvent: ReadStoredEvent = (event) => readStoredEvent(event, settings().pbx.eventTimeZone);

  const pbx = createPbxClient({
    access: () => ({
      settings: settings().pbx,
      credentials: settings().mode === 'demo' ? demo.credentials : vault.read().pbx,
      ownListener: ownListener(),
    }),
    clock,
    // Either may miss it: bridges of containers have an address without any network behind them.
    hasNetwork: () => net.isOnline() && hasOutsideAddress(),
  });
  const monitor = createConnectionMonitor({
    pbx,
    clock,
    onChange: () => state.changed(),
    // After a change of network this computer may have another address, or have one at last.
    onReached: () => followNetwork(),
    onPing: ({ clockAheadMs }) => clockWatch.answered(clockAheadMs),
    onBug: (problem, incidentId) => logBug(log, 'The PBX could not be asked', { incidentId })(problem),
  });
  const checks = createConnectionChecks({
    pbx,
    observer: monitor.observer,
    publish: (found) => send('checks:changed', found),
    onBug: logBug(log, 'The connection could not be checked'),
  });
  const clockWatch = createClockWatch({
    clock,
    read: readEvent,
    zones: () => {
      const { eventTimeZone, reportTimeZone } = settings().pbx;
      return { used: eventTimeZone, others: ['UTC', reportTimeZone, Intl.DateTimeFormat().resolvedOptions().timeZone] };
    },
    onChange: () => state.changed(),
  });
  const followNetwork = () => {
    void listenerControl.apply().catch(logBug(log, 'The listener could not follow the network'));
  };
  const recordCallEvent = createRecordCallEvent({
    inbox,
    store: calls,
    journal,
    own,
    read: readEvent,
    onWorked: (stored, eventState) => {
      const event = readEvent(stored);
      pingRoundTrip.arrived(event);
      clockWatch.received(stored);
      send('event:received', toReceivedEvent(stored, event, eventState));
    },
    onBug: (stored, problem) => logBug(log, 'An event could not be worked on', { id: stored.id })(problem),
  });
  const listener = createListener({
    inbox,
    onStored: recordCallEvent.work,
    trunkApi: { answer: createAnswerTrunkQuestion({ store: calls, profile, clock }) },
    profile: () => listenerControl.profile(),
    clock,
    onStatus: () => {
      pingRoundTrip.listenerChanged();
      state.changed();
    },
    log,
  });
  const listenerControl = createListenerControl({
    listener,
    vault,
    settings,
    profile,
    pbxHost: () => hostOf(settings().pbx),
    pbxOrigin: () => originOf(settings().pbx),
    onChange: () => state.changed(),
  });
  const pingRoundTrip = createPingRoundTrip({ pbx, listener: () => listenerControl.status(), clock });
  const ownListener = () => {
    const { address, port } = listener.status();
    return address === null || port === null ? null : { host: new URL(address).hostname, port };
  };
  const settleSilentCalls = createSettleSilentCalls({
    pbx,
    store: calls,
    journal,
    profile,
    clock,
    runningSinceMs: startedAtMs,
    ownStatesArrive: () => listener.status().state === 'listening' && recordCallEvent.ownStatesArrive(clock()),
  });
  const resumeCalls = createResumeCalls({ store: calls, journal, clock });
  const originateRight = createOriginateRight({ clock, onChange: () => state.changed() });
  const originateCall = createOriginateCall({
    pbx: originateRight.watch(observeOriginate(pbx, monitor)),
    store: calls,
    journal,
    identity: () => settings().identity,
    profile,
    clock,
  });

  const underWay = createUnderWay();
  const dismissedCalls = createDismissedCalls();
  const choices = createAgentChoices({ clock, onChange: () => state.changed() });

  let provisioning: AppState['provisioning'] = null;
  const state = createAppState({
    collect: () => ({
      app: {
        version: app.getVersion(),
        electron: process.versions.electron,
        chrome: process.versions.chrome,
        node: process.versions.node,
        platform: process.platform,
        startedAtMs,
      },
      settings: settingsStore.read(),
      effective: settings(),
      credentials: vault.status(),
      pbx: monitor.status(),
      callsDenied: originateRight.denied(),
      listener: listenerControl.status(),
      provisioning,
      storageFailed: storage.failed(),
      clock: clockWatch.problem(),
      dismissedCalls: dismissedCalls.list(),
      ...choices.read(),
      compactOpen: options.shell.isCompactOpen(),
    }),
    publish: (snapshot) => send('state:changed', snapshot),
  });

  const following = createFollowSettings({
    store: settingsStore,
    vault,
    demo,
    effective: settings,
    profile,
    monitor,
    originateRight,
    checks,
    clockWatch,
    pingRoundTrip,
    listener: listenerControl,
    onProfile: (entered) => {
      resumeCalls(entered);
      recordCallEvent.workLeftOver();
    },
    onSettings: options.onSettings,
    onChange: state.changed,
  });

  registerRouter({
    ipcMain: options.ipcMain,
    isTrusted: options.isTrusted,
    log,
    handlers: createHandlers({
      pbx,
      calls,
      calledNumbers: storage.calledNumbers(createCalledNumbers({ connection: database.connection, clock })),
      inbox,
      readEvent,
      originateCall: async (intent) => {
        const answer = await underWay.add(originateCall(intent));
        choices.noteAnswer(answer);
        return answer;
      },
      settingsStore,
      settingsChanges,
      vault,
      checks,
      pingRoundTrip,
      monitor,
      listener: listenerControl,
      profile,
      snapshot: state.snapshot,
      settle: following.settle,
      dismissCall: (id) => {
        dismissedCalls.add(id);
        state.changed();
      },
      choices,
      copyText: (text) => clipboard.writeText(text),
      shell: options.shell,
    }),
  });

  const work = () => {
    recordCallEvent.workPutOff();
    underWay.add(settleSilentCalls.settleDue()).catch(logBug(log, 'Silent calls could not be settled'));
  };
  let stopping = false;
  let settleTimer: NodeJS.Timeout | null = null;
  let stopPruning: (() => void) | null = null;
  // The computer may wake up in another network, and timers stood still.
  const onResume = () => {
    if (stopping || settings().mode === 'unset') return;
    void monitor.check();
    followNetwork();
  };
  return {
    log,
    windowMemory: createWindowMemory(openJsonFile(options.userDataDir, 'window', log), log),
    settings,
    windowsChanged: () => state.changed(),
    async start() {
      if (options.provisioningFile !== null) {
        provisioning = applyProvisioningFile(options.provisioningFile, { apply: settingsChanges.provision, log });
      }
      settleTimer = setInterval(work, settlePeriodMs);
      stopPruning = startPruning(database.connection, clock);
      powerMonitor.on('resume', onResume);
      await following.settle();
    },
    async stop() {
      stopping = true;
      following.stop();
      powerMonitor.off('resume', onResume);
      if (settleTimer !== null) clearInterval(settleTimer);
      stopPruning?.();
      monitor.stop();
      checks.reset();
      // What became of a call that is being placed is written down, if the PBX says so in time.
      await underWay.finished(longestFarewellMs);
      await listenerControl.stop();
      await demo.stop();
      try {
        bufferedInbox.flush();
      } finally {
        database.close();
      }
    },
  };
}
