import { net } from 'electron';
import type { ConnectionChecks } from '../../shared/ipc/check-schema.ts';
import type { PbxAccess } from '../calls/ports.ts';
import { createConnectionChecks } from '../desk/connection-checks.ts';
import { createConnectionMonitor } from '../desk/connection-monitor.ts';
import { observePbx } from '../desk/observe-pbx.ts';
import { createOriginateRight } from '../desk/originate-right.ts';
import { hasOutsideAddress } from '../desk/outside-address.ts';
import { logBug } from '../logging/log-bug.ts';
import { createPbxClient } from '../pbx/pbx-client.ts';
import type { Foundation } from './foundation.ts';
import type { WiredSettings } from './wire-settings.ts';

/** The way to the PBX, and what is known of it. */
export function wirePbx(
  { clock, log, send, changed }: Foundation,
  { effective, vault, demo }: WiredSettings,
  toEvents: {
    readonly ownListener: () => PbxAccess['ownListener'];
    readonly onReached: (cameBack: boolean) => void;
    readonly onPing: (clockAheadMs: number | null) => void;
  },
) {
  const unobserved = createPbxClient({
    access: () => ({
      settings: effective().pbx,
      credentials: effective().mode === 'demo' ? demo.credentials : vault.read().pbx,
      ownListener: toEvents.ownListener(),
    }),
    clock,
    // Either may miss it: bridges of containers have an address without any network behind them.
    hasNetwork: () => net.isOnline() && hasOutsideAddress(),
  });
  const monitor = createConnectionMonitor({
    pbx: unobserved,
    clock,
    onChange: changed,
    onReached: toEvents.onReached,
    onPing: ({ clockAheadMs }) => toEvents.onPing(clockAheadMs),
    onBug: (problem, incidentId) => logBug(log, 'The PBX could not be asked', { incidentId })(problem),
  });
  const checksFor = (publish: (found: ConnectionChecks | null) => void) =>
    createConnectionChecks({
      pbx: unobserved,
      observer: monitor.observer,
      publish,
      onBug: logBug(log, 'The connection could not be checked'),
    });
  const checks = checksFor((found) => send('checks:changed', found));
  const client = observePbx(unobserved, monitor);
  return { client, monitor, checks, checksFor, originateRight: createOriginateRight({ clock, onChange: changed }) };
}

export type WiredPbx = ReturnType<typeof wirePbx>;
