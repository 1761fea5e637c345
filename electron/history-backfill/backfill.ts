import type { OwnIdentity } from '../../shared/domain/advance-call.ts';
import { type GapReason, isShownGap, type TimeSpan } from '../../shared/domain/history/history-gap.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { BackfillStatus } from '../../shared/ipc/backfill-contract.ts';
import type { ReadOwnIdentity } from '../calls/own-identity.ts';
import { type Clock, StorageFailure, unlessFailing } from '../calls/ports.ts';
import { slicesOf, withoutSpan, withReason } from './gap-arithmetic.ts';
import type { RecordJoin } from './join-records.ts';
import type { HistoryGaps } from './ports.ts';
import type { OthersReading } from './read-others.ts';
import type { ReportReader } from './read-reports.ts';
import { overlapMs, wantedSpans } from './wanted-spans.ts';
import type { WatchedTime } from './watched-time.ts';

const sliceMs = 6 * 60 * 60 * 1000;
/** The time of more calls is read in parts: only what was read whole is no gap any more. */
const mostAtOnce = 100;
const shortestPartMs = 10 * 60 * 1000;
/** A network that comes and goes is no reason to read the same hour again and again. */
const leastPauseMs = 60_000;
const mostShown = 200;

/** `asked`: by the agent; else for what happened. */
export type BackfillOccasion = 'start' | 'woke' | 'network' | 'listening' | 'reached' | 'asked';

type Run = NonNullable<BackfillStatus['running']>;
type Done = NonNullable<BackfillStatus['done']>;
/** How a reading ended; null: it was given up. */
type End = { readonly error: DialerError | null } | null;

/** Fetches the calls of a time in which nobody listened from the PBX's reports. */
export interface Backfill {
  status(): Omit<BackfillStatus, 'revision'>;
  /** One at a time; what is asked for meanwhile comes after it. */
  start(occasion: BackfillOccasion): void;
  cancel(): void;
  /** Of the profile in use now there may be other gaps; a reading for another one is given up. */
  profileChanged(): void;
  stop(): Promise<void>;
}

