import { describe, expect, it } from 'vitest';
import { readStoredEvent } from '../../electron/call-events/call-event-wire.ts';
import type { StoredEvent } from '../../electron/calls/ports.ts';
import { createClockWatch } from '../../electron/desk/clock-watch.ts';
import { concludeClock, type SeenEnd } from '../../electron/desk/conclude-clock.ts';
import { hasOutsideAddress } from '../../electron/desk/outside-address.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const noonMs = Date.UTC(2026, 0, 16, 12);

/** A record that came in `atMs` after noon, of a call that ended `offsetMs` later by its own account. */
const end = (atMs: number, offsetMs: number): SeenEnd => ({
  receivedAtMs: noonMs + atMs,
  endedAtMs: noonMs + atMs + offsetMs,
});
const conclude = (aheadMs: number | null, ends: readonly SeenEnd[]) =>
  concludeClock({ aheadMs, ends, zoneAhead: (ms) => (ms === 3.5 * hourMs ? 'Asia/Tehran' : null) });

describe('what is concluded of the clocks', () => {
  it('is nothing while nothing is known or all is right', () => {
    expect(conclude(null, [])).toBeNull();
    expect(conclude(900, [])).toBeNull();
    expect(conclude(2 * minuteMs - 1, [end(0, -800), end(10_000, -1200)])).toBeNull();
  });

  it('is a difference that the PBX itself told, whichever clock is behind', () => {
    expect(conclude(12 * minuteMs, [])).toEqual({ problem: 'clocks-differ', pbxAheadMs: 12 * minuteMs });
    expect(conclude(-2 * minuteMs, [])).toEqual({ problem: 'clocks-differ', pbxAheadMs: -2 * minuteMs });
  });

  it('is nothing where events are late by little more than the clock that the PBX told', () => {
    expect(conclude(-118_000, [end(0, -121_000), end(20_000, -121_000)])).toBeNull();
    expect(conclude(118_000, [end(0, 5 * minuteMs), end(20_000, 5 * minuteMs)])).toEqual({
      problem: 'event-clock',
      eventsAheadMs: 182_000,
    });
  });

  it('is a wrong time zone where two events are off by the same quarters of an hour', () => {
    const ends = [end(0, 3.5 * hourMs - 900), end(20_000, 3.5 * hourMs - 1500)];
    const problem = { problem: 'event-time-zone', eventsAheadMs: 3.5 * hourMs, rightZone: 'Asia/Tehran' };
    expect(conclude(40, ends)).toEqual(problem);
    expect(conclude(null, ends)).toEqual(problem);
    expect(conclude(0, [end(0, -hourMs), end(20_000, -hourMs)])).toMatchObject({
      eventsAheadMs: -hourMs,
      rightZone: null,
    });
  });

  it('needs two events: an old one that is sent again proves nothing', () => {
    expect(conclude(0, [end(0, -hourMs)])).toBeNull();
    expect(conclude(0, [end(0, -hourMs), end(60_000, -4 * hourMs)])).toBeNull();
  });

  it('does not take old records that are sent all at once for events of now', () => {
    // They come within one second; their calls ended over an hour, some by chance a whole hour ago.
    const burst = Array.from({ length: 60 }, (_, i) => end(i * 15, -hourMs + i * minuteMs));
    expect(conclude(0, burst)).toBeNull();
    // Of calls that ended at the same moment nothing can be told apart.
    expect(conclude(0, [end(0, -hourMs), end(100, -hourMs + 100)])).toBeNull();
  });

  it('does not take the record of a call and that of its queue for two', () => {
    expect(conclude(0, [end(0, -hourMs), end(400, -hourMs - 400)])).toBeNull();
  });

  it('is over with the first event that is right', () => {
    const wrong = [end(0, hourMs), end(20_000, hourMs)];
    expect(conclude(0, [...wrong, end(40_000, -500)])).toBeNull();
    expect(conclude(0, [...wrong, end(40_000, -500), end(60_000, hourMs)])).toBeNull();
  });

  it('blames no zone for what is late by any other time, nor the clock where the PBX says it is right', () => {
    const late = [end(0, -7 * minuteMs), end(20_000, -7 * minuteMs)];
    expect(conclude(0, late)).toEqual({ problem: 'event-clock', eventsAheadMs: -7 * minuteMs });
    expect(conclude(null, late)).toEqual({ problem: 'clocks-differ', pbxAheadMs: -7 * minuteMs });
    // Near a quarter of an hour, but by minutes, not by seconds.
    const near = [end(0, 47 * minuteMs), end(20_000, 47 * minuteMs)];
    expect(conclude(0, near)).toEqual({ problem: 'event-clock', eventsAheadMs: 47 * minuteMs });
    expect(conclude(null, near)).toEqual({ problem: 'clocks-differ', pbxAheadMs: 47 * minuteMs });
    expect(conclude(0, [end(0, 45 * minuteMs + 900), end(20_000, 45 * minuteMs)])).toMatchObject({
      problem: 'event-time-zone',
      eventsAheadMs: 45 * minuteMs,
    });
    expect(conclude(0, [end(0, -300 * hourMs), end(20_000, -300 * hourMs)])).toBeNull();
  });
});

