import { writeRulesFile } from '../../shared/domain/dial-rules/rules-file.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { Notice } from '../../shared/ipc/notices-contract.ts';
import { fail, succeed } from '../../shared/result.ts';
import type { AfterCall } from '../after-call/after-call.ts';
import type { DialPlanner } from '../calls/dial-plan.ts';
import type { OriginateCall } from '../calls/originate-call.ts';
import type { CalledNumbers, CallStore, Inbox, Pbx, ReadStoredEvent } from '../calls/ports.ts';
import type { AgentChoices } from '../desk/agent-choices.ts';
import type { ConnectionChecker } from '../desk/connection-checks.ts';
import type { ConnectionMonitor } from '../desk/connection-monitor.ts';
import type { KeptElsewhere } from '../desk/kept-elsewhere.ts';
import { generateCredentials, type ListenerControl } from '../desk/listener-control.ts';
import type { PingRoundTripCheck } from '../desk/ping-round-trip.ts';
import type { ProfileChanges } from '../desk/profile-changes.ts';
import type { QuickDial } from '../desk/quick-dial.ts';
import type { ScreenPop } from '../desk/screen-pop.ts';
import type { SettingsChanges } from '../desk/settings-changes.ts';
import type { HistoryExport } from '../history-export/export-desk.ts';
import type { AskedCalls } from '../links/asked-calls.ts';
import type { Log } from '../logging/log.ts';
import type { RecordingDesk } from '../recordings/recording-desk.ts';
import type { GlobalHotkeys } from '../shell/global-hotkeys.ts';
import type { LinkPrograms } from '../shell/protocol-links/link-programs.ts';
import type { WindowControl } from '../shell/window-control.ts';
import type { ContactBook } from '../storage/contacts/contact-book.ts';
import type { CredentialVault } from '../storage/credential-vault.ts';
import type { SavedFilters } from '../storage/saved-filters.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { UpdateDesk } from '../updates/update-desk.ts';
import { createAfterCallHandlers } from './after-call-handlers.ts';
import { type BackfillDesk, createBackfillHandlers } from './backfill-handlers.ts';
import { createContactHandlers } from './contact-handlers.ts';
import { createDiagnosticsHandlers, type DiagnosticsDesk } from './diagnostics-handlers.ts';
import { createDirectoryHandlers, type DirectoryDesk } from './directory-handlers.ts';
import { createExchangeHandlers, type Exchange } from './exchange-handlers.ts';
import { createHistoryExportHandlers } from './history-export-handlers.ts';
import { createHistoryHandlers, type HistoryDesk } from './history-handlers.ts';
import { createKeepingHandlers, type KeepingDesk } from './keeping-handlers.ts';
import { createLinkHandlers } from './link-handlers.ts';
import { createMissedHandlers, type MissedDesk } from './missed-handlers.ts';
import { createNoticesHandlers } from './notices-handlers.ts';
import { createNumbersHandlers, type NumbersDesk } from './numbers-handlers.ts';
import { createProfileHandlers } from './profile-handlers.ts';
import { createQuickDialHandlers } from './quick-dial-handlers.ts';
import { toReceivedEvent } from './received-event.ts';
import { createRecordingHandlers } from './recording-handlers.ts';
import type { Handlers } from './router.ts';
import { createSavedFiltersHandlers } from './saved-filters-handlers.ts';
import { createScreenPopHandlers } from './screen-pop-handlers.ts';
import { createUpdateHandlers } from './update-handlers.ts';
import { createWindowHandlers } from './window-handlers.ts';

