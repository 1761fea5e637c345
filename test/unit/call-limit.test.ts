import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Call } from '../../shared/domain/call.ts';
import { callLimitCountdown } from '../../shared/domain/call-limit.ts';
import { anOriginatedCall, morningMs } from '../support/call-builders.ts';
import { assertAlways } from '../support/properties.ts';

const rule = { beforeEndSeconds: 60, repeatEverySeconds: 20 };
const reachedMs = morningMs + 3000;
const talkingMs = morningMs + 6000;

function limited(observed: Call['observed'], callLimitSeconds: number | null = 300): Call {
  return anOriginatedCall({ callLimitSeconds }, { outcome: 'accepted', observed });
}
const talking = limited({ 'agent-in-use': morningMs, 'other-dialled-out': reachedMs, 'other-in-use': talkingMs });

it('there is no countdown without a limit, before the callee is reached and after the end', () => {
  expect(callLimitCountdown(limited({ 'other-in-use': talkingMs }, null), talkingMs, rule)).toBeNull();
  expect(callLimitCountdown(limited({}), talkingMs, rule)).toBeNull();
  expect(callLimitCountdown(limited({ 'agent-in-use': morningMs }), talkingMs, rule)).toBeNull();
  expect(callLimitCountdown(limited({ ...talking.observed, 'agent-idle': talkingMs }), talkingMs, rule)).toBeNull();
});

it('counts from the talk where that is known, else from when the callee was reached', () => {
  expect(callLimitCountdown(talking, talkingMs + 100_000, rule)?.remainingSeconds).toBe(200);
  expect(
    callLimitCountdown(limited({ 'other-dialled-out': reachedMs }), reachedMs + 1000, rule)?.remainingSeconds,
  ).toBe(299);
});

it.each([
  [0, 300, false, 0],
  [239, 61, false, 0],
  [240, 60, true, 1],
  [259, 41, true, 1],
  [260, 40, true, 2],
  [280, 20, true, 3],
  [300, 0, true, 4],
  [400, 0, true, 4],
])(
  'after %d s of talk %d s are left, warning %s, for the %d. time',
  (elapsed, remainingSeconds, warning, warningCount) => {
    expect(callLimitCountdown(talking, talkingMs + elapsed * 1000, rule)).toEqual({
      remainingSeconds,
      warning,
      warningCount,
    });
  },
);

it('warns once when it is not to repeat', () => {
  const once = { beforeEndSeconds: 60, repeatEverySeconds: 0 };
  expect(
    [230, 240, 290, 300].map((s) => callLimitCountdown(talking, talkingMs + s * 1000, once)?.warningCount),
  ).toEqual([0, 1, 1, 1]);
});

it('never promises more than the limit or less than nothing, and falls with time, whatever the clock says', () => {
  assertAlways(
    fc.property(fc.integer(), fc.nat(10_000_000), fc.integer({ min: 10, max: 86_400 }), (offset, later, limit) => {
      const call = limited({ 'other-in-use': talkingMs }, limit);
      const now = callLimitCountdown(call, talkingMs + offset, rule);
      const then = callLimitCountdown(call, talkingMs + offset + later, rule);
      expect(now?.remainingSeconds).toBeLessThanOrEqual(limit);
      expect(then?.remainingSeconds).toBeGreaterThanOrEqual(0);
      expect(then?.remainingSeconds).toBeLessThanOrEqual(now?.remainingSeconds ?? -1);
      expect(then?.warningCount).toBeGreaterThanOrEqual(now?.warningCount ?? Number.NaN);
    }),
  );
});
