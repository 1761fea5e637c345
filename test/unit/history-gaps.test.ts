import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mergeSpans,
  slicesOf,
  withGap,
  withoutSpan,
  withReason,
} from '../../electron/history-backfill/gap-arithmetic.ts';
import { wantedSpans } from '../../electron/history-backfill/wanted-spans.ts';
import { createWatchedTime } from '../../electron/history-backfill/watched-time.ts';
import { type GapReason, gapReasons, type HistoryGap, isShownGap } from '../../shared/domain/history/history-gap.ts';
import { createMemoryHistoryGaps } from '../support/memory-history-gaps.ts';
import { assertAlways } from '../support/properties.ts';

const hourMs = 60 * 60 * 1000;
const gap = (fromMs: number, toMs: number, reason: GapReason = 'unasked'): HistoryGap => ({ fromMs, toMs, reason });

describe('gaps', () => {
  test('grow together where they touch for the same reason, and stay apart else', () => {
    expect(withGap([gap(0, 5)], gap(5, 9))).toEqual([gap(0, 9)]);
    expect(withGap([gap(0, 5, 'cancelled')], gap(5, 9))).toEqual([gap(0, 5, 'cancelled'), gap(5, 9)]);
    expect(withReason([gap(0, 5, 'denied'), gap(5, 9)], [{ fromMs: 5, toMs: 9 }], 'denied')).toEqual([
      gap(0, 9, 'denied'),
    ]);
    expect(withGap([gap(0, 5)], gap(7, 7))).toEqual([gap(0, 5)]);
    expect(withGap([gap(0, 9, 'denied')], gap(3, 5))).toEqual([gap(0, 3, 'denied'), gap(3, 5), gap(5, 9, 'denied')]);
  });

  test('are cut by what was read', () => {
    expect(withoutSpan([gap(0, 9)], { fromMs: 3, toMs: 5 })).toEqual([gap(0, 3), gap(5, 9)]);
    expect(withoutSpan([gap(0, 9), gap(12, 15)], { fromMs: -5, toMs: 13 })).toEqual([gap(13, 15)]);
  });

  test('hold exactly the moments that were added last and not read since, in order and apart', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
    const step = fc.tuple(fc.constantFrom(...gapReasons, null), span);
    assertAlways(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let gaps: readonly HistoryGap[] = [];
        const moments = new Map<number, GapReason>();
        for (const [reason, [a, b]] of steps) {
          const [fromMs, toMs] = [Math.min(a, b), Math.max(a, b)];
          gaps = reason === null ? withoutSpan(gaps, { fromMs, toMs }) : withGap(gaps, gap(fromMs, toMs, reason));
          for (let at = fromMs; at < toMs; at += 1) {
            if (reason === null) moments.delete(at);
            else moments.set(at, reason);
          }
        }
        const held = gaps.flatMap(({ fromMs, toMs, reason }) =>
          Array.from({ length: toMs - fromMs }, (_, index) => [fromMs + index, reason] as const),
        );
        expect(held).toEqual([...moments].sort(([a], [b]) => a - b));
      }),
    );
  });

  test('are shown when they were asked for in vain and are long enough to miss a call', () => {
    expect([gap(0, 30_000, 'denied'), gap(0, 29_999, 'denied'), gap(0, hourMs)].map(isShownGap)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('what is asked for', () => {
  test('is every gap and the time since the last known moment, an hour longer, together where they meet', () => {
    const nowMs = 100 * hourMs;
    expect(wantedSpans({ gaps: [], knownMs: nowMs - 5 * hourMs, nowMs, asked: false })).toEqual([
      { fromMs: nowMs - 6 * hourMs, toMs: nowMs },
    ]);
    const gaps = [gap(10 * hourMs, 12 * hourMs), gap(90 * hourMs, nowMs)];
    expect(wantedSpans({ gaps, knownMs: 90 * hourMs, nowMs, asked: false })).toEqual([
      { fromMs: 9 * hourMs, toMs: 12 * hourMs },
      { fromMs: 89 * hourMs, toMs: nowMs },
    ]);
  });

  test('is at least the last day when somebody asks, and nothing that is still to come', () => {
    const nowMs = 100 * hourMs;
    expect(wantedSpans({ gaps: [], knownMs: nowMs + hourMs, nowMs, asked: true })).toEqual([
      { fromMs: 76 * hourMs, toMs: nowMs },
    ]);
  });

  test('is asked for in slices that leave nothing out', () => {
    const spans = mergeSpans([
      { fromMs: 20, toMs: 33 },
      { fromMs: 0, toMs: 7 },
      { fromMs: 5, toMs: 12 },
    ]);
    expect(slicesOf(spans, 10)).toEqual([
      { fromMs: 0, toMs: 10 },
      { fromMs: 10, toMs: 12 },
      { fromMs: 20, toMs: 30 },
      { fromMs: 30, toMs: 33 },
    ]);
  });
});

describe('the time that was watched', () => {
  function setUp() {
    const gaps = createMemoryHistoryGaps();
    const now = { ms: 1_000_000, hears: true, profile: 'main' };
    const start = () =>
      createWatchedTime({ gaps, profile: () => now.profile, hears: () => now.hears, clock: () => now.ms });
    let watched = start();
    return {
      now,
      restart: () => {
        watched = start();
      },
      later(ms: number) {
        now.ms += ms;
        return watched.beat();
      },
      lost: (missing: Parameters<typeof watched.lost>[1]) => watched.lost('main', missing),
      caughtUp: () => watched.catchUp(),
      list: () => gaps.list('main'),
    };
  }

  test('has no gap before anybody worked with the program, nor while somebody listens', () => {
    const { later, list } = setUp();
    expect([later(0), later(5000), later(5000)]).toEqual([false, false, false]);
    expect(list()).toEqual([]);
  });

  test('ends with the last beat before a sleep, a kill, a deaf listener or another profile', () => {
    const { now, later, restart, list } = setUp();
    later(0);
    later(5000);
    expect(later(hourMs)).toBe(true);
    expect(list()).toEqual([gap(1_005_000, 1_005_000 + hourMs)]);
    later(5000);
    restart();
    expect(later(60_000)).toBe(true);
    expect(list().at(-1)).toEqual(gap(1_010_000 + hourMs, 1_070_000 + hourMs));
    later(5000);
    now.hears = false;
    expect(later(5000)).toBe(false);
    now.hears = true;
    expect(later(5000)).toBe(true);
    expect(list().at(-1)).toEqual(gap(1_075_000 + hourMs, 1_085_000 + hourMs));
    later(5000);
    now.profile = 'branch';
    expect([later(5000), later(5000)]).toEqual([false, false]);
    now.profile = 'main';
    expect(later(5000)).toBe(true);
    expect(list().at(-1)).toEqual(gap(1_090_000 + hourMs, 1_105_000 + hourMs));
  });

  test('is known up to now also while nobody listens, and goes on from there', () => {
    const { now, later, caughtUp } = setUp();
    later(0);
    now.hears = false;
    now.ms += 60_000;
    expect(caughtUp()).toEqual([gap(1_000_000, 1_060_000)]);
    now.ms += 60_000;
    expect(caughtUp()).toEqual([gap(1_000_000, 1_120_000)]);
  });

  test('begins with what a database took away that was replaced, unless its copy says until when it knows', () => {
    const { now, lost, later, caughtUp, list } = setUp();
    const dayMs = 24 * hourMs;
    now.ms = 400 * dayMs;
    lost({ fromMs: now.ms - 2 * dayMs, toMs: now.ms });
    expect(later(0)).toBe(true);
    expect(list()).toEqual([gap(398 * dayMs, 400 * dayMs)]);
    // A second start before the person has taken note of it.
    lost({ fromMs: null, toMs: now.ms });
    expect(caughtUp()).toEqual([gap(398 * dayMs, 400 * dayMs)]);
    const other = setUp();
    other.now.ms = 400 * dayMs;
    other.lost({ fromMs: null, toMs: other.now.ms });
    expect(other.caughtUp()).toEqual([gap(310 * dayMs, 400 * dayMs)]);
  });

  test('survives a clock that is set back', () => {
    const { later, list } = setUp();
    later(0);
    later(5000);
    expect(later(-hourMs)).toBe(false);
    expect(list()).toEqual([]);
    expect(later(5000)).toBe(false);
  });
});
