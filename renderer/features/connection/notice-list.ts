import type { DialerError } from '../../../shared/errors.ts';
import { hotkeyActions } from '../../../shared/hotkeys/hotkey.ts';
import type { AppState } from '../../../shared/ipc/app-state-schema.ts';
import type { RescueReport, StorageProblem } from '../../../shared/ipc/keeping-contract.ts';
import type { HotkeyState } from '../../../shared/ipc/quick-dial-contract.ts';
import type { UpdateProblem } from '../../../shared/ipc/updates-contract.ts';

export type Notice =
  | { readonly kind: 'storage-failed' | 'storage-full' | 'storage-read-only' | 'storage-damaged' }
  | {
      readonly kind: 'rescued' | 'rescued-empty' | 'restored' | 'mended' | 'journal-gone';
      readonly rescue: RescueReport;
    }
  | { readonly kind: 'backup-no-room' | 'backup-failed' }
  | { readonly kind: 'own-number-not-taken' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'secrets-locked' }
  | { readonly kind: 'credentials-missing'; readonly error: DialerError }
  | { readonly kind: 'pbx-ahead' | 'pbx-behind'; readonly ms: number }
  | { readonly kind: 'events-ahead' | 'events-behind'; readonly ms: number }
  | { readonly kind: 'port-in-use' | 'port-forbidden'; readonly port: number }
  | { readonly kind: 'listener-failed'; readonly port: number; readonly problem: string }
  | { readonly kind: 'address-missing' }
  | { readonly kind: 'event-credentials-missing' }
  | { readonly kind: 'zone-wrong'; readonly ms: number; readonly zone: string }
  | { readonly kind: 'zone-known'; readonly ms: number; readonly zone: string; readonly rightZone: string }
  | { readonly kind: 'set-up-file'; readonly error: DialerError }
  | {
      readonly kind:
        | 'secret-file-not-read'
        | 'secret-file-not-kept'
        | 'secret-file-not-used'
        | 'secret-file-not-removed';
      readonly file: string;
      readonly fileReason: string;
    }
  | { readonly kind: 'pages-not-opened'; readonly count: number; readonly error: DialerError }
  | { readonly kind: 'hotkeys-missing'; readonly hotkeys: readonly string[] }
  | { readonly kind: 'secrets-memory' }
  | { readonly kind: 'notifications-failed' }
  | { readonly kind: 'kept-in-tray' }
  | { readonly kind: 'update-not-installed'; readonly version: string; readonly updateProblem: UpdateProblem }
  | { readonly kind: 'update-ready'; readonly version: string };

export type NoticeKind = Notice['kind'];

/** Told once, they need not stand there: nothing is lost by not seeing them. */
const toldOnce: readonly NoticeKind[] = [
  'backup-no-room',
  'backup-failed',
  'set-up-file',
  'secret-file-not-read',
  'secret-file-not-kept',
  'secret-file-not-used',
  'secret-file-not-removed',
  'hotkeys-missing',
  'secrets-memory',
  'notifications-failed',
  'kept-in-tray',
  'update-not-installed',
  'update-ready',
];

export function isToldOnce(kind: NoticeKind): boolean {
  return toldOnce.includes(kind);
}

/** What is wrong with the program as a whole, gravest first: what keeps calls from being placed, then from being seen. */
export function noticesOf(state: AppState, closed: ReadonlySet<string>): readonly Notice[] {
  const connected = state.settings.mode === 'simotel';
  const notices: Notice[] = [];
  const { storage, rescue, backup } = state.keeping;
  if (storage !== null) notices.push({ kind: storageKinds[storage] });
  if (rescue !== null) notices.push({ kind: rescueKind(rescue), rescue });
  if (connected && state.settings.identity.caller === '' && state.settingsNotTaken.includes('identity.caller')) {
    notices.push({ kind: 'own-number-not-taken' });
  }
  if (connected) notices.push(...pbxNotices(state));
  notices.push(...clockNotices(state));
  const unheard = listenerNotice(state.listener, state.effective.listener.port);
  // Without a network there is no address either, and that is said already.
  const offline = notices.some(({ kind }) => kind === 'offline');
  if (unheard !== null && !(offline && unheard.kind === 'address-missing')) notices.push(unheard);
  if (state.pagesNotOpened !== null) {
    const { count, error } = state.pagesNotOpened;
    notices.push({ kind: 'pages-not-opened', count, error });
  }
  // Damage is told by itself.
  if (backup !== null && backup.problem !== 'damaged') {
    notices.push({ kind: backup.problem === 'no-room' ? 'backup-no-room' : 'backup-failed' });
  }
  const setUpError = setUpFileError(state);
  if (setUpError !== null) notices.push({ kind: 'set-up-file', error: setUpError });
  notices.push(...secretFileNotices(state));
  const missing = missingHotkeys(state);
  if (missing.length > 0) notices.push({ kind: 'hotkeys-missing', hotkeys: missing });
  if (connected && state.credentials.protection === 'memory' && hasSecret(state)) {
    notices.push({ kind: 'secrets-memory' });
  }
  if (state.keptInTray) notices.push({ kind: 'kept-in-tray' });
  if (state.notificationsFailed) notices.push({ kind: 'notifications-failed' });
  if (state.updateNotInstalled !== null) {
    const { version, problem } = state.updateNotInstalled;
    notices.push({ kind: 'update-not-installed', version, updateProblem: problem });
  }
  if (state.updates.state === 'ready') notices.push({ kind: 'update-ready', version: state.updates.version });
  return notices.filter(({ kind }) => !(isToldOnce(kind) && closed.has(kind)));
}

