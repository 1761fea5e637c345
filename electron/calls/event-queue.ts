import type { CallJournal } from './call-journal.ts';
import { type Inbox, StorageFailure, type StoredEvent } from './ports.ts';

/** So long a turn of work takes at most, about: events that come in meanwhile wait for their answer. */
const longestTurnMs = 8;
/**
 * While more come than a turn can work on, they have the processor for so long between two turns: the PBX waits for its answers, nobody
 * for the work. What waits is bounded below.
 */
const pauseMs = 64;
/** What waits beyond that is in the inbox alone, and is taken up from there: a storm must not fill the memory. */
const mostWaiting = 5000;
const mostWaitingBytes = 32 * 1024 * 1024;

export interface EventQueue {
  /** An event that was committed and has its answer. */
  add(stored: StoredEvent): void;
  /** In a turn when its changes are committed, and not at all when they are refused: then all of it is worked on again. Else at once. */
  whenCommitted(tell: () => void): void;
  /** Nothing is worked on any more: what waits is in the inbox, for the next start. */
  stop(): void;
}

/**
 * Events that were acknowledged, in the order of their coming, worked on by turns with the taking of further ones: the calls that a turn
 * changes are one commit, since each waits for the disk. What the turn marked counts only when that commit was made. What was put off is
 * taken up from the inbox later, after what came meanwhile.
 */
export function createEventQueue(deps: {
  readonly work: (stored: StoredEvent) => void;
  readonly journal: Pick<CallJournal, 'together'>;
  readonly inbox: Pick<Inbox, 'marking'>;
  /** A turn failed, as it does when its commit is refused, or more came than wait here: they are in the inbox as new ones. */
  readonly onPutOff: () => void;
  readonly onBug: (problem: unknown) => void;
  readonly now: () => number;
}): EventQueue {
  let waiting: StoredEvent[] = [];
  let waitingBytes = 0;
  let left = false;
  let moreCame = false;
  let stopped = false;
  let untold: (() => void)[] | null = null;

  const turn = () => {
    if (stopped) return;
    const begunMs = deps.now();
    let done = 0;
    const tellings: (() => void)[] = [];
    untold = tellings;
    try {
      deps.inbox.marking(() =>
        deps.journal.together(() => {
          for (const stored of waiting) {
            if (done > 0 && deps.now() - begunMs >= longestTurnMs) return;
            done += 1;
            deps.work(stored);
          }
        }),
      );
    } catch (problem) {
      left = true;
      tellings.length = 0;
      if (!(problem instanceof StorageFailure)) deps.onBug(problem);
    }
    untold = null;
    for (const tell of tellings) {
      try {
        tell();
      } catch (problem) {
        deps.onBug(problem);
      }
    }
    for (const { body } of waiting.slice(0, done)) waitingBytes -= body.length;
    waiting = waiting.slice(done);
    if (waiting.length > 0 && moreCame) setTimeout(turn, pauseMs);
    else if (waiting.length > 0) setImmediate(turn);
    else if (left) {
      left = false;
      deps.onPutOff();
    }
    moreCame = false;
  };

  return {
    add(stored) {
      if (stopped) return;
      if (waiting.length >= mostWaiting || waitingBytes + stored.body.length > mostWaitingBytes) {
        left = true;
        return;
      }
      waiting.push(stored);
      waitingBytes += stored.body.length;
      if (waiting.length === 1) setImmediate(turn);
      else moreCame = true;
    },
    whenCommitted(tell) {
      if (untold === null) tell();
      else untold.push(tell);
    },
    stop() {
      stopped = true;
      waiting = [];
    },
  };
}
