import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { settledWithin } from '../../renderer/settled-within.ts';

const reported: unknown[] = [];

beforeEach(() => {
  reported.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('reportError', (problem: unknown) => reported.push(problem));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Whether the wait is over, looked up after every promise that can settle did. */
function waitFor(work: Promise<unknown>) {
  let over = false;
  void settledWithin(1000, work).then(() => (over = true));
  return async (afterMs = 0) => {
    await vi.advanceTimersByTimeAsync(afterMs);
    return over;
  };
}

it('is over as soon as the work is done', async () => {
  expect(await waitFor(Promise.resolve(5))()).toBe(true);
  expect(reported).toEqual([]);
});

it('is over as soon as the work fails, which is reported and breaks nothing else', async () => {
  const problem = new Error('no list');
  expect(await waitFor(Promise.reject(problem))()).toBe(true);
  expect(reported).toEqual([problem]);
});

it('does not last longer than its limit', async () => {
  const isOver = waitFor(new Promise(() => undefined));
  expect(await isOver(999)).toBe(false);
  expect(await isOver(1)).toBe(true);
});
