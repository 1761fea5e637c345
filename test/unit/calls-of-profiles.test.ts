import { expect, it } from 'vitest';
import { countCalls, listCalls } from '../../electron/calls/calls-of-profiles.ts';
import type { Call } from '../../shared/domain/call.ts';
import { aMinimalCall } from '../support/call-builders.ts';

const all: readonly Call[] = Array.from({ length: 30 }, (_, at) =>
  aMinimalCall({ id: `c${at % 2}${at}`, profile: `p${at % 3}`, startedAtMs: 1000 - Math.floor(at / 4) }),
);
const inOrder = [...all].sort((a, b) => b.startedAtMs - a.startedAtMs || (a.id < b.id ? 1 : -1));
const store = {
  list: (profile: string, before: { startedAtMs: number; id: string } | null, limit: number) =>
    inOrder
      .filter((call) => call.profile === profile)
      .filter(
        ({ startedAtMs, id }) =>
          before === null || startedAtMs < before.startedAtMs || (startedAtMs === before.startedAtMs && id < before.id),
      )
      .slice(0, limit),
  count: (profile: string) => all.filter((call) => call.profile === profile).length,
};
const profiles = ['p0', 'p1', 'p2'];

it('reads the calls of several profiles page by page, none twice and none left out', () => {
  const read: Call[] = [];
  for (let last: Call | null = null; read.length < all.length; last = read.at(-1) ?? null) {
    const page = listCalls(store, profiles, last, 7);
    expect(page.length).toBeGreaterThan(0);
    read.push(...page);
  }
  expect(read.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
  expect(listCalls(store, profiles, read.at(-1) ?? null, 7)).toEqual([]);
});

it('counts them together', () => {
  expect(countCalls(store, profiles)).toBe(30);
  expect(countCalls(store, ['p1'])).toBe(10);
});