function setUp(zone = 'UTC') {
  let nowMs = noonMs;
  let used = zone;
  let id = 0;
  const watch = createClockWatch({
    clock: () => nowMs,
    read: (event) => readStoredEvent(event, used),
    zones: () => ({ used, others: ['UTC', 'Asia/Tehran'] }),
    onChange: () => undefined,
  });
  const record = (endtime: string, receivedAtMs = nowMs): StoredEvent => {
    id += 1;
    const body = new TextEncoder().encode(JSON.stringify({ src: '557', dst: '558', unique_id: `1.${id}`, endtime }));
    const rest = { profile: 'main', name: 'Cdr', dedupeKey: null, pbxCallId: `1.${id}`, encoding: 'json' } as const;
    return { ...rest, id, receivedAtMs, body, state: 'applied' };
  };
  return {
    watch,
    /** A call ends now, and the PBX writes when by a clock on its wall that is `aheadMs` ahead of UTC. */
    endCall(aheadMs: number, waitedMs = 0) {
      nowMs += 20_000;
      const wall = new Date(nowMs + aheadMs).toISOString().replace('T', ' ').replace('Z', '');
      watch.received(record(wall, nowMs - waitedMs));
    },
    useZone(next: string) {
      used = next;
    },
  };
}

describe('the watch over the clocks', () => {
  it('names the zone that would be right, and is content as soon as it is set', () => {
    const { watch, endCall, useZone } = setUp();
    endCall(3.5 * hourMs);
    expect(watch.problem()).toBeNull();
    endCall(3.5 * hourMs);
    expect(watch.problem()).toMatchObject({ problem: 'event-time-zone', rightZone: 'Asia/Tehran' });
    useZone('Asia/Tehran');
    expect(watch.problem()).toBeNull();
  });

  it('passes over events that waited to be worked on, and those that tell no time of now', () => {
    const { watch, endCall } = setUp();
    for (let i = 0; i < 4; i += 1) endCall(hourMs, 11_000);
    expect(watch.problem()).toBeNull();
  });

  it('forgets what it measured with a clock that was put right, and everything of another PBX', () => {
    const { watch, endCall } = setUp();
    watch.answered(0);
    endCall(hourMs);
    endCall(hourMs);
    expect(watch.problem()).not.toBeNull();
    watch.answered(60_000);
    expect(watch.problem()).toBeNull();
    watch.answered(10 * minuteMs);
    expect(watch.problem()).toEqual({ problem: 'clocks-differ', pbxAheadMs: 10 * minuteMs });
    watch.reset();
    expect(watch.problem()).toBeNull();
  });
});

describe('what the watch has seen', () => {
  it('is nothing before a clock or the end of a call was told, and nothing again of another PBX', () => {
    const { watch, endCall } = setUp();
    expect(watch.seen()).toEqual({ aheadMs: null, lastEndOffMs: null });
    watch.answered(300);
    endCall(hourMs);
    endCall(0);
    expect(watch.seen()).toEqual({ aheadMs: 300, lastEndOffMs: 0 });
    watch.reset();
    expect(watch.seen()).toEqual({ aheadMs: null, lastEndOffMs: null });
  });
});

describe('an address that could be reached from outside', () => {
  const at = (address: string, internal = false) => ({
    address,
    internal,
    netmask: '',
    mac: '',
    family: 'IPv4' as const,
    cidr: null,
  });

  it('is one that neither the loopback interface nor the computer itself gave', () => {
    expect(hasOutsideAddress({ lo: [at('127.0.0.1', true)], wifi: [at('192.168.1.7')] })).toBe(true);
    expect(hasOutsideAddress({ lo: [at('127.0.0.1', true)], wifi: [at('169.254.3.4'), at('fe80::1')] })).toBe(false);
    expect(hasOutsideAddress({})).toBe(false);
  });
});
