import type { GapReason, HistoryGap, TimeSpan } from '../../shared/domain/history/history-gap.ts';

/** Lists of gaps are oldest first, and none reaches into another; here the added one counts. */
export function withGap(gaps: readonly HistoryGap[], added: HistoryGap): readonly HistoryGap[] {
  return added.toMs <= added.fromMs ? gaps : joined([...withoutSpan(gaps, added), added]);
}

/** What is left when all calls of a time are known. */
export function withoutSpan(gaps: readonly HistoryGap[], { fromMs, toMs }: TimeSpan): readonly HistoryGap[] {
  return gaps.flatMap((gap) =>
    [
      { ...gap, toMs: Math.min(gap.toMs, fromMs) },
      { ...gap, fromMs: Math.max(gap.fromMs, toMs) },
    ].filter((rest) => rest.fromMs < rest.toMs),
  );
}

/** Those that were to be filled and were not. */
export function withReason(
  gaps: readonly HistoryGap[],
  spans: readonly TimeSpan[],
  reason: GapReason,
): readonly HistoryGap[] {
  return joined(
    gaps.map((gap) =>
      spans.some(({ fromMs, toMs }) => gap.fromMs < toMs && gap.toMs > fromMs) ? { ...gap, reason } : gap,
    ),
  );
}

/** One gap of what touches for the same reason. */
function joined(gaps: readonly HistoryGap[]): readonly HistoryGap[] {
  const all: HistoryGap[] = [];
  for (const gap of [...gaps].sort(oldestFirst)) {
    const last = all.at(-1);
    if (last?.toMs === gap.fromMs && last.reason === gap.reason) all[all.length - 1] = { ...last, toMs: gap.toMs };
    else all.push(gap);
  }
  return all;
}

export function mergeSpans(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const merged: TimeSpan[] = [];
  for (const span of [...spans].sort(oldestFirst)) {
    const last = merged.at(-1);
    if (last === undefined || span.fromMs > last.toMs) merged.push(span);
    else merged[merged.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, span.toMs) };
  }
  return merged;
}

/** A part that was read whole stays read when the next one fails. */
export function slicesOf(spans: readonly TimeSpan[], lengthMs: number): readonly TimeSpan[] {
  return spans.flatMap(({ fromMs, toMs }) =>
    Array.from({ length: Math.ceil((toMs - fromMs) / lengthMs) }, (_, index) => ({
      fromMs: fromMs + index * lengthMs,
      toMs: Math.min(toMs, fromMs + (index + 1) * lengthMs),
    })),
  );
}

function oldestFirst(a: TimeSpan, b: TimeSpan): number {
  return a.fromMs - b.fromMs;
}
