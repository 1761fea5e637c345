import type { Call } from '../../shared/domain/call.ts';
import type { CallEvent } from '../../shared/domain/call-event.ts';
import { matchCall } from '../../shared/domain/match-call.ts';
import type { CallJournal } from './call-journal.ts';
import type { ReadOwnIdentity } from './own-identity.ts';
import type { CallStore, Inbox, InboxState, ReadStoredEvent, StoredEvent } from './ports.ts';

/** Calls originated longer ago than this are found by their ids only. */
const candidateWindowMs = 6 * 60 * 60 * 1000;

/**
 * Works on one committed event: reads it, finds the call it speaks of, folds it in, marks it. Safe to repeat: an event that
 * was worked on before changes nothing. An event of a call that is not (yet) known to be ours stays in the inbox as `ignored` and is
 * folded in when a later one shows that it was.
 */
export function createRecordCallEvent(deps: {
  readonly inbox: Inbox;
  readonly store: CallStore;
  readonly journal: CallJournal;
  readonly own: ReadOwnIdentity;
  readonly read: ReadStoredEvent;
  readonly onWorked: (stored: StoredEvent, state: Exclude<InboxState, 'new'>) => void;
}) {
  const work = (stored: StoredEvent): void => {
    const read = deps.read(stored);
    if (read.kind === 'call') workOnCallEvent(stored, read.event);
    else if (read.kind === 'unreadable') finish(stored, 'unreadable', null);
    else finish(stored, read.event.kind === 'unknown' ? 'unknown' : 'applied', null);
  };

  const workOnCallEvent = (stored: StoredEvent, event: CallEvent): void => {
    const call = applyEvent(event);
    finish(stored, call === null ? 'ignored' : 'applied', call?.id ?? null);
    if (call !== null) foldInEarlier(call);
  };

  const applyEvent = (event: CallEvent): Call | null => {
    const candidates = deps.store.findCandidates({
      profile: deps.own().profile,
      originatedCallId: event.originatedCallId,
      pbxCallId: event.pbxCallId,
      sinceMs: event.receivedAtMs - candidateWindowMs,
    });
    return deps.journal.apply(matchCall(event, candidates), event);
  };

  const foldInEarlier = (call: Call): void => {
    for (const pbxCallId of call.pbxCallIds) {
      for (const earlier of deps.inbox.listIgnored(call.profile, pbxCallId)) {
        const read = deps.read(earlier);
        if (read.kind !== 'call') continue;
        const known = deps.store.get(call.id);
        if (deps.journal.apply(known, read.event) !== null) deps.inbox.mark(earlier.id, 'applied', call.id);
      }
    }
  };

  const finish = (stored: StoredEvent, state: Exclude<InboxState, 'new'>, callId: string | null): void => {
    deps.inbox.mark(stored.id, state, callId);
    deps.onWorked(stored, state);
  };

  return {
    work,
    /** Takes up what was committed, and acknowledged, but not worked on when the program last stopped. */
    workLeftOver(): void {
      for (const stored of deps.inbox.listNew()) work(stored);
    },
  };
}
