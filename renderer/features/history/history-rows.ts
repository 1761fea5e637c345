import type { Call } from '../../../shared/domain/call.ts';
import { dayKey, type TimeStyle } from '../../text/format-time.ts';

/** What the list shows: calls, with a heading before the first call of each day. */
export type HistoryRow =
  | { readonly kind: 'day'; readonly key: string; readonly atMs: number }
  | { readonly kind: 'call'; readonly key: string; readonly call: Call; readonly position: number };

export function historyRows(calls: readonly Call[], style: TimeStyle): readonly HistoryRow[] {
  const rows: HistoryRow[] = [];
  let day = '';
  for (const [index, call] of calls.entries()) {
    const key = dayKey(call.startedAtMs, style);
    if (key !== day) rows.push({ kind: 'day', key: `day ${key}`, atMs: call.startedAtMs });
    day = key;
    rows.push({ kind: 'call', key: call.id, call, position: index + 1 });
  }
  return rows;
}

/** The next call up or down the list from the selected one; headings are passed over. */
export function stepSelection(rows: readonly HistoryRow[], selected: string | null, step: number): string | null {
  const calls = rows.filter((row) => row.kind === 'call');
  if (calls.length === 0) return null;
  const at = calls.findIndex((row) => row.key === selected);
  const next = at === -1 ? (step > 0 ? 0 : calls.length - 1) : Math.min(calls.length - 1, Math.max(0, at + step));
  return calls[next]?.key ?? null;
}
