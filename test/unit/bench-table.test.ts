import { expect, test } from 'vitest';
import { isMet, share, toMarkdown, toRows } from '../../scripts/bench/table.mjs';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => last - index);

test('the median and the 95th percentile are values that were measured', () => {
  expect([share(upTo(100), 0.5), share(upTo(100), 0.95), share(upTo(3), 0.95), share([7], 0.5)]).toEqual([
    50, 95, 3, 7,
  ]);
  expect(share([], 0.5)).toBeNaN();
});

test('a goal is of the value it names, and without values it is missed', () => {
  const p95 = { of: 'p95', atMost: 95, isRatio: false } as const;
  expect([isMet(p95, upTo(100), []), isMet(p95, upTo(101), [])]).toEqual([true, false]);
  const rate = { of: 'p50', atLeast: 0.6, isRatio: true } as const;
  expect([isMet(rate, [60], [100]), isMet(rate, [59], [100]), isMet(rate, [59], [])]).toEqual([true, false, false]);
  expect(isMet({ of: 'worst', atMost: 100, isRatio: false }, [1, 101], [])).toBe(false);
  expect(isMet(p95, [], [])).toBe(false);
});

test('each figure is one row beside its baseline, with what became of its goals', () => {
  const goals = [{ of: 'p50', atMost: 1.25, isRatio: true } as const];
  const rows = toRows([
    { what: 'start', unit: 'ms', ours: [1500], baseline: { name: 'blank | window', values: [1000] }, goals },
    { what: 'alone', unit: 'MB', ours: [2.25], baseline: null, goals: [] },
  ]);
  expect(rows[1]).toEqual([
    'start',
    '1',
    '1,500 ms',
    '1,500',
    'blank | window',
    '1,000',
    '1,000',
    'x 1.50',
    'p50 ≤ x 1.25',
    'missed',
  ]);
  expect(rows[2]?.slice(2)).toEqual(['2.3 MB', '2.3', '', '', '', '', '', '']);
  expect(toMarkdown(rows).split('\n')).toHaveLength(4);
  expect(toMarkdown(rows)).toContain('blank \\| window');
});
