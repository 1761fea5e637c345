import { app } from 'electron';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import { createAppState } from '../desk/app-state.ts';
import type { Foundation } from './foundation.ts';
import type { WiredCalls } from './wire-calls.ts';
import type { WiredEvents } from './wire-events.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredPbx } from './wire-pbx.ts';
import type { WiredSettings } from './wire-settings.ts';

/** The snapshot that every window shows, collected from all parts. */
export function wireState(
  { startedAtMs, send }: Foundation,
  parts: {
    readonly settings: WiredSettings;
    readonly history: WiredHistory;
    readonly pbx: WiredPbx;
    readonly events: WiredEvents;
    readonly calls: WiredCalls;
    readonly provisioning: () => AppState['provisioning'];
    readonly asked: () => AppState['asked'];
    readonly isCompactOpen: () => boolean;
    readonly hotkeys: () => AppState['hotkeys'];
  },
) {
  const { settings, history, pbx, events, calls } = parts;
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
      effective: settings.effective(),
      credentials: settings.vault.status(),
      pbx: pbx.monitor.status(),
      callsDenied: pbx.originateRight.denied(),
      listener: events.listener.status(),
      provisioning: parts.provisioning(),
      storageFailed: history.failed(),
      clock: events.clockWatch.problem(),
      dismissedCalls: calls.dismissed(),
      ...calls.choices.read(),
      asked: parts.asked(),
      compactOpen: parts.isCompactOpen(),
      hotkeys: parts.hotkeys(),
    }),
    publish: (snapshot) => send('state:changed', snapshot),
  });
}