export function createBackfill(deps: {
  readonly gaps: HistoryGaps;
  readonly watched: WatchedTime;
  readonly reader: ReportReader;
  readonly join: (profile: string) => RecordJoin;
  readonly others: (own: OwnIdentity) => OthersReading;
  readonly own: ReadOwnIdentity;
  /** There is a PBX to ask. */
  readonly ready: () => boolean;
  /** When the last event of this profile came in; null: none ever did. */
  readonly lastEventAtMs: (profile: string) => number | null;
  readonly clock: Clock;
  readonly onChange: () => void;
  readonly onBug: (problem: unknown) => void;
}): Backfill {
  const { gaps, watched, clock } = deps;
  let running: Run | null = null;
  let done: { readonly profile: string; readonly done: Done } | null = null;
  let next: BackfillOccasion | null = null;
  let endedAtMs: number | null = null;
  let abort = new AbortController();
  let work: Promise<void> = Promise.resolve();
  let working = false;
  let stopped = false;
  /** The reports failed before it was known who of those that wait was talked with. */
  let owesOthers = false;

  const set = (change: Partial<Run>) => {
    if (running === null) return;
    running = { ...running, ...change };
    deps.onChange();
  };

  const readAll = async (asked: boolean, signal: AbortSignal): Promise<Done> => {
    const { profile, agentNumber } = deps.own();
    const nowMs = clock();
    const wanted = watched.catchUp().filter(({ reason }) => asked || reason !== 'cancelled');
    // Whoever asks again no longer gave them up: killed meanwhile, the next start goes on.
    if (asked) change(profile, (known) => withReason(known, wanted, 'unasked'));
    const readUntilMs = gaps.marks(profile)?.readUntilMs ?? nowMs;
    const knownMs = Math.max(readUntilMs, deps.lastEventAtMs(profile) ?? 0);
    const spans = wantedSpans({ gaps: wanted, knownMs, nowMs, asked });
    const ownEnd = await readSlices(slicesOf(spans, sliceMs), { profile, agentNumber, signal });
    // Who listened all the time has heard of the talks of others.
    const asksOthers = ownEnd?.error === null && (asked || wanted.length > 0 || owesOthers);
    const othersSinceMs = Math.min(spans[0]?.fromMs ?? nowMs, readUntilMs - overlapMs);
    const end = asksOthers ? await readOthers({ profile, agentNumber }, othersSinceMs, signal) : ownEnd;
    const cancelled = end === null;
    const error = end?.error ?? null;
    // Who ends the program or leaves the profile did not give up its calls.
    const left = cancelled && (stopped || profile !== deps.own().profile);
    if ((cancelled || error !== null) && !left) {
      const reason = error === null ? 'cancelled' : reasonOf(error);
      change(profile, (known) => withReason(known, wanted, reason));
    }
    // What somebody did not want to wait for is not read again and again.
    if (error === null && !left) {
      const marks = gaps.marks(profile);
      if (marks !== null) gaps.keepMarks(profile, { ...marks, readUntilMs: nowMs });
    }
    return { atMs: clock(), asked, added: running?.added ?? 0, cancelled, error };
  };

  const readSlices = async (
    slices: readonly TimeSpan[],
    of: { readonly profile: string; readonly agentNumber: string; readonly signal: AbortSignal },
  ): Promise<End> => {
    const left = [...slices];
    const wholeMs = slices.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
    let readMs = 0;
    for (let slice = left.shift(); slice !== undefined; slice = left.shift()) {
      const span = slice;
      const lengthMs = span.toMs - span.fromMs;
      const join = deps.join(of.profile);
      const answer = await deps.reader.read(
        span,
        of.agentNumber,
        async (found) => {
          const { added } = await join.page(found);
          set({ read: (running?.read ?? 0) + found.length, added: (running?.added ?? 0) + added });
        },
        of.signal,
        lengthMs > shortestPartMs ? mostAtOnce : undefined,
        (waits) => set({ waits }),
      );
      if (answer?.ok === true && answer.value !== null) {
        const partMs = Math.max(shortestPartMs, Math.ceil(lengthMs / Math.ceil(answer.value / mostAtOnce)));
        left.unshift(...slicesOf([span], partMs));
        continue;
      }
      // Also of a part.
      if (!stopped) {
        const { added } = await join.rest();
        set({ added: (running?.added ?? 0) + added });
      }
      if (answer === null) return null;
      if (!answer.ok) return { error: answer.error };
      change(of.profile, (known) => withoutSpan(known, span));
      readMs += lengthMs;
      set({ part: readMs / wholeMs });
    }
    return { error: null };
  };

  const readOthers = async (own: OwnIdentity, sinceMs: number, signal: AbortSignal): Promise<End> => {
    const answer = await deps.others(own).read(sinceMs, signal);
    owesOthers = answer?.ok === false;
    return answer === null ? null : { error: answer.ok ? null : answer.error };
  };

  const change = (profile: string, work: (known: ReturnType<HistoryGaps['list']>) => typeof known) => {
    const marks = gaps.marks(profile);
    if (marks !== null) gaps.keep(profile, work(gaps.list(profile)), marks);
  };

  const run = async (occasion: BackfillOccasion): Promise<void> => {
    const { profile } = deps.own();
    abort = new AbortController();
    running = { read: 0, added: 0, asked: occasion === 'asked', part: 0, waits: false };
    deps.onChange();
    try {
      done = { profile, done: await readAll(running.asked, abort.signal) };
    } catch (problem) {
      const { asked, added } = running;
      done = { profile, done: { atMs: clock(), asked, added, cancelled: false, error: { code: 'storage-failed' } } };
      if (!(problem instanceof StorageFailure)) deps.onBug(problem);
    } finally {
      endedAtMs = clock();
      running = null;
      deps.onChange();
    }
  };

  const isDue = (occasion: BackfillOccasion): boolean => {
    const { agentNumber, profile } = deps.own();
    if (stopped || !deps.ready() || agentNumber === '') return false;
    const rested = endedAtMs === null || Math.abs(clock() - endedAtMs) >= leastPauseMs;
    if (occasion === 'asked' || occasion === 'start' || rested) return true;
    const worth: readonly GapReason[] = occasion === 'reached' ? ['unasked', 'unreachable'] : ['unasked'];
    return unlessFailing(false, () => gaps.list(profile).some(({ reason }) => worth.includes(reason)));
  };

  const workOff = async (): Promise<void> => {
    working = true;
    try {
      while (next !== null) {
        const occasion = next;
        next = null;
        if (isDue(occasion)) await run(occasion);
      }
    } finally {
      working = false;
    }
  };

  return {
    status() {
      const { profile } = deps.own();
      const shown = unlessFailing([], () => gaps.list(profile).filter(isShownGap));
      return {
        running,
        done: done?.profile === profile ? done.done : null,
        gaps: [...shown].reverse().slice(0, mostShown),
      };
    },
    start(occasion) {
      if (occasion === 'asked' || next === null) next = occasion;
      if (!working) work = workOff().catch(deps.onBug);
    },
    cancel() {
      next = null;
      abort.abort();
    },
    profileChanged() {
      if (running !== null) abort.abort();
      deps.onChange();
    },
    stop() {
      stopped = true;
      next = null;
      abort.abort();
      return work;
    },
  };
}

const reasons: Readonly<Partial<Record<DialerError['code'], GapReason>>> = {
  'pbx-access-denied': 'denied',
  'pbx-service-missing': 'denied',
  'pbx-ip-not-permitted': 'account',
  'pbx-credentials-missing': 'account',
  'pbx-credentials-wrong': 'account',
  'computer-offline': 'unreachable',
  'pbx-not-configured': 'unreachable',
  'pbx-address-invalid': 'unreachable',
  'pbx-name-not-found': 'unreachable',
  'pbx-unreachable': 'unreachable',
  'pbx-connection-refused': 'unreachable',
  'pbx-timeout': 'unreachable',
  'reports-slow': 'slow',
};

function reasonOf(error: DialerError): GapReason {
  return reasons[error.code] ?? 'failed';
}
