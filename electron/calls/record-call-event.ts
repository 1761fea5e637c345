import type { Call } from '../../shared/domain/call.ts';
import type { CallEvent } from '../../shared/domain/call-event.ts';
import { matchCall, matchCallById } from '../../shared/domain/match-call.ts';
import type { CallJournal } from './call-journal.ts';
import { createEarlierEvents } from './earlier-events.ts';
import type { ReadOwnIdentity } from './own-identity.ts';
import {
  type CallStore,
  type Inbox,
  type InboxState,
  type ReadStoredEvent,
  StorageFailure,
  type StoredEvent,
} from './ports.ts';

/** Calls originated longer ago than this are found by their ids only: a record or a survey comes after the call. */
const candidateWindowMs = 6 * 60 * 60 * 1000;
/** More than both parties may ring by any setting; what rings or is dialled later is not matched by time. */
const ringingWindowMs = 15 * 60 * 1000;

/** Left over ones that are worked on in one turn of the program. */
const turnEvents = 25;

/** What the PBX told some days ago it will tell today; how many events back that is looked for, once per agent. */
const stillTrueMs = 7 * 24 * 60 * 60 * 1000;
const searchedEvents = 1000;

/**
 * Works on one committed event, once: reads it, finds the call it speaks of, folds it in, marks it. Safe to repeat where a crash took
 * the mark away: it changes nothing then. An event of a call that is not (yet) known to be ours stays in the inbox as `ignored` and is
 * folded in when a later one shows that it was. An event of a profile that is not in use, and one that the database
 * would not let be worked on, stays `new`.
 */
export function createRecordCallEvent(deps: {
  readonly inbox: Inbox;
  readonly store: CallStore;
  readonly journal: CallJournal;
  readonly own: ReadOwnIdentity;
  readonly read: ReadStoredEvent;
  readonly onWorked: (stored: StoredEvent, state: Exclude<InboxState, 'new'>) => void;
  /** One event that breaks the code that reads it must not keep the others from being worked on. */
  readonly onBug: (stored: StoredEvent, problem: unknown) => void;
}) {
  let putOff = false;
  let round = 0;
  let goesOn = false;
  let heardFor: string | null = null;
  let searchedFor: string | null = null;

  const earlierEvents = createEarlierEvents(deps.inbox, deps.read);
  const ownKey = () => JSON.stringify(deps.own());
  const isOwnState = (event: CallEvent) =>
    event.kind === 'extension-state' && event.extension === deps.own().agentNumber;

  /** False: the database refused it. */
  const work = (stored: StoredEvent): boolean => {
    // Sent to the profile that was left a moment ago: in this one it would make a call of another PBX's.
    if (stored.profile !== deps.own().profile) return true;
    try {
      // One that waits for its turn is new in the inbox as well, and may have been taken up from there.
      if (deps.inbox.isNew(stored.id)) workOn(stored);
    } catch (problem) {
      if (problem instanceof StorageFailure) {
        putOff = true;
        return false;
      }
      deps.onBug(stored, problem);
    }
    return true;
  };

  const workOn = (stored: StoredEvent): void => {
    const read = deps.read(stored);
    if (read.kind === 'call') workOnCallEvent(stored, read.event);
    else if (read.kind === 'unreadable') finish(stored, 'unreadable', null);
    else finish(stored, read.event.kind === 'unknown' ? 'unknown' : 'applied', null);
  };

  const workOnCallEvent = (stored: StoredEvent, event: CallEvent): void => {
    const { call, earlier } = applyEvent(event);
    if (call !== null) for (const { id } of earlier) deps.inbox.mark(id, 'applied', call.id);
    if (isOwnState(event)) heardFor = ownKey();
    // Last, so that an event whose work broke off is worked on again.
    finish(stored, call === null ? 'ignored' : 'applied', call?.id ?? null);
  };

  const applyEvent = (event: CallEvent): { readonly call: Call | null; readonly earlier: readonly StoredEvent[] } => {
    const candidates = deps.store.findCandidates({
      profile: deps.own().profile,
      originatedCallId: event.originatedCallId,
      pbxCallId: event.pbxCallId,
      sinceMs: event.receivedAtMs - windowMs(event),
      // An event tells of no later call; the clock of this computer may have been set back meanwhile.
      untilMs: event.receivedAtMs + windowMs(event),
    });
    const match = candidates.length === 0 || cameIn(event) ? matchCallById : matchCall;
    let earlier: readonly StoredEvent[] = [];
    const call = deps.journal.apply(match(event, candidates), event, (known) => {
      // An event brings no id but its own; of the others it was taken up when they became known, by the report that told them or here.
      const ignored = event.pbxCallId === null ? [] : earlierEvents(known.profile, [event.pbxCallId]);
      earlier = ignored.map(({ stored }) => stored);
      return ignored.map((one) => one.event);
    });
    return { call, earlier };
  };

  /** A phone that rings for a call that was told to have come in does not ring for one that was requested here. */
  const cameIn = (event: CallEvent): boolean => {
    if (!isOwnState(event) || event.pbxCallId === null || event.originatedCallId !== null) return false;
    return earlierEvents(deps.own().profile, [event.pbxCallId]).some((one) => one.event.kind === 'incoming-call');
  };

  const finish = (stored: StoredEvent, state: Exclude<InboxState, 'new'>, callId: string | null): void => {
    deps.inbox.mark(stored.id, state, callId);
    deps.onWorked(stored, state);
  };

  /**
   * Takes up what was committed, and acknowledged, but not worked on: at the start, and when another profile comes into use. Out of
   * a damaged database, or after a storm, there may be thousands: then some are read at a time, in turns with everything else.
   */
  const workLeftOver = (): void => {
    putOff = false;
    round += 1;
    workFrom(0, round);
  };

  const workFrom = (afterId: number, ofRound: number): void => {
    if (ofRound !== round) return;
    goesOn = false;
    try {
      const events = deps.inbox.listNew(deps.own().profile, afterId, turnEvents);
      const last = events.at(-1);
      if (!events.every(work) || last === undefined || events.length < turnEvents) return;
      goesOn = true;
      setImmediate(() => workFrom(last.id, ofRound));
    } catch (problem) {
      if (!(problem instanceof StorageFailure)) throw problem;
      putOff = true;
    }
  };

  return {
    work,
    workLeftOver,
    /** True when the PBX is known to tell the states of the agent's own phone, so that its silence tells something. */
    ownStatesArrive(nowMs: number): boolean {
      const key = ownKey();
      if (heardFor !== key && searchedFor !== key) {
        const heardBefore = deps.inbox.listRecent(deps.own().profile, searchedEvents).some((stored) => {
          if (nowMs - stored.receivedAtMs > stillTrueMs) return false;
          const read = deps.read(stored);
          return read.kind === 'call' && isOwnState(read.event);
        });
        searchedFor = key;
        if (heardBefore) heardFor = key;
      }
      return heardFor === key;
    },
    /** What is in the inbox as new is taken up by the timer. */
    putOff(): void {
      putOff = true;
    },
    /** Tries again what the database refused; called by a timer. A round that goes on comes to what is new by itself. */
    workPutOff(): void {
      if (putOff && !goesOn) workLeftOver();
    },
  };
}

function windowMs(event: CallEvent): number {
  const ringing = event.kind === 'outgoing-call' || (event.kind === 'extension-state' && event.state !== 'idle');
  return ringing ? ringingWindowMs : candidateWindowMs;
}
