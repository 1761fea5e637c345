import type { HistoryGap, TimeSpan } from '../../shared/domain/history/history-gap.ts';
import { mergeSpans } from './gap-arithmetic.ts';

const hourMs = 60 * 60 * 1000;
/** Whose beginning was heard, but not the end. */
export const overlapMs = hourMs;
/** Somebody who asks misses a call, and of no long time ago. */
const askedMs = 24 * hourMs;

/**
 * Which times to ask the reports for: every gap, and from the last moment of which something is known; each an hour longer, since
 * a call is in the reports by its beginning.
 */
export function wantedSpans(known: {
  readonly gaps: readonly HistoryGap[];
  /** The last event that came in, or the end of what was read. */
  readonly knownMs: number;
  readonly nowMs: number;
  readonly asked: boolean;
}): readonly TimeSpan[] {
  const { nowMs, asked } = known;
  const lastMs = Math.min(known.knownMs, nowMs);
  const sinceMs = asked ? Math.min(lastMs, nowMs - askedMs + overlapMs) : lastMs;
  const spans = [...known.gaps, { fromMs: sinceMs, toMs: nowMs }].map(({ fromMs, toMs }) => ({
    fromMs: fromMs - overlapMs,
    toMs: Math.min(toMs, nowMs),
  }));
  return mergeSpans(spans.filter(({ fromMs, toMs }) => fromMs < toMs));
}
