import type { HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { HistoryPlace, HistoryRow } from '../../shared/ipc/history-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { request } from '../dialer-api.ts';

export interface AskedHistory {
  readonly filter: HistoryFilter;
  readonly place: HistoryPlace;
  readonly limit: number;
  /** Told of each part but the last: whether the rest of the page is still wanted. */
  readonly goesOn?: (rows: readonly HistoryRow[]) => boolean | Promise<boolean>;
}

/** A page of the history, newest first. What is not found in a moment comes in parts, so that others are answered in between. */
export async function readHistoryPage(asked: AskedHistory): Promise<Result<readonly HistoryRow[], DialerError>> {
  const { filter, limit, goesOn = () => true } = asked;
  let { place } = asked;
  let rows: readonly HistoryRow[] = [];
  for (;;) {
    const isNewer = 'after' in place;
    const answer = await request('history:page', { filter, ...place, limit: limit - rows.length });
    if (!answer.ok) return fail(answer.error);
    const { rowsJson, goesOn: next } = answer.value;
    const found: readonly HistoryRow[] = JSON.parse(rowsJson);
    rows = isNewer ? [...found, ...rows] : [...rows, ...found];
    if (next === null || rows.length >= limit || !(await goesOn(rows))) return succeed(rows);
    place = isNewer ? { after: next } : { before: next };
  }
}
