import type { RescueReport } from '../../shared/ipc/keeping-contract.ts';
import { unlessFailing } from '../calls/ports.ts';
import { isUnreachable } from '../desk/connection-monitor.ts';
import { createBackfill } from '../history-backfill/backfill.ts';
import { createRecordJoin } from '../history-backfill/join-records.ts';
import { createOthersReading } from '../history-backfill/read-others.ts';
import { createReportReader } from '../history-backfill/read-reports.ts';
import { beatMs, createWatchedTime } from '../history-backfill/watched-time.ts';
import { logBug } from '../logging/log-bug.ts';
import { createHistoryGaps } from '../storage/history-gaps.ts';
import { othersTurn } from '../storage/others-turn.ts';
import type { Foundation } from './foundation.ts';
import type { WiredCalls } from './wire-calls.ts';
import type { WiredEvents } from './wire-events.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredPbx } from './wire-pbx.ts';
import type { WiredSettings } from './wire-settings.ts';

/** Which times nobody listened in, and how their calls come into the history nevertheless. */
export function wireBackfill(
  { clock, log, send }: Foundation,
  { effective, profile, own, allProfiles }: WiredSettings,
  { connection, watch, reportUnreadableRow, calls: store, inbox, journal, missed, othersCalls }: WiredHistory,
  pbx: WiredPbx,
  events: WiredEvents,
  calls: WiredCalls,
  /** Which calls are missing since the database was replaced; null: it was not. */
  missing: RescueReport['missing'] | null,
) {
  const gaps = watch.historyGaps(createHistoryGaps({ connection, reportUnreadableRow }));
  const watched = createWatchedTime({
    gaps,
    profile,
    hears: () => events.hearing() && events.listener.profile() === profile() && !isUnreachable(pbx.monitor.status()),
    clock,
  });
  // Before anybody notes that there is somebody who listens now.
  if (missing !== null) unlessFailing(undefined, () => allProfiles().map((of) => watched.lost(of, missing)));
  const reader = createReportReader({ pbx: pbx.client, callsPlaced: calls.placed, sleep });
  let revision = 0;
  const status = () => ({ revision, ...backfill.status() });
  const backfill = createBackfill({
    gaps,
    watched,
    reader,
    join: (of) => createRecordJoin({ store, journal, intake: events.reports, profile: of, inUse: profile, othersTurn }),
    others: (of) =>
      createOthersReading({
        ...of,
        reader,
        waiting: () => missed.list(false),
        isOwn: (found) => events.reports.callOf(found) !== null,
        known: events.othersKnown,
        keep: {
          note(...told) {
            othersCalls.note(...told);
            missed.changed();
          },
        },
        clock,
      }),
    own,
    ready: () => effective().mode !== 'unset',
    lastEventAtMs: (of) => inbox.listRecent(of, 1)[0]?.receivedAtMs ?? null,
    clock,
    onChange() {
      revision += 1;
      send('backfill:changed', status());
    },
    onBug: logBug(log, 'Calls could not be fetched from the PBX'),
  });
  const beat = () => {
    if (effective().mode !== 'unset' && unlessFailing(false, watched.beat)) backfill.start('listening');
  };
  let timer: NodeJS.Timeout | null = null;
  return {
    status,
    ask: () => backfill.start('asked'),
    cancel: backfill.cancel,
    happened: backfill.start,
    /** The PBX answers; `cameBack`: it could not be asked before. */
    reached(cameBack: boolean) {
      if (cameBack || status().gaps.some(({ reason }) => reason === 'unreachable')) backfill.start('reached');
    },
    profileChanged() {
      backfill.profileChanged();
      beat();
    },
    start() {
      timer = setInterval(beat, beatMs);
      backfill.start('start');
    },
    async stop() {
      if (timer !== null) clearInterval(timer);
      // Until this very moment.
      if (effective().mode !== 'unset') unlessFailing(false, watched.beat);
      await backfill.stop();
    },
  };
}

export type WiredBackfill = ReturnType<typeof wireBackfill>;

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