/** What kept an administrator's file from being applied; the one for the whole computer first. */
export function setUpFileError({ managed, provisioning }: AppState): DialerError | null {
  return managed.error ?? (provisioning?.state === 'failed' ? provisioning.error : null);
}

function secretFileNotices({ managed }: AppState): readonly Notice[] {
  return managed.secretFiles.slice(0, 1).map(({ file, problem, reason }) => ({
    kind: problem === 'not-kept' && reason === 'not-stored' ? 'secret-file-not-used' : `secret-file-${problem}`,
    file,
    fileReason: reason,
  }));
}

const storageKinds = {
  full: 'storage-full',
  'read-only': 'storage-read-only',
  damaged: 'storage-damaged',
  busy: 'storage-failed',
  'disk-error': 'storage-failed',
  other: 'storage-failed',
} as const satisfies Record<StorageProblem, NoticeKind>;

function rescueKind({ cause, backupAtMs }: RescueReport) {
  if (cause === 'asked') return 'restored';
  if (cause === 'journal-gone') return cause;
  if (cause === 'search-damaged') return 'mended';
  return backupAtMs === null ? 'rescued-empty' : 'rescued';
}

function pbxNotices({ pbx, credentials }: AppState): readonly Notice[] {
  const error = pbx.state === 'failed' ? pbx.error : null;
  if (error?.code === 'computer-offline') return [{ kind: 'offline' }];
  if (credentials.locked) return [{ kind: 'secrets-locked' }];
  return error?.code === 'pbx-credentials-missing' ? [{ kind: 'credentials-missing', error }] : [];
}

function clockNotices({ clock, effective }: AppState): readonly Notice[] {
  if (clock === null) return [];
  if (clock.problem === 'clocks-differ') {
    return [{ kind: clock.pbxAheadMs > 0 ? 'pbx-ahead' : 'pbx-behind', ms: Math.abs(clock.pbxAheadMs) }];
  }
  const ms = Math.abs(clock.eventsAheadMs);
  if (clock.problem === 'event-clock') {
    return [{ kind: clock.eventsAheadMs > 0 ? 'events-ahead' : 'events-behind', ms }];
  }
  const zone = effective.pbx.eventTimeZone;
  return clock.rightZone === null
    ? [{ kind: 'zone-wrong', ms, zone }]
    : [{ kind: 'zone-known', ms, zone, rightZone: clock.rightZone }];
}

/** Chosen, and not to be had: whoever presses them wonders why nothing comes. */
function missingHotkeys({ settings, hotkeys }: AppState): readonly string[] {
  const notToBeHad: readonly HotkeyState[] = ['taken', 'withheld', 'same', 'harmful'];
  if (settings.mode === 'unset') return [];
  return hotkeyActions.filter((action) => notToBeHad.includes(hotkeys.states[action])).map((a) => settings.hotkeys[a]);
}

/** Why nothing can be received; null while it can, or is not meant to be. */
export function listenerNotice(listener: AppState['listener'], port: number): Notice | null {
  switch (listener.state) {
    case 'port-in-use':
      return { kind: 'port-in-use', port };
    case 'credentials-missing':
      return { kind: 'event-credentials-missing' };
    case 'failed':
      return listener.problem === 'EACCES'
        ? { kind: 'port-forbidden', port }
        : { kind: 'listener-failed', port, problem: listener.problem ?? '?' };
    case 'address-missing':
      return { kind: 'address-missing' };
    default:
      return null;
  }
}

function hasSecret({ credentials }: AppState): boolean {
  return credentials.hasUser || credentials.hasPassword || credentials.hasToken;
}
