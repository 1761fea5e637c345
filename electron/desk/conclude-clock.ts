import type { ClockProblem } from '../../shared/ipc/app-state-schema.ts';

/** A call that has just ended: when by its record, and when the record came in. */
export interface SeenEnd {
  readonly endedAtMs: number;
  readonly receivedAtMs: number;
}

/** Less does not confuse anybody, and more is not explained by a slow network. */
const toleratedMs = 2 * 60 * 1000;
/** Zones lie whole quarters of an hour apart, and not further than this. */
const quarterMs = 15 * 60 * 1000;
/** How far from a whole quarter a zone may seem to be: records take a moment, clocks drift by seconds, not by minutes. */
const nearQuarterMs = 60 * 1000;
const furthestMs = 26 * 60 * 60 * 1000;
/** Records sent as calls end come equally late, give or take this. */
const agreeingMs = 2000;
/**
 * Records of calls that ended further apart than that, and yet equally late, were sent as the calls ended. Old ones that
 * are sent all at once are each late by another time.
 */
const apartMs = 5000;

/**
 * What is wrong with the clocks. `aheadMs` is how far the PBX's clock is ahead of this computer's by its own answer, null
 * while not known; `ends` are oldest first. One record proves nothing, since it may be an old one sent again: two have to
 * agree. One that is right proves that events are read rightly.
 */
export function concludeClock(known: {
  readonly aheadMs: number | null;
  readonly ends: readonly SeenEnd[];
  /** A zone in use here that is this much ahead of the one in which event times are read. */
  readonly zoneAhead: (offsetMs: number) => string | null;
}): ClockProblem | null {
  const { aheadMs } = known;
  if (aheadMs !== null && Math.abs(aheadMs) >= toleratedMs) return { problem: 'clocks-differ', pbxAheadMs: aheadMs };
  const eventsAheadMs = agreedOffset(known.ends);
  if (eventsAheadMs === null) return null;
  const beyondClockMs = eventsAheadMs - (aheadMs ?? 0);
  // Each of two differences that hide behind one another may be small.
  if (aheadMs !== null && Math.abs(beyondClockMs) < toleratedMs) return null;
  const zoneMs = Math.round(beyondClockMs / quarterMs) * quarterMs;
  if (zoneMs !== 0 && Math.abs(beyondClockMs - zoneMs) <= nearQuarterMs) {
    return { problem: 'event-time-zone', eventsAheadMs: zoneMs, rightZone: known.zoneAhead(zoneMs) };
  }
  // Where the PBX's answer says that the clocks agree, only its events go by another one.
  return aheadMs === null
    ? { problem: 'clocks-differ', pbxAheadMs: eventsAheadMs }
    : { problem: 'event-clock', eventsAheadMs: beyondClockMs };
}

/** How far the times in events are ahead of this computer's clock; null while nothing is known, or nothing is wrong. */
function agreedOffset(ends: readonly SeenEnd[]): number | null {
  const sinceRight = ends.slice(ends.findLastIndex((end) => Math.abs(offsetOf(end)) < toleratedMs) + 1);
  const far = sinceRight.filter((end) => Math.abs(offsetOf(end)) <= furthestMs).reverse();
  for (const [index, newer] of far.entries()) {
    const agrees = far
      .slice(index + 1)
      .some(
        (older) =>
          Math.abs(offsetOf(newer) - offsetOf(older)) <= agreeingMs &&
          Math.abs(newer.endedAtMs - older.endedAtMs) >= apartMs,
      );
    if (agrees) return offsetOf(newer);
  }
  return null;
}

function offsetOf({ endedAtMs, receivedAtMs }: SeenEnd): number {
  return endedAtMs - receivedAtMs;
}
