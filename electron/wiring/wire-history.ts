import type { Call } from '../../shared/domain/call.ts';
import { activeProfile, everyProfile, type HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import type { StorageProblem } from '../../shared/ipc/keeping-contract.ts';
import { createCallJournal } from '../calls/call-journal.ts';
import { countCalls } from '../calls/calls-of-profiles.ts';
import { StorageFailure } from '../calls/ports.ts';
import { createMissedWatch } from '../desk/missed-watch.ts';
import { createStorageWatch } from '../desk/storage-watch.ts';
import { readNumbers } from '../history-numbers/read-numbers.ts';
import type { HistoryDesk } from '../ipc/history-handlers.ts';
import type { NumbersDesk } from '../ipc/numbers-handlers.ts';
import { readRawEvents } from '../ipc/raw-event.ts';
import { logBug } from '../logging/log-bug.ts';
import { createCountCalls } from '../storage/calls/call-numbers.ts';
import { createCallRepository } from '../storage/calls/call-repository.ts';
import { createCallSearch } from '../storage/calls/call-search.ts';
import { createCallWork } from '../storage/calls/call-work.ts';
import { createCalledNumbers } from '../storage/calls/called-numbers.ts';
import { startJoining } from '../storage/calls/join-index.ts';
import { createEventsOfCall } from '../storage/events-of-call.ts';
import { createInbox } from '../storage/inbox.ts';
import type { KeptDatabase } from '../storage/keeping/open-kept.ts';
import { rewriteVersion } from '../storage/keeping/rewrite-version.ts';
import { createMissedCalls } from '../storage/missed/missed-calls.ts';
import { createMissedSigns } from '../storage/missed/missed-signs.ts';
import { noteRecentCalls } from '../storage/missed/note-recent-calls.ts';
import { createOthersCalls } from '../storage/missed/others-calls.ts';
import { startPruning } from '../storage/prune-inbox.ts';
import { storageProblem } from '../storage/storage-problem.ts';
import type { Foundation } from './foundation.ts';
import type { WiredSettings } from './wire-settings.ts';

/** What is kept of earlier calls is on the screen by then. */
const noteEarlierAfterMs = 2000;

/** What is written down: events as they came, and calls. */
export function wireHistory(
  { clock, log, send, changed, callChanged }: Foundation,
  { connection, close, cleanStop }: KeptDatabase,
  settings: WiredSettings,
  hideSecrets: (text: string) => string,
) {
  const reportUnreadableRow = (row: { readonly table: string; readonly id: string }) =>
    log.error('A stored row could not be read and was passed over', { ...row });
  let problem: StorageProblem | null = null;
  // Once damaged it stays so until it was mended, whatever else it still takes.
  let damaged = false;
  const noteDamage = () => {
    if (damaged) return;
    damaged = true;
    cleanStop.suspect();
    changed();
  };
  const watch = createStorageWatch({
    onChange: (refusal) => {
      // What comes in after the end is refused, as it has to be.
      if (!connection.isOpen) return;
      problem = refusal === null ? null : storageProblem(refusal);
      if (refusal === null) log.info('The database takes data again');
      else log.error('The database failed', { reason: String(refusal), problem });
      if (problem === 'damaged') noteDamage();
      changed();
    },
  });
  const bufferedInbox = createInbox({ connection, reportUnreadableRow });
  const signs = createMissedSigns({ connection, clock });
  const calls = watch.calls(createCallRepository({ connection, reportUnreadableRow, noteCall: signs.noteCall }));
  const missed = watch.missedCalls(createMissedCalls({ connection, clock, signs }));
  const missedWatch = createMissedWatch({
    missed,
    profile: settings.profile,
    onChange() {
      changed();
      send('missed:changed', {});
    },
  });
  const countryCode = () => settings.effective().identity.countryCode;
  const search = watch.callSearch(createCallSearch({ connection, missed, clock, countryCode, reportUnreadableRow }));
  const countInTime = watch.countCalls(createCountCalls(connection));
  const profilesFor = ({ profile = activeProfile }: HistoryFilter): readonly string[] => {
    if (profile === everyProfile) return settings.allProfiles();
    return [profile === activeProfile ? settings.profile() : profile];
  };
  const eventsOfCall = watch.eventsOfCall(createEventsOfCall({ connection, reportUnreadableRow }));
  let callRevision = 0;
  const publish = (call: Call) => {
    callRevision += 1;
    send('call:changed', {
      revision: callRevision,
      call,
      total: calls.count(call.profile),
      totalOfAll: countCalls(calls, settings.allProfiles()),
    });
    callChanged(call);
  };
  /** What calls say of numbers that called in vain, where that was not kept as they came. */
  const noteEarlier = () =>
    void noteRecentCalls({ connection, calls, signs, clock })
      .catch(logBug(log, 'The calls of the last days could not be looked through'))
      .finally(missedWatch.changed);
  return {
    inbox: watch.inbox({
      ...bufferedInbox,
      // The PBX is told 200 only for what can be read again.
      append: (event) => (damaged ? Promise.reject(new StorageFailure('damaged')) : bufferedInbox.append(event)),
    }),
    calls,
    calledNumbers: watch.calledNumbers(createCalledNumbers({ connection, clock })),
    missed: missedWatch,
    missedSigns: signs,
    othersCalls: watch.othersCalls(createOthersCalls({ connection, signs })),
    callWork: watch.callWork(createCallWork({ connection, refreshSearch: search.refresh })),
    search,
    /** What is asked of the whole history. */
    desk: {
      page: (query) => search.page({ ...query, profiles: profilesFor(query.filter) }),
      part: (query) => search.part({ ...query, profiles: profilesFor(query.filter) }),
      count: (filter) => search.count(profilesFor(filter), filter),
      names: (of) => search.names(profilesFor(of)),
      rawEvents(callId, after) {
        const call = calls.get(callId);
        return call === null
          ? { events: [], goesOn: null }
          : readRawEvents((limit) => eventsOfCall(call, { after, limit }), hideSecrets);
      },
    } satisfies HistoryDesk,
    numbers: {
      read: (profile, edges) => readNumbers(profilesFor({ profile }), edges, countInTime),
    } satisfies NumbersDesk,
    journal: createCallJournal({
      store: calls,
      own: settings.own,
      publish,
      onBug: logBug(log, 'Not everybody could be told of a change of a call'),
    }),
    /** Why the database takes nothing now. */
    problem: (): StorageProblem | null => (damaged ? 'damaged' : problem),
    noteDamage,
    tryAgain: () => watch.tryAgain(() => rewriteVersion(connection)),
    /** For what else is kept in the same database. */
    connection,
    watch,
    reportUnreadableRow,
    /** What is tidied beside the work; returns the function that ends it. */
    startTidying() {
      const noting = setTimeout(noteEarlier, noteEarlierAfterMs);
      const stops = [startPruning(connection, clock), startJoining(connection), () => clearTimeout(noting)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    close() {
      try {
        bufferedInbox.flush();
      } finally {
        close();
      }
    },
  };
}

export type WiredHistory = ReturnType<typeof wireHistory>;
