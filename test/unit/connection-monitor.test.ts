import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PingAnswer, PingResult } from '../../electron/calls/ports.ts';
import { createConnectionMonitor } from '../../electron/desk/connection-monitor.ts';
import type { PbxError } from '../../shared/errors.ts';
import { fail, succeed } from '../../shared/result.ts';

const well: PingResult = succeed({ host: 'pbx', roundTripMs: 3, clockAheadMs: 40 });
const error: PbxError = { code: 'pbx-unreachable', host: 'pbx' };
const failed = (because: PbxError): PingResult => ({ ...fail(because), understood: false, roundTripMs: 3 });
const minuteMs = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const pending: ((answer: PingResult) => void)[] = [];
  let asked = 0;
  let reached = 0;
  const at = { ms: 5 };
  const returns: boolean[] = [];
  const pings: PingAnswer[] = [];
  const monitor = createConnectionMonitor({
    pbx: {
      ping: () => {
        asked += 1;
        return new Promise((resolve) => pending.push(resolve));
      },
    },
    clock: () => at.ms,
    onChange: () => undefined,
    onReached: (cameBack) => {
      reached += 1;
      returns.push(cameBack);
    },
    onPing: (answer) => pings.push(answer),
    onBug: () => undefined,
  });
  return {
    monitor,
    at,
    asked: () => asked,
    reached: () => reached,
    returns,
    pings,
    answer: async (answer: PingResult) => {
      pending.shift()?.(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('the connection monitor', () => {
  test('knows nothing before it asked', () => {
    expect(setUp().monitor.status()).toEqual({ state: 'unknown' });
  });

  test('seldom asks a PBX that answers, because each ping may make it send an event', async () => {
    const { monitor, asked, answer } = setUp();
    void monitor.check();
    expect(monitor.status()).toEqual({ state: 'checking' });
    await answer(well);
    expect(monitor.status()).toEqual({ state: 'reached', atMs: 5, roundTripMs: 3 });
    await vi.advanceTimersByTimeAsync(5 * minuteMs - 1);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked()).toBe(2);
  });

  test('asks one that does not answer again soon, and shows the failure meanwhile', async () => {
    const { monitor, asked, answer } = setUp();
    void monitor.check();
    await answer(failed(error));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked()).toBe(2);
    expect(monitor.status()).toEqual({ state: 'failed', atMs: 5, error });
  });

  test('asks before a call when it was not asked for a while, one question at a time', async () => {
    const { monitor, asked, answer, at } = setUp();
    monitor.refreshSoon();
    expect(asked()).toBe(0);
    void monitor.check();
    await answer(well);
    at.ms += 29_999;
    monitor.refreshSoon();
    expect(asked()).toBe(1);
    at.ms += 1;
    monitor.refreshSoon();
    monitor.refreshSoon();
    expect(asked()).toBe(2);
    expect(monitor.status()).toMatchObject({ state: 'reached' });
    await answer(failed(error));
    expect(monitor.status()).toMatchObject({ state: 'failed', error });
    at.ms += 30_000;
    monitor.refreshSoon();
    expect(asked()).toBe(3);
  });

  test('tells when the PBX came back, apart from that it still answers', async () => {
    const { monitor, returns, answer } = setUp();
    for (const next of [well, well, failed(error), well, well]) {
      void monitor.check();
      await answer(next);
    }
    expect(returns).toEqual([false, false, true, false]);
  });

  test('asks at short intervals while this computer is offline: nothing leaves it', async () => {
    const { monitor, asked, answer } = setUp();
    void monitor.check();
    await answer(failed({ code: 'computer-offline' }));
    await vi.advanceTimersByTimeAsync(3000);
    expect(asked()).toBe(2);
  });

  test('hands on what a ping tells, and knows no round trip of another request', async () => {
    const { monitor, pings, answer } = setUp();
    void monitor.check();
    await answer(well);
    expect(pings.map(({ roundTripMs }) => roundTripMs)).toEqual([3]);
    monitor.observer()(null);
    expect(monitor.status()).toEqual({ state: 'reached', atMs: 5, roundTripMs: null });
    expect(pings).toHaveLength(1);
  });

  test('says each time that the PBX is reached: the way there may be another one', async () => {
    const { monitor, reached, answer } = setUp();
    for (const next of [well, well, failed(error), well]) {
      void monitor.check();
      await answer(next);
    }
    expect(reached()).toBe(3);
  });

  test('takes a question that throws for a failure, and goes on asking', async () => {
    const bugs: unknown[] = [];
    let asked = 0;
    const monitor = createConnectionMonitor({
      pbx: {
        ping: () => {
          asked += 1;
          return Promise.reject(new Error('bug'));
        },
      },
      clock: () => 5,
      onChange: () => undefined,
      onReached: () => undefined,
      onPing: () => undefined,
      onBug: (problem) => bugs.push(problem),
    });
    await monitor.check();
    expect(monitor.status()).toMatchObject({ state: 'failed', error: { code: 'internal' } });
    expect(bugs).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked).toBe(2);
    monitor.stop();
  });

  test('lets an earlier question no longer count', async () => {
    const { monitor, answer } = setUp();
    void monitor.check();
    void monitor.check();
    await answer(failed(error));
    expect(monitor.status()).toEqual({ state: 'checking' });
    await answer(well);
    expect(monitor.status()).toMatchObject({ state: 'reached' });
  });

  test('knows nothing older once it knows something newer', async () => {
    const { monitor, pings, answer } = setUp();
    const beforehand = monitor.observer();
    void monitor.check();
    monitor.observer()(null, { host: 'pbx', roundTripMs: 7, clockAheadMs: 0 });
    await answer(failed(error));
    beforehand(error);
    expect(monitor.status()).toEqual({ state: 'reached', atMs: 5, roundTripMs: 7 });
    expect(pings).toHaveLength(1);
    monitor.observer()(error);
    expect(monitor.status()).toMatchObject({ state: 'failed' });
  });

  test('takes no answer for a PBX that was left meanwhile', async () => {
    const { monitor, answer } = setUp();
    const observe = monitor.observer();
    void monitor.check();
    monitor.reset();
    observe(error);
    await answer(well);
    expect(monitor.status()).toEqual({ state: 'unknown' });
    monitor.observer()(error);
    expect(monitor.status()).toMatchObject({ state: 'failed' });
  });

  test('asks nothing any more once stopped, not even after an answer under way', async () => {
    const { monitor, asked, answer } = setUp();
    void monitor.check();
    monitor.stop();
    await answer(well);
    await vi.advanceTimersByTimeAsync(60 * minuteMs);
    expect(asked()).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
