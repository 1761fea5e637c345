import { expect, it } from 'vitest';
import { countCalls } from '../../electron/calls/calls-of-profiles.ts';

it('counts the calls of several profiles together', () => {
  const store = { count: (profile: string) => (profile === 'p1' ? 10 : 20) };
  expect(countCalls(store, ['p0', 'p1'])).toBe(30);
  expect(countCalls(store, ['p1'])).toBe(10);
});
