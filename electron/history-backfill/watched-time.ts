import { type HistoryGap, longestLostMs } from '../../shared/domain/history/history-gap.ts';
import type { Clock } from '../calls/ports.ts';
import { withGap } from './gap-arithmetic.ts';
import type { HistoryGaps } from './ports.ts';

/** How often the time is noted: a killed program leaves one that is so much too early, and never too late. */
export const beatMs = 5000;
/** Later than that the computer slept, or the program hung: events may have been lost. */
const longestBeatMs = 3 * beatMs;

/** Knows when somebody listened to the PBX, also across runs of the program. */
export interface WatchedTime {
  /** Notes that it is still so. True: a time without anybody listening came to its end, and is a gap now. */
  beat(): boolean;
  /** What was known of a time is gone with the database that held it. */
  lost(profile: string, missing: { readonly fromMs: number | null; readonly toMs: number }): void;
  /** The gaps with the time up to now, where nobody listens now. */
  catchUp(): readonly HistoryGap[];
}

export function createWatchedTime(deps: {
  readonly gaps: HistoryGaps;
  readonly profile: () => string;
  /** Events of this profile can come in. */
  readonly hears: () => boolean;
  readonly clock: Clock;
}): WatchedTime {
  const { gaps, clock } = deps;
  let last: { readonly profile: string; readonly hears: boolean; readonly atMs: number } | null = null;

  const note = (toNow: boolean): boolean => {
    const now = { profile: deps.profile(), hears: deps.hears(), atMs: clock() };
    const before = last;
    // Only when all of it was kept.
    last = null;
    const found = keep(now, before, toNow);
    last = now;
    return found;
  };

  const keep = (now: NonNullable<typeof last>, before: typeof last, toNow: boolean): boolean => {
    const { profile, hears, atMs } = now;
    const marks = gaps.marks(profile);
    // Calls of the time before anybody worked with this program are not missed by it.
    if (marks === null) gaps.keepMarks(profile, { watchedUntilMs: atMs, readUntilMs: atMs });
    if (marks === null) return false;
    const passedMs = before?.profile === profile && before.hears ? atMs - before.atMs : Number.POSITIVE_INFINITY;
    const next = { ...marks, watchedUntilMs: atMs };
    if (hears && passedMs >= 0 && passedMs <= longestBeatMs) gaps.keepMarks(profile, next);
    else if (hears || toNow) {
      const { watchedUntilMs } = marks;
      gaps.keep(profile, withGap(gaps.list(profile), { fromMs: watchedUntilMs, toMs: atMs, reason: 'unasked' }), next);
      return atMs > watchedUntilMs;
    }
    return false;
  };

  return {
    beat: () => note(false),
    lost(profile, { fromMs, toMs }) {
      // A copy that was put back says itself until when it knows of the time.
      if (gaps.marks(profile) !== null) return;
      const sinceMs = Math.max(fromMs ?? 0, toMs - longestLostMs);
      gaps.keep(profile, [], { watchedUntilMs: sinceMs, readUntilMs: sinceMs });
    },
    catchUp() {
      note(true);
      return gaps.list(deps.profile());
    },
  };
}
