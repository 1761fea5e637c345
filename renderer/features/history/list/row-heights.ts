import type { CallWork } from '../../../../shared/domain/after-call/call-work.ts';
import { noOutcome } from '../../../../shared/domain/after-call/work-rules.ts';
import type { ListRow } from './history-rows.ts';

const dayHeight = 32;
const moreHeight = 72;
/** One line more, for what the agent added to the call. */
const workHeight = 20;

/** On one line in columns, else on two. */
export function callHeight(columns: boolean): number {
  return columns ? 40 : 60;
}

/** Where there is little room its words and the reason have two lines each. */
function gapHeight(columns: boolean): number {
  return columns ? 56 : 84;
}

/** There is something to tell in that line. */
export function hasWorkLine(work: CallWork | null): work is CallWork {
  if (work === null) return false;
  const { note, outcome, tags, followUpAtMs, followUpDoneAtMs } = work;
  return (
    note.trim() !== '' ||
    (outcome !== null && outcome !== noOutcome) ||
    tags.length > 0 ||
    (followUpAtMs !== null && followUpDoneAtMs === null)
  );
}

export function rowHeight(row: ListRow, columns: boolean): number {
  if (row.kind === 'day') return dayHeight;
  if (row.kind === 'more') return moreHeight;
  if (row.kind === 'gap') return gapHeight(columns);
  return callHeight(columns) + (hasWorkLine(row.work) ? workHeight : 0);
}

/** Which row stands at the top of a list scrolled that far. */
export function rowAt(rows: readonly ListRow[], offset: number, columns: boolean): number {
  let rest = offset;
  const at = rows.findIndex((row) => {
    rest -= rowHeight(row, columns);
    return rest < 0;
  });
  return at === -1 ? rows.length - 1 : at;
}

export function rowTop(rows: readonly ListRow[], index: number, columns: boolean): number {
  return rows.slice(0, index).reduce((sum, row) => sum + rowHeight(row, columns), 0);
}
