import { powerMonitor } from 'electron';
import type { FollowSettings } from '../desk/follow-settings.ts';
import { watchNetwork } from '../desk/network-watch.ts';
import type { HistoryExport } from '../history-export/export-desk.ts';
import type { Exchange } from '../ipc/exchange-handlers.ts';
import type { WiredAfterCall } from './wire-after-call.ts';
import type { WiredBackfill } from './wire-backfill.ts';
import type { WiredCalls } from './wire-calls.ts';
import type { WiredContacts } from './wire-contacts.ts';
import type { WiredDirectory } from './wire-directory.ts';
import type { WiredEvents } from './wire-events.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredKeeping } from './wire-keeping.ts';
import type { WiredNotifications } from './wire-notifications.ts';
import type { WiredPbx } from './wire-pbx.ts';
import type { WiredRecordings } from './wire-recordings.ts';
import type { WiredScreenPop } from './wire-screen-pop.ts';
import type { WiredSettings } from './wire-settings.ts';
import type { WiredTray } from './wire-tray.ts';
import type { WiredUpdates } from './wire-updates.ts';

const settlePeriodMs = 1000;

/** What runs from the start to the end, and the order in which all of it ends. */
export function wireLifecycle(parts: {
  readonly settings: WiredSettings;
  readonly history: WiredHistory;
  readonly keeping: WiredKeeping;
  readonly contacts: WiredContacts;
  readonly exchange: Exchange;
  readonly historyExport: HistoryExport;
  readonly directory: WiredDirectory;
  readonly recordings: WiredRecordings;
  readonly pbx: WiredPbx;
  readonly events: WiredEvents;
  readonly calls: WiredCalls;
  readonly backfill: WiredBackfill;
  readonly tray: WiredTray;
  readonly screenPop: WiredScreenPop;
  readonly afterCall: WiredAfterCall;
  readonly notifications: WiredNotifications;
  readonly following: FollowSettings;
  readonly updates: WiredUpdates;
}) {
  const { settings, history, keeping, contacts, exchange, historyExport, directory, recordings } = parts;
  const { pbx, events, calls, tray } = parts;
  const { backfill, screenPop, afterCall, notifications, following, updates } = parts;
  let stopping = false;
  let settleTimer: NodeJS.Timeout | null = null;
  let stopTidying: (() => void) | null = null;
  let stopWatching: (() => void) | null = null;
  const work = () => {
    events.record.workPutOff();
    calls.settleSilent();
  };
  // The computer may wake up in another network, and timers stood still; or it was carried into one.
  const lookAgain = (occasion: 'woke' | 'network') => {
    if (stopping || settings.effective().mode === 'unset') return;
    void pbx.monitor.check();
    events.followNetwork();
    backfill.happened(occasion);
  };
  const woke = () => lookAgain('woke');
  // Timers stood still meanwhile.
  const lookForDue = () => afterCall.followUps.look();
  return {
    async start(): Promise<void> {
      // First: a version in which anything else of this fails or hangs can still be brought up to date.
      updates.start();
      settleTimer = setInterval(work, settlePeriodMs);
      stopTidying = history.startTidying();
      keeping.start();
      contacts.start();
      powerMonitor.on('resume', woke);
      powerMonitor.on('resume', lookForDue);
      stopWatching = watchNetwork(() => lookAgain('network'));
      await following.settle();
      // Now that somebody listens, unless the end came meanwhile.
      if (!stopping) backfill.start();
    },
    async stop(): Promise<void> {
      stopping = true;
      // While the calls can still be read.
      updates.stop();
      following.stop();
      powerMonitor.off('resume', woke);
      powerMonitor.off('resume', lookForDue);
      stopWatching?.();
      if (settleTimer !== null) clearInterval(settleTimer);
      stopTidying?.();
      keeping.stop();
      history.missed.stop();
      directory.stop();
      tray.watch.stop();
      screenPop.stop();
      afterCall.followUps.stop();
      notifications.stop();
      pbx.monitor.stop();
      pbx.checks.reset();
      await exchange.desk.stop();
      await historyExport.stop();
      await recordings.desk.stop();
      await backfill.stop();
      await calls.farewell();
      await events.listener.stop();
      events.queue.stop();
      await settings.demo.stop();
      history.close();
    },
  };
}