/** What each request of the window does; short, since the work is done by use cases and the desk. */
export function createHandlers(deps: {
  readonly pbx: Pbx;
  readonly calls: CallStore;
  readonly calledNumbers: CalledNumbers;
  readonly history: HistoryDesk;
  readonly savedFilters: SavedFilters;
  readonly historyExport: HistoryExport;
  readonly backfill: BackfillDesk;
  readonly numbers: NumbersDesk;
  readonly readNotices: () => Promise<readonly Notice[]>;
  readonly contacts: ContactBook;
  readonly afterCall: AfterCall;
  readonly exchange: Exchange;
  readonly keeping: KeepingDesk;
  readonly diagnostics: DiagnosticsDesk;
  readonly updates: Pick<UpdateDesk, 'check'>;
  readonly directory: DirectoryDesk;
  readonly recordings: RecordingDesk;
  readonly inbox: Inbox;
  readonly readEvent: ReadStoredEvent;
  readonly originateCall: OriginateCall;
  readonly planner: DialPlanner;
  readonly settingsStore: SettingsStore;
  readonly settingsChanges: SettingsChanges;
  readonly keptElsewhere: KeptElsewhere;
  readonly vault: CredentialVault;
  readonly checks: ConnectionChecker;
  readonly pingRoundTrip: PingRoundTripCheck;
  readonly monitor: Pick<ConnectionMonitor, 'check' | 'refreshSoon'>;
  readonly listener: ListenerControl;
  readonly profile: () => string;
  readonly profileChanges: ProfileChanges;
  readonly snapshot: () => AppState;
  /** Brings everything in line after settings or credentials changed. */
  readonly settle: () => Promise<void>;
  readonly missed: MissedDesk;
  readonly dismissCall: (id: string) => void;
  readonly choices: Pick<AgentChoices, 'chooseCall' | 'chooseTrunk'>;
  readonly log: Log;
  readonly copyText: (text: string) => void | Promise<void>;
  readonly asked: AskedCalls;
  readonly linkPrograms: LinkPrograms;
  readonly screenPop: ScreenPop;
  readonly shell: WindowControl;
  readonly quickDial: QuickDial;
  readonly notPlaced: (destination: string, error: DialerError) => void;
  readonly hotkeys: Pick<GlobalHotkeys, 'pause' | 'listen'>;
}): Handlers {
  const settled = async <T extends { readonly ok: boolean }>(result: T): Promise<T> => {
    if (result.ok) await deps.settle();
    return result;
  };
  return {
    'app:snapshot': () => succeed(deps.snapshot()),
    'settings:update': (patch) => settled(deps.settingsChanges.update(patch)),
    'credentials:save': ({ user, password, token }) =>
      settled(
        deps.settingsChanges.saveCredentials({
          ...(user === undefined ? {} : { user }),
          ...(password === undefined ? {} : { password }),
          ...(token === undefined ? {} : { token }),
        }),
      ),
    'credentials:allow-unprotected': ({ allowed }) => settled(deps.keptElsewhere.allowUnprotected(allowed)),
    'pbx:check': async () => {
      await deps.monitor.check();
      return succeed({});
    },
    'checks:start': () => {
      deps.checks.start();
      return succeed({});
    },
    'pbx:read-certificate': async () => {
      const answer = await deps.pbx.readCertificate();
      if (!answer.ok) return answer;
      const { pem: _pem, ...facts } = answer.value;
      return succeed(facts);
    },
    // Read anew, so that exactly what the person compared is what gets trusted.
    'pbx:trust-certificate': async ({ fingerprint256 }) => {
      const { address } = deps.settingsStore.read().pbx;
      const answer = await deps.pbx.readCertificate();
      if (!answer.ok) return answer;
      // Nor is it trusted for an address that was set while it was read.
      const moved = deps.settingsStore.read().pbx.address !== address;
      if (moved || answer.value.fingerprint256 !== fingerprint256) {
        return fail({
          code: 'pbx-certificate-changed',
          host: answer.value.host,
          expectedFingerprint256: fingerprint256,
        });
      }
      const { pem, subject } = answer.value;
      const pinned = deps.settingsStore.update({ pbx: { pinnedCertificate: { fingerprint256, pem, subject } } });
      return pinned.ok ? settled(succeed({})) : pinned;
    },
    'pbx:list-trunks': () => deps.pbx.listTrunks(),
    'call:originate': (intent) => deps.originateCall(intent),
    'call:plan': (wish) => {
      // So that what is said before Enter is true at Enter.
      deps.monitor.refreshSoon();
      deps.pbx.approach();
      return deps.planner.answer(wish);
    },
    'call:call-myself': () => deps.originateCall({ destination: null, trunkName: null }),
    'call:list': ({ before, limit }) => {
      const profile = deps.profile();
      return succeed({ calls: deps.calls.list(profile, before, limit), total: deps.calls.count(profile) });
    },
    'call:suggest': (query) => succeed(deps.calledNumbers.find({ profile: deps.profile(), ...query })),
    'call:dismiss': ({ id }) => {
      deps.dismissCall(id);
      return succeed({});
    },
    'call:choose': ({ id }) => {
      deps.choices.chooseCall(id);
      return succeed({});
    },
    'call:choose-trunk': ({ name }) => {
      deps.choices.chooseTrunk(name);
      return succeed({});
    },
    'listener:reveal-set-up': () => {
      const { address } = deps.listener.status();
      const credentials = deps.listener.credentials();
      if (address === null || credentials === null) return fail({ code: 'not-found' });
      return succeed({ address, ...credentials, trunkApiAddress: `${address}/trunk-api` });
    },
    'listener:save-credentials': ({ user, password }) => {
      const made = generateCredentials();
      return settled(
        deps.settingsChanges.saveListenerCredentials({
          user: user ?? made.user,
          password: password ?? made.password,
        }),
      );
    },
    'listener:retry': async () => {
      await deps.listener.retry();
      return succeed({});
    },
    'listener:ping-round-trip': () => deps.pingRoundTrip.run(),
    'listener:recent-events': ({ limit }) =>
      succeed(
        deps.inbox.listRecent(deps.profile(), limit).map((stored) => toReceivedEvent(stored, deps.readEvent(stored))),
      ),
    'dial-rules:copy': async () => {
      await deps.copyText(writeRulesFile(deps.settingsStore.read().dialRules.rules));
      return succeed({});
    },
    'demo:start': () => settled(deps.settingsChanges.setMode('demo')),
    'demo:leave': () => settled(deps.settingsChanges.leaveDemo()),
    ...createProfileHandlers(deps.profileChanges, settled),
    ...createHistoryHandlers(deps.history),
    ...createSavedFiltersHandlers(deps.savedFilters),
    ...createMissedHandlers(deps.missed),
    ...createHistoryExportHandlers(deps.historyExport),
    ...createRecordingHandlers(deps.recordings),
    ...createBackfillHandlers(deps.backfill),
    ...createAfterCallHandlers(deps.afterCall),
    ...createNumbersHandlers(deps.numbers),
    ...createNoticesHandlers(deps.readNotices),
    ...createContactHandlers(deps.contacts, deps.profile),
    ...createExchangeHandlers(deps.exchange),
    ...createKeepingHandlers(deps.keeping),
    ...createDiagnosticsHandlers(deps.diagnostics, deps.copyText),
    ...createUpdateHandlers(deps.updates),
    ...createDirectoryHandlers(deps.directory),
    ...createLinkHandlers(deps.asked, deps.linkPrograms),
    ...createScreenPopHandlers(deps.screenPop),
    ...createWindowHandlers(deps.shell, deps.keptElsewhere.startWithSystem, deps.copyText, deps.log),
    ...createQuickDialHandlers(deps),
  };
}
