import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PingResult, ReadEvent } from '../../electron/calls/ports.ts';
import { createPingRoundTrip } from '../../electron/desk/ping-round-trip.ts';
import type { PbxError } from '../../shared/errors.ts';
import type { ListenerStatus } from '../../shared/ipc/listener-contract.ts';
import { fail, succeed } from '../../shared/result.ts';
import { listenerStatus } from '../support/listener-status.ts';

const ping: ReadEvent = { kind: 'other', event: { kind: 'ping' } };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(state: ListenerStatus['state'] = 'listening') {
  let answer: (result: PingResult) => void = () => undefined;
  let asked = 0;
  let status: ListenerStatus = {
    ...listenerStatus,
    state,
    address: 'http://192.168.1.20:8088/simotel',
    port: 8088,
  };
  const roundTrip = createPingRoundTrip({
    pbx: {
      ping: () => {
        asked += 1;
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    },
    listener: () => status,
    clock: Date.now,
  });
  return {
    roundTrip,
    asked: () => asked,
    answer: (roundTripMs: number) => answer(succeed({ host: 'pbx', roundTripMs, clockAheadMs: 0 })),
    refuse: (error: PbxError) => answer({ ...fail(error), understood: false, roundTripMs: 3 }),
    change: (part: Partial<ListenerStatus>) => {
      status = { ...status, ...part };
      roundTrip.listenerChanged();
    },
    reject: (reason: keyof ListenerStatus['rejected']) => {
      status = { ...status, rejected: { ...status.rejected, [reason]: status.rejected[reason] + 1 } };
      roundTrip.listenerChanged();
    },
  };
}

describe('the ping round trip', () => {
  test('measures the answer, and the event that comes after it', async () => {
    const { roundTrip, answer } = setUp();
    const result = roundTrip.run();
    await vi.advanceTimersByTimeAsync(12);
    answer(12);
    await vi.advanceTimersByTimeAsync(73);
    roundTrip.arrived(ping);
    expect(await result).toEqual(succeed({ outcome: 'arrived', answerMs: 12, eventMs: 85 }));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('takes an event that overtakes the answer', async () => {
    const { roundTrip, answer } = setUp();
    const result = roundTrip.run();
    await vi.advanceTimersByTimeAsync(5);
    roundTrip.arrived(ping);
    await vi.advanceTimersByTimeAsync(5);
    answer(10);
    expect(await result).toEqual(succeed({ outcome: 'arrived', answerMs: 10, eventMs: 5 }));
  });

  test('takes no other event for the ping, and says after ten seconds that nothing came', async () => {
    const { roundTrip, answer } = setUp();
    const result = roundTrip.run();
    answer(10);
    roundTrip.arrived({ kind: 'other', event: { kind: 'unknown', name: 'Pong' } });
    roundTrip.arrived({ kind: 'unreadable', reason: 'not json' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await result).toEqual(succeed({ outcome: 'nothing-came', answerMs: 10 }));
  });

  test.each(['credentials', 'address', 'malformed'] as const)(
    'says soon that something was turned away: %s',
    async (reason) => {
      const { roundTrip, answer, reject } = setUp();
      const result = roundTrip.run();
      answer(10);
      reject(reason);
      await vi.advanceTimersByTimeAsync(2000);
      expect(await result).toEqual(succeed({ outcome: 'turned-away', answerMs: 10 }));
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  test('a request of somebody else that is turned away does not hide the event', async () => {
    const { roundTrip, answer, reject } = setUp();
    const result = roundTrip.run();
    answer(10);
    reject('address');
    await vi.advanceTimersByTimeAsync(500);
    reject('address');
    roundTrip.arrived(ping);
    expect(await result).toEqual(succeed({ outcome: 'arrived', answerMs: 10, eventMs: 500 }));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a slow answer leaves the event as much time as a quick one', async () => {
    const { roundTrip, answer } = setUp();
    const result = roundTrip.run();
    await vi.advanceTimersByTimeAsync(9900);
    answer(9900);
    await vi.advanceTimersByTimeAsync(5000);
    roundTrip.arrived(ping);
    expect(await result).toEqual(succeed({ outcome: 'arrived', answerMs: 9900, eventMs: 14_900 }));
  });

  test('ends with the PBX it was about, whatever that still answers', async () => {
    for (const left of [setUp(), setUp()].entries()) {
      const [index, { roundTrip, answer, refuse }] = left;
      const result = roundTrip.run();
      roundTrip.reset();
      if (index === 0) answer(10);
      else refuse({ code: 'pbx-credentials-missing' });
      expect(await result).toEqual(succeed({ outcome: 'pbx-left' }));
    }
    expect(vi.getTimerCount()).toBe(0);
  });

  test('what was turned away before says nothing of this one', async () => {
    const { roundTrip, answer, reject } = setUp();
    reject('credentials');
    const result = roundTrip.run();
    answer(10);
    await vi.advanceTimersByTimeAsync(20);
    roundTrip.arrived(ping);
    expect(await result).toMatchObject(succeed({ outcome: 'arrived' }));
  });

  test('asks nothing while nobody listens, and stops waiting when the listener stops', async () => {
    const off = setUp('port-in-use');
    expect(await off.roundTrip.run()).toEqual(succeed({ outcome: 'not-listening' }));
    expect(off.asked()).toBe(0);
    for (const change of [{ state: 'off' }, { address: 'http://192.168.1.21:8088/simotel' }] as const) {
      const stopped = setUp();
      const result = stopped.roundTrip.run();
      stopped.answer(10);
      stopped.change(change);
      expect(await result).toEqual(succeed({ outcome: 'not-listening' }));
    }
    expect(vi.getTimerCount()).toBe(0);
  });

  test('hands on why the PBX did not answer, and waits for nothing any more', async () => {
    const { roundTrip, refuse } = setUp();
    const result = roundTrip.run();
    refuse({ code: 'pbx-credentials-missing' });
    expect(await result).toEqual(fail({ code: 'pbx-credentials-missing' }));
    expect(vi.getTimerCount()).toBe(0);
  });
});
