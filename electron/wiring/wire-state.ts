import { app } from 'electron';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import { createAppState } from '../desk/app-state.ts';
import type { Foundation } from './foundation.ts';
import type { WiredAfterCall } from './wire-after-call.ts';
import type { WiredCalls } from './wire-calls.ts';
import type { WiredEvents } from './wire-events.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredPbx } from './wire-pbx.ts';
import type { WiredScreenPop } from './wire-screen-pop.ts';
import type { WiredSettings } from './wire-settings.ts';
import type { WiredUpdates } from './wire-updates.ts';

/** The snapshot that every window shows, collected from all parts. */
export function wireState(
  { startedAtMs, send }: Foundation,
  parts: {
    readonly settings: WiredSettings;
    readonly history: WiredHistory;
    readonly pbx: WiredPbx;
    readonly events: WiredEvents;
    readonly calls: WiredCalls;
    readonly screenPop: WiredScreenPop;
    readonly keeping: () => AppState['keeping'];
    readonly updates: Pick<WiredUpdates, 'read' | 'notInstalled'>;
    readonly afterCall: WiredAfterCall;
    readonly provisioning: () => Pick<AppState, 'provisioning' | 'managed'>;
    readonly asked: () => AppState['asked'];
    readonly hotkeys: () => AppState['hotkeys'];
    /** What the windows and the desktop around them tell. */
    readonly shell: () => Pick<
      AppState,
      'compactOpen' | 'tray' | 'keptInTray' | 'startsWithSystem' | 'notificationsFailed'
    >;
    readonly onChange: () => void;
  },
) {
  const { settings, history, pbx, events, calls, screenPop, afterCall } = parts;
  return createAppState({
    collect: () => ({
      app: {
        version: app.getVersion(),
        electron: process.versions.electron,
        chrome: process.versions.chrome,
        node: process.versions.node,
        platform: process.platform,
        startedAtMs,
      },
      settings: settings.store.read(),
      settingsNotTaken: settings.store.notTaken(),
      effective: settings.effective(),
      credentials: settings.vault.status(),
      pbx: pbx.monitor.status(),
      callsDenied: pbx.originateRight.denied(),
      listener: events.listener.status(),
      ...parts.provisioning(),
      keeping: parts.keeping(),
      updates: parts.updates.read(),
      updateNotInstalled: parts.updates.notInstalled(),
      clock: events.clockWatch.problem(),
      watchedSinceMs: calls.watchedSinceMs(),
      dismissedCalls: calls.dismissed(),
      ...calls.choices.read(),
      asked: parts.asked(),
      hotkeys: parts.hotkeys(),
      missed: history.missed.read(),
      afterCall: afterCall.state(),
      ...parts.shell(),
      pagesNotOpened: screenPop.notOpened(),
    }),
    publish: (snapshot) => {
      send('state:changed', snapshot);
      parts.onChange();
    },
  });
}
