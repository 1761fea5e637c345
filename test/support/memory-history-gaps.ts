import type { HistoryGaps, WatchMarks } from '../../electron/history-backfill/ports.ts';
import type { HistoryGap } from '../../shared/domain/history/history-gap.ts';

/** For tests that do not care how gaps are kept. */
export function createMemoryHistoryGaps(): HistoryGaps {
  const marks = new Map<string, WatchMarks>();
  const gaps = new Map<string, readonly HistoryGap[]>();
  return {
    marks: (profile) => marks.get(profile) ?? null,
    keepMarks: (profile, kept) => void marks.set(profile, kept),
    list: (profile) => gaps.get(profile) ?? [],
    keep(profile, all, kept) {
      gaps.set(profile, all);
      marks.set(profile, kept);
    },
  };
}
