import type { Settings } from '../../shared/settings/schema.ts';
import type { CredentialVault } from '../storage/credential-vault.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { ClockWatch } from './clock-watch.ts';
import type { ConnectionChecker } from './connection-checks.ts';
import type { ConnectionMonitor } from './connection-monitor.ts';
import type { DemoMode } from './demo-mode.ts';
import { inTurn } from './in-turn.ts';
import type { ListenerControl } from './listener-control.ts';
import type { OriginateRight } from './originate-right.ts';

/** Brings everything that depends on settings and credentials in line with them. */
export interface FollowSettings {
  /** To be called after each change; resolves when all of it was followed. */
  settle(): Promise<void>;
  /** The program ends: nothing is started any more. */
  stop(): void;
}

export function createFollowSettings(deps: {
  readonly store: Pick<SettingsStore, 'read'>;
  readonly vault: Pick<CredentialVault, 'read' | 'status'>;
  readonly demo: Pick<DemoMode, 'start' | 'stop' | 'sendEventsTo'>;
  /** With what the demo puts in place of the stored ones. */
  readonly effective: () => Settings;
  readonly profile: () => string;
  readonly monitor: Pick<ConnectionMonitor, 'check' | 'reset'>;
  readonly originateRight: Pick<OriginateRight, 'reset'>;
  readonly checks: Pick<ConnectionChecker, 'reset'>;
  readonly doctor: { reset(): void };
  readonly clockWatch: Pick<ClockWatch, 'reset'>;
  readonly pingRoundTrip: { reset(): void };
  readonly listener: Pick<ListenerControl, 'apply' | 'status' | 'credentials'>;
  /** The calls in view are others now: the demo's, or those of another profile. */
  readonly onProfile: (profile: string) => void;
  /** Of each change, at once. */
  readonly onSettings: (settings: Settings) => void;
  readonly onChange: () => void;
}): FollowSettings {
  const { store, vault, demo, effective, monitor, listener } = deps;
  let access: string | null = null;
  let place: string | null = null;
  let listenerWish: string | null = null;
  let workedProfile: string | null = null;
  let toBeAsked = false;
  let stopping = false;

  // One at a time: two changes of the mode at once would leave a demo PBX behind, or none.
  const follow = inTurn(async () => {
    if (stopping) return;
    if (store.read().mode === 'demo') await demo.start();
    else await demo.stop();
    if (deps.profile() !== workedProfile) {
      workedProfile = deps.profile();
      deps.onProfile(workedProfile);
    }
    if (wishOfListener() !== listenerWish) {
      await listener.apply();
      // Read again: the listener may have made up its credentials.
      listenerWish = wishOfListener();
    }
    if (effective().mode === 'demo') pointDemoAtListener();
    if (toBeAsked) {
      toBeAsked = false;
      if (effective().mode !== 'unset' && !stopping) void monitor.check();
    }
    deps.onChange();
  });
  const wishOfListener = () =>
    JSON.stringify([
      deps.profile(),
      effective().mode,
      effective().pbx,
      effective().listener,
      store.read().otherProfiles.map(({ pbx }) => pbx.address),
      vault.read(),
      vault.status().protection,
    ]);
  const pointDemoAtListener = () => {
    const { address } = listener.status();
    const credentials = listener.credentials();
    demo.sendEventsTo(address === null || credentials === null ? null : { address, ...credentials });
  };

  return {
    /** What a person changed shows at once, whatever has to be looked up or started for it. */
    settle() {
      const settings = store.read();
      const nextAccess = accessOf(settings, vault.read().pbx);
      if (nextAccess !== access) {
        access = nextAccess;
        toBeAsked = true;
        // What was known of another PBX, or of this one with another account, says nothing now.
        monitor.reset();
        deps.originateRight.reset();
        deps.checks.reset();
        deps.doctor.reset();
        deps.pingRoundTrip.reset();
      }
      const nextPlace = placeOf(settings);
      if (nextPlace !== place) {
        place = nextPlace;
        // Whoever asks it, a PBX has the same clock.
        deps.clockWatch.reset();
      }
      deps.onSettings(effective());
      deps.onChange();
      return follow();
    },
    stop() {
      stopping = true;
    },
  };
}

/** Which PBX. The demo is always the same one. */
function placeOf({ mode, pbx }: Settings): string {
  return mode === 'demo' ? mode : JSON.stringify([mode, pbx.address]);
}

/** Which PBX, as whom, and how it is known to be the right one. How requests are worded and times are read is no part of it. */
function accessOf(settings: Settings, credentials: ReturnType<CredentialVault['read']>['pbx']): string {
  const { auth, pinnedCertificate, allowPlainHttp } = settings.pbx;
  if (settings.mode === 'demo') return settings.mode;
  const { id } = settings.profile;
  return JSON.stringify([id, placeOf(settings), auth, pinnedCertificate, allowPlainHttp, credentials]);
}
