import type { CallWorkStore } from '../after-call/ports.ts';
import {
  type CalledNumbers,
  type CallStore,
  type Inbox,
  type MissedCalls,
  type OthersCalls,
  StorageFailure,
} from '../calls/ports.ts';
import type { DirectoryReadings } from '../directory/pbx/ports.ts';
import type { HistoryGaps } from '../history-backfill/ports.ts';
import type { CountCalls } from '../storage/calls/call-numbers.ts';
import type { CallSearch } from '../storage/calls/call-search.ts';
import type { ContactBook } from '../storage/contacts/contact-book.ts';
import type { ContactIntake } from '../storage/contacts/contact-intake.ts';
import type { PastImports } from '../storage/contacts/past-imports.ts';
import type { EventsOfCall } from '../storage/events-of-call.ts';

/** Knows whether the database takes what is written to it. What it refuses comes out as a `StorageFailure`. */
export interface StorageWatch {
  /** True from a refusal to the next write that goes well; reads prove nothing on a full disk. */
  failed(): boolean;
  /** Finds out by a write whether it is over. */
  tryAgain(work: () => void): void;
  calls(store: CallStore): CallStore;
  calledNumbers(numbers: CalledNumbers): CalledNumbers;
  missedCalls(missed: MissedCalls): MissedCalls;
  othersCalls(others: OthersCalls): OthersCalls;
  callSearch(search: CallSearch): CallSearch;
  eventsOfCall(find: EventsOfCall): EventsOfCall;
  callWork(store: CallWorkStore): CallWorkStore;
  countCalls(count: CountCalls): CountCalls;
  contacts(book: ContactBook): ContactBook;
  intake(intake: ContactIntake): ContactIntake;
  directory(readings: DirectoryReadings): DirectoryReadings;
  pastImports(imports: PastImports): PastImports;
  historyGaps(gaps: HistoryGaps): HistoryGaps;
  inbox(inbox: Inbox): Inbox;
}

