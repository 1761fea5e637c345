import { type CalledNumbers, type CallStore, type Inbox, type MissedCalls, StorageFailure } from '../calls/ports.ts';

/** Knows whether the database takes what is written to it. What it refuses comes out as a `StorageFailure`. */
export interface StorageWatch {
  /** True from a refusal to the next write that goes well; reads prove nothing on a full disk. */
  failed(): boolean;
  calls(store: CallStore): CallStore;
  calledNumbers(numbers: CalledNumbers): CalledNumbers;
  missedCalls(missed: MissedCalls): MissedCalls;
  inbox(inbox: Inbox): Inbox;
}

export function createStorageWatch(deps: {
  /** Told when it begins or ends, not of every refusal. The problem is null at the end. */
  readonly onChange: (problem: unknown) => void;
}): StorageWatch {
  let failed = false;

  const refused = (problem: unknown): StorageFailure => {
    if (!failed) {
      failed = true;
      deps.onChange(problem);
    }
    return new StorageFailure(problem);
  };
  const written = () => {
    if (!failed) return;
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
  const write = (work: () => void): void => {
    read(work);
    written();
  };

  return {
    failed: () => failed,
    calls: (store) => ({
      save: (call) => write(() => store.save(call)),
      get: (id) => read(() => store.get(id)),
      findCandidates: (query) => read(() => store.findCandidates(query)),
      listUnfinished: (profile) => read(() => store.listUnfinished(profile)),
      list: (profile, before, limit) => read(() => store.list(profile, before, limit)),
      count: (profile) => read(() => store.count(profile)),
    }),
    calledNumbers: (numbers) => ({ find: (query) => read(() => numbers.find(query)) }),
    missedCalls: (missed) => ({
      unhandled: (profile) => read(() => missed.unhandled(profile)),
      markSeen: (profile) => write(() => missed.markSeen(profile)),
    }),
    inbox: (inbox) => ({
      append: async (event) => {
        try {
          const stored = await inbox.append(event);
          written();
          return stored;
        } catch (problem) {
          throw refused(problem);
        }
      },
      // Kept back and written with a later commit, so it proves nothing.
      mark: (id, state, callId) => read(() => inbox.mark(id, state, callId)),
      listNew: (profile) => read(() => inbox.listNew(profile)),
      listIgnored: (profile, pbxCallId) => read(() => inbox.listIgnored(profile, pbxCallId)),
      listRecent: (profile, limit) => read(() => inbox.listRecent(profile, limit)),
    }),
  };
}
