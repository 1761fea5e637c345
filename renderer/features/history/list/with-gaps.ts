import type { Call } from '../../../../shared/domain/call.ts';
import type { HistoryFilter } from '../../../../shared/domain/history/history-filter.ts';
import type { HistoryGap } from '../../../../shared/domain/history/history-gap.ts';
import { dayKey, type TimeStyle } from '../../../text/format-time.ts';

export interface GapRowData {
  readonly kind: 'gap';
  readonly key: string;
  readonly gap: HistoryGap;
}

export interface DayRowData {
  readonly kind: 'day';
  readonly key: string;
  readonly atMs: number;
}

type AnyRow =
  | DayRowData
  | GapRowData
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'more'; readonly key: 'older' | 'newer' };

const days: ReadonlySet<string> = new Set(['profile', 'fromMs', 'toMs']);

/** A time of which nothing is known is in the days that are looked at, and in nothing else that is looked for. */
export function gapsOf(gaps: readonly HistoryGap[], filter: HistoryFilter | null): readonly HistoryGap[] {
  if (filter === null || Object.keys(filter).some((part) => !days.has(part))) return [];
  const { fromMs = Number.NEGATIVE_INFINITY, toMs = Number.POSITIVE_INFINITY } = filter;
  return gaps.filter((gap) => gap.toMs > fromMs && gap.fromMs < toMs);
}

/**
 * Puts times of which nothing is known between the calls, where they ended, under the heading of that day. Both are newest first;
 * what is older or newer than the calls that were read waits for theirs.
 */
export function withGaps<Row extends AnyRow>(
  rows: readonly Row[],
  gaps: readonly HistoryGap[],
  style: TimeStyle,
): readonly (Row | DayRowData | GapRowData)[] {
  if (gaps.length === 0) return rows;
  const shown: (Row | DayRowData | GapRowData)[] = [];
  const left = [...gaps];
  let day = '';
  let heading: DayRowData | null = null;
  const put = (row: Row | DayRowData | GapRowData) => {
    if (row.kind === 'day') day = row.key;
    shown.push(row);
  };
  const putHeading = () => {
    if (heading !== null) put(heading);
    heading = null;
  };
  const putGapsAfter = (atMs: number) => {
    for (let gap = left[0]; gap !== undefined && gap.toMs > atMs; gap = left[0]) {
      left.shift();
      const lastMs = gap.toMs - 1;
      const key = `day ${dayKey(lastMs, style)}`;
      if (heading?.key === key) putHeading();
      if (day !== key) put({ kind: 'day', key, atMs: lastMs });
      put({ kind: 'gap', key: `gap ${gap.toMs}`, gap });
    }
  };
  let complete = true;
  let newest = true;
  for (const row of rows) {
    if (row.kind === 'day') heading = row;
    else if (row.kind === 'call') {
      while (!newest && (left[0]?.toMs ?? 0) > row.call.startedAtMs) left.shift();
      newest = true;
      putGapsAfter(row.call.startedAtMs);
      putHeading();
      put(row);
    } else {
      if (row.kind === 'more' && row.key === 'newer') newest = false;
      else complete = row.kind !== 'more';
      put(row);
    }
  }
  if (complete) putGapsAfter(Number.NEGATIVE_INFINITY);
  return shown;
}