export function createStorageWatch(deps: {
  /** Told when it begins or ends, not of every refusal. The problem is null at the end. */
  readonly onChange: (problem: unknown) => void;
}): StorageWatch {
  let failed = false;
  /** What is written now counts when all of it is committed. */
  let together = false;

  const refused = (problem: unknown): StorageFailure => {
    if (!failed) {
      failed = true;
      deps.onChange(problem);
    }
    return new StorageFailure(problem);
  };
  const written = () => {
    if (!failed || together) return;
    failed = false;
    deps.onChange(null);
  };
  const read = <T>(work: () => T): T => {
    try {
      return work();
    } catch (problem) {
      throw refused(problem);
    }
  };
  const write = <T>(work: () => T): T => {
    const value = read(work);
    written();
    return value;
  };
  const readInTurns = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (problem) {
      throw refused(problem);
    }
  };
  const writeInTurns = async <T>(work: () => Promise<T>): Promise<T> => {
    const value = await readInTurns(work);
    written();
    return value;
  };

  const goesOn = (begun: Promise<void>) => writeInTurns(() => begun);

  return {
    failed: () => failed,
    tryAgain(work) {
      try {
        write(work);
      } catch (problem) {
        if (!(problem instanceof StorageFailure)) throw problem;
      }
    },
    calls: (store) => ({
      save: (call) => write(() => store.save(call)),
      together(profile, work) {
        together = true;
        try {
          read(() => store.together(profile, work));
        } finally {
          together = false;
        }
        written();
      },
      get: (id) => read(() => store.get(id)),
      findCandidates: (query) => read(() => store.findCandidates(query)),
      listUnfinished: (profile) => read(() => store.listUnfinished(profile)),
      list: (profile, before, limit) => read(() => store.list(profile, before, limit)),
      listOfMany: (profiles, before, limit) => read(() => store.listOfMany(profiles, before, limit)),
      count: (profile) => read(() => store.count(profile)),
    }),
    calledNumbers: (numbers) => ({ find: (query) => read(() => numbers.find(query)) }),
    missedCalls: (missed) => ({
      unhandledCalls: (profile) => read(() => missed.unhandledCalls(profile)),
      list: (profile, handled) => read(() => missed.list(profile, handled)),
      markSeen: (profile) => write(() => missed.markSeen(profile)),
      handle: (profile, number) => write(() => missed.handle(profile, number)),
      reopen: (profile, number) => write(() => missed.reopen(profile, number)),
    }),
    othersCalls: (others) => ({
      note: (profile, pbxCallId, sign) => write(() => others.note(profile, pbxCallId, sign)),
    }),
    countCalls: (count) => (profiles, fromMs, toMs) => read(() => count(profiles, fromMs, toMs)),
    callSearch: (search) => ({
      page: (query) => read(() => search.page(query)),
      part: (query) => read(() => search.part(query)),
      count: (profiles, filter) => readInTurns(() => search.count(profiles, filter)),
      names: (profiles) => read(() => search.names(profiles)),
      refresh: (callKey) => read(() => search.refresh(callKey)),
    }),
    eventsOfCall: (find) => (call, page) => read(() => find(call, page)),
    callWork: (store) => ({
      read: (callIds) => read(() => store.read(callIds)),
      get: (callId) => read(() => store.get(callId)),
      change: (callId, change, nowMs) => write(() => store.change(callId, change, nowMs)),
      awaiting: (profile, limit) => read(() => store.awaiting(profile, limit)),
      countAwaiting: (profile) => read(() => store.countAwaiting(profile)),
      clearAwaiting: () => write(() => store.clearAwaiting()),
      undecided: (profile, sinceMs) => read(() => store.undecided(profile, sinceMs)),
      byKeys: (keys) => read(() => store.byKeys(keys)),
      openFollowUps: (profile) => read(() => store.openFollowUps(profile)),
      tags: (profile) => read(() => store.tags(profile)),
      notedSince: (profile, sinceMs) => read(() => store.notedSince(profile, sinceMs)),
    }),
    contacts: (book) => ({
      search: (profile, query) => read(() => book.search(profile, query)),
      list: (profile, query) => read(() => book.list(profile, query)),
      get: (profile, id) => read(() => book.get(profile, id)),
      listBefore: (profile, query) => read(() => book.listBefore(profile, query)),
      tags: (profile) => read(() => book.tags(profile)),
      names: (profile, numbers) => read(() => book.names(profile, numbers)),
      findByNumbers: (profile, numbers) => read(() => book.findByNumbers(profile, numbers)),
      findByTitles: (titles) => read(() => book.findByTitles(titles)),
      duplicates: () => readInTurns(() => book.duplicates()),
      keepApart: (ids) => write(() => book.keepApart(ids)),
      proposeAgain: () => write(() => book.proposeAgain()),
      save: (id, draft) => write(() => book.save(id, draft)),
      delete: (ids) => write(() => book.delete(ids)),
      merge: (keepId, otherIds) => write(() => book.merge(keepId, otherIds)),
      restore: (undo) => write(() => book.restore(undo)),
    }),
    intake: (intake) => ({
      beginImport: (about) => write(() => intake.beginImport(about)),
      appendImported: (importId, rows, leftOut) => write(() => intake.appendImported(importId, rows, leftOut)),
      replaceImported: (importId, contacts) => write(() => intake.replaceImported(importId, contacts)),
      finishImport: (importId) => write(() => intake.finishImport(importId)),
      releaseImport: (importId) => writeInTurns(() => intake.releaseImport(importId)),
      dropImport: (importId) => goesOn(write(() => intake.dropImport(importId))),
      dropDirectory: (profile) => goesOn(write(() => intake.dropDirectory(profile))),
      replaceDirectory: (profile, source, entries) =>
        writeInTurns(() => intake.replaceDirectory(profile, source, entries)),
      dropUnfinished: () => writeInTurns(() => intake.dropUnfinished()),
    }),
    directory: (readings) => ({
      get: (profile, service) => read(() => readings.get(profile, service)),
      put: (profile, service, reading) => write(() => readings.put(profile, service, reading)),
      remove: (profile, service) => write(() => readings.remove(profile, service)),
    }),
    historyGaps: (gaps) => ({
      marks: (profile) => read(() => gaps.marks(profile)),
      keepMarks: (profile, marks) => write(() => gaps.keepMarks(profile, marks)),
      list: (profile) => read(() => gaps.list(profile)),
      keep: (profile, all, marks) => write(() => gaps.keep(profile, all, marks)),
    }),
    pastImports: (imports) => ({ list: () => read(() => imports.list()) }),
    inbox: (inbox) => ({
      append: (event) => writeInTurns(() => inbox.append(event)),
      // Kept back and written with a later commit, so it proves nothing.
      mark: (id, state, callId) => read(() => inbox.mark(id, state, callId)),
      marking: inbox.marking,
      isNew: (id) => read(() => inbox.isNew(id)),
      listNew: (profile, afterId, limit) => read(() => inbox.listNew(profile, afterId, limit)),
      listIgnored: (profile, pbxCallId) => read(() => inbox.listIgnored(profile, pbxCallId)),
      listRecent: (profile, limit) => read(() => inbox.listRecent(profile, limit)),
    }),
  };
}
