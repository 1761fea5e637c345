import type { HistoryGap } from '../../shared/domain/history/history-gap.ts';

/** UTC epoch ms. */
export interface WatchMarks {
  /** Until then somebody listened, apart from the gaps. */
  readonly watchedUntilMs: number;
  /** Until then the reports were read, or there was nothing to read. */
  readonly readUntilMs: number;
}

/** Keeps which times nothing is known of. */
export interface HistoryGaps {
  /** Null: the profile was never in use. */
  marks(profile: string): WatchMarks | null;
  /** Does not wait for the disk: what a failing power takes back makes the time that was watched shorter, never longer. */
  keepMarks(profile: string, marks: WatchMarks): void;
  /** Oldest first, none meets another. */
  list(profile: string): readonly HistoryGap[];
  /** In the place of all before, with the marks in the same step. */
  keep(profile: string, gaps: readonly HistoryGap[], marks: WatchMarks): void;
}
