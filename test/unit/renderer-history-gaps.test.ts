import { describe, expect, test } from 'vitest';
import { historyRows, type PartOfCalls } from '../../renderer/features/history/list/history-rows.ts';
import { withGaps } from '../../renderer/features/history/list/with-gaps.ts';
import type { HistoryGap } from '../../shared/domain/history/history-gap.ts';
import { aMinimalCall } from '../support/call-builders.ts';

const style = { language: 'en', calendar: 'gregorian', digits: 'latin', timeZone: 'UTC' } as const;
const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour);
const callAt = (day: number, hour: number) => aMinimalCall({ id: `${day} ${hour}`, startedAtMs: at(day, hour) });
const gap = (from: readonly [number, number], to: readonly [number, number]): HistoryGap => ({
  fromMs: at(...from),
  toMs: at(...to),
  reason: 'denied',
});

const allCalls: PartOfCalls = { complete: true, newest: true, above: 0 };

/** Days by their date, calls by day and hour, gaps by the hours. */
function shown(
  calls: readonly (readonly [number, number])[],
  gaps: readonly HistoryGap[],
  part: Partial<PartOfCalls> = {},
) {
  const rows = historyRows(
    calls.map((one) => ({ call: callAt(...one), work: null })),
    style,
    { ...allCalls, ...part },
  );
  return withGaps(rows, gaps, style).map((row) =>
    row.kind === 'day'
      ? `day ${new Date(row.atMs).getUTCDate()}`
      : row.kind === 'call'
        ? row.call.id
        : row.kind === 'gap'
          ? `gap ${new Date(row.gap.fromMs).getUTCHours()}-${new Date(row.gap.toMs).getUTCHours()}`
          : row.kind,
  );
}

describe('gaps among the calls', () => {
  test('stand where they ended, under the heading of that day', () => {
    expect(
      shown(
        [
          [21, 15],
          [21, 9],
          [20, 16],
        ],
        [gap([21, 10], [21, 14]), gap([20, 17], [21, 8])],
      ),
    ).toEqual(['day 21', '21 15', 'gap 10-14', '21 9', 'gap 17-8', 'day 20', '20 16']);
  });

  test('are newest of all, or alone, under a heading of their own', () => {
    expect(shown([[20, 16]], [gap([21, 8], [21, 9])])).toEqual(['day 21', 'gap 8-9', 'day 20', '20 16']);
    expect(shown([[21, 6]], [gap([21, 8], [21, 9])])).toEqual(['day 21', 'gap 8-9', '21 6']);
    expect(shown([], [gap([21, 8], [21, 9])])).toEqual(['day 21', 'gap 8-9']);
  });

  test('on a day without calls are not put under another day', () => {
    expect(
      shown(
        [
          [22, 9],
          [20, 16],
        ],
        [gap([21, 8], [21, 9]), gap([21, 5], [21, 6])],
      ),
    ).toEqual(['day 22', '22 9', 'day 21', 'gap 8-9', 'gap 5-6', 'day 20', '20 16']);
  });

  test('older than what was read wait for their page', () => {
    const old = [gap([19, 8], [19, 9])];
    expect(shown([[20, 16]], old, { complete: false })).toEqual(['day 20', '20 16', 'more']);
    expect(shown([[20, 16]], old)).toEqual(['day 20', '20 16', 'day 19', 'gap 8-9']);
  });

  test('newer than what is shown of the history are not at its top', () => {
    const gaps = [gap([22, 8], [22, 9]), gap([20, 12], [20, 13])];
    const part = { newest: false, above: null };
    expect(
      shown(
        [
          [21, 6],
          [20, 10],
        ],
        gaps,
        part,
      ),
    ).toEqual(['more', 'day 21', '21 6', 'day 20', 'gap 12-13', '20 10']);
  });

  test('rows stay the same ones while there is none', () => {
    const rows = historyRows([{ call: callAt(20, 16), work: null }], style, allCalls);
    expect(withGaps(rows, [], style)).toBe(rows);
  });
});
