import type { HistoryRow } from './history-rows.ts';

const dayHeight = 32;
const moreHeight = 72;

/** On one line in columns, else on two. */
export function callHeight(columns: boolean): number {
  return columns ? 40 : 60;
}

export function rowHeight(row: HistoryRow, columns: boolean): number {
  if (row.kind === 'day') return dayHeight;
  return row.kind === 'more' ? moreHeight : callHeight(columns);
}

/** Which row stands at the top of a list scrolled that far. */
export function rowAt(rows: readonly HistoryRow[], offset: number, columns: boolean): number {
  let rest = offset;
  const at = rows.findIndex((row) => {
    rest -= rowHeight(row, columns);
    return rest < 0;
  });
  return at === -1 ? rows.length - 1 : at;
}
