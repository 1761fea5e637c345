import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { LinkProgram } from '../../shared/ipc/links-contract.ts';
import { bytesFree } from '../diagnostics/bytes-free.ts';
import { createDoctor } from '../diagnostics/doctor.ts';
import { createLogReader } from '../diagnostics/read-log.ts';
import type { DiagnosticsDesk } from '../ipc/diagnostics-handlers.ts';
import { logBug } from '../logging/log-bug.ts';
import type { Foundation } from './foundation.ts';
import type { WiredEvents } from './wire-events.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredKeeping } from './wire-keeping.ts';
import type { WiredPbx } from './wire-pbx.ts';
import type { WiredSettings } from './wire-settings.ts';

/** The set-up doctor and what reads the log: they ask the other parts and change nothing. */
export function wireDiagnostics(
  { clock, log, send }: Foundation,
  parts: {
    readonly settings: WiredSettings;
    readonly history: WiredHistory;
    readonly pbx: WiredPbx;
    readonly events: WiredEvents;
    readonly keeping: WiredKeeping;
  },
  around: {
    readonly snapshot: () => AppState;
    readonly links: () => Promise<readonly LinkProgram[]>;
    readonly folder: string;
    readonly redact: (text: string) => string;
    readonly hideSecrets: (text: string) => string;
  },
): DiagnosticsDesk {
  const { settings, history, pbx, events, keeping } = parts;
  const doctor = createDoctor({
    checksFor: pbx.checksFor,
    pingRoundTrip: events.pingRoundTrip,
    links: around.links,
    bytesFree: () => bytesFree(around.folder),
    known: () => ({
      snapshot: around.snapshot(),
      callAcceptedAtMs: pbx.originateRight.acceptedAtMs(),
      earlierEventAtMs: history.inbox.listRecent(settings.profile(), 1)[0]?.receivedAtMs ?? null,
      times: {
        ...events.clockWatch.seen(),
        problem: events.clockWatch.problem(),
        zone: settings.effective().pbx.eventTimeZone,
      },
      usedBytes: keeping.desk.keeper.read().bytes,
    }),
    clock,
    publish: (run) => send('doctor:changed', run),
    onBug: logBug(log, 'The set-up could not be examined'),
  });
  return { doctor, logReader: createLogReader(around.folder, around.hideSecrets), redact: around.redact };
}
