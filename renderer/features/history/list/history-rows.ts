import type { CallWork } from '../../../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../../../shared/domain/call.ts';
import { dayKey, dayStart, type TimeStyle } from '../../../text/format-time.ts';
import type { GapRowData } from './with-gaps.ts';

export interface ShownCall {
  readonly call: Call;
  readonly work: CallWork | null;
}

/** What the list shows: calls, with a heading before the first call of each day, and where calls are left out at an end. */
export type ListRow =
  | { readonly kind: 'day'; readonly key: string; readonly atMs: number }
  | ({ readonly kind: 'call'; readonly key: string; readonly position: number | null } & ShownCall)
  | { readonly kind: 'more'; readonly key: 'older' | 'newer' }
  | GapRowData;

/** Which part of all calls these are. */
export interface PartOfCalls {
  /** Nothing is older. */
  readonly complete: boolean;
  /** Nothing is newer. */
  readonly newest: boolean;
  /** How many are newer; null: nobody knows. */
  readonly above: number | null;
}

/** `calls` newest first: the calendar is asked once a day, not once a call, which thousands of calls would feel. */
export function historyRows(calls: readonly ShownCall[], style: TimeStyle, part: PartOfCalls): readonly ListRow[] {
  const { complete, newest, above } = part;
  const rows: ListRow[] = newest ? [] : [{ kind: 'more', key: 'newer' }];
  let dayStartMs = Number.POSITIVE_INFINITY;
  for (const [index, { call, work }] of calls.entries()) {
    if (call.startedAtMs < dayStartMs) {
      dayStartMs = dayStart(call.startedAtMs, style);
      rows.push({ kind: 'day', key: `day ${dayKey(call.startedAtMs, style)}`, atMs: call.startedAtMs });
    }
    rows.push({ kind: 'call', key: call.id, call, work, position: above === null ? null : above + index + 1 });
  }
  if (!complete) rows.push({ kind: 'more', key: 'older' });
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
