import type { CallWork } from '../../../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../../../shared/domain/call.ts';
import { dayKey, dayStart, type TimeStyle } from '../../../text/format-time.ts';
import type { GapRowData } from './with-gaps.ts';

export interface ShownCall {
  readonly call: Call;
  readonly work: CallWork | null;
}

/** What the list shows: calls, with a heading before the first call of each day, and an end that is not the end yet. */
export type ListRow =
  | { readonly kind: 'day'; readonly key: string; readonly atMs: number }
  | ({ readonly kind: 'call'; readonly key: string; readonly position: number } & ShownCall)
  | { readonly kind: 'more'; readonly key: 'more' }
  | GapRowData;

/** `calls` newest first: the calendar is asked once a day, not once a call, which thousands of calls would feel. */
export function historyRows(calls: readonly ShownCall[], style: TimeStyle, complete: boolean): readonly ListRow[] {
  const rows: ListRow[] = [];
  let dayStartMs = Number.POSITIVE_INFINITY;
  for (const [index, { call, work }] of calls.entries()) {
    if (call.startedAtMs < dayStartMs) {
      dayStartMs = dayStart(call.startedAtMs, style);
      rows.push({ kind: 'day', key: `day ${dayKey(call.startedAtMs, style)}`, atMs: call.startedAtMs });
    }
    rows.push({ kind: 'call', key: call.id, call, work, position: index + 1 });
  }
  if (!complete) rows.push({ kind: 'more', key: 'more' });
  return rows;
}

/** The next call up or down the list from the selected one; what is no call is passed over. */
export function stepSelection(rows: readonly ListRow[], selected: string | null, step: number): string | null {
  const calls = rows.filter((row) => row.kind === 'call');
  if (calls.length === 0) return null;
  const at = calls.findIndex((row) => row.key === selected);
  const next = at === -1 ? (step > 0 ? 0 : calls.length - 1) : Math.min(calls.length - 1, Math.max(0, at + step));
  return calls[next]?.key ?? null;
}
