import type { ClockProblem } from '../../shared/ipc/app-state-schema.ts';
import type { Clock, ReadStoredEvent, StoredEvent } from '../calls/ports.ts';
import { concludeClock, type SeenEnd } from './conclude-clock.ts';

/** Notices when times of the PBX and of this computer do not fit together. */
export interface ClockWatch {
  /** The PBX told its time in an answer; null: it told none. */
  answered(aheadMs: number | null): void;
  received(event: StoredEvent): void;
  problem(): ClockProblem | null;
  /** What that was concluded from: null where nothing was observed. */
  seen(): { readonly aheadMs: number | null; readonly lastEndOffMs: number | null };
  /** Another PBX has another clock. */
  reset(): void;
}

const keptEvents = 12;
/** Of an event that waited longer to be worked on (since an earlier run, perhaps), nobody knows whose clock it met. */
const freshMs = 10_000;
/** A clock that was put right meanwhile makes everything measured with it void. */
const steppedMs = 30_000;

export function createClockWatch(deps: {
  readonly clock: Clock;
  readonly read: ReadStoredEvent;
  readonly zones: () => { readonly used: string; readonly others: readonly string[] };
  readonly onChange: () => void;
}): ClockWatch {
  let aheadMs: number | null = null;
  /** Kept as they came, so that a change of the time zone is judged at once. */
  let events: readonly StoredEvent[] = [];
  let told: ClockProblem | null = null;
  let concluded: { readonly zones: string; readonly problem: ClockProblem | null } | null = null;

  const problem = (): ClockProblem | null => {
    const { used, others } = deps.zones();
    const zones = JSON.stringify([used, ...others]);
    if (concluded?.zones !== zones) {
      const ends = events.flatMap((event) => endOf(deps.read, event) ?? []);
      concluded = {
        zones,
        problem: concludeClock({
          aheadMs,
          ends,
          zoneAhead: (offsetMs) => findZone(used, others, offsetMs, deps.clock()),
        }),
      };
    }
    return concluded.problem;
  };
  const conclude = () => {
    concluded = null;
    const before = told;
    told = problem();
    if (told !== before) deps.onChange();
  };

  let concludes = false;
  /** Once for all that come together: zones take long to work out. */
  const concludeSoon = () => {
    if (concludes) return;
    concludes = true;
    setImmediate(() => {
      concludes = false;
      conclude();
    });
  };

  return {
    answered(next) {
      if (next !== null && aheadMs !== null && Math.abs(next - aheadMs) > steppedMs) events = [];
      aheadMs = next;
      conclude();
    },
    received(event) {
      if (Math.abs(deps.clock() - event.receivedAtMs) > freshMs || endOf(deps.read, event) === null) return;
      events = [...events, event].slice(-keptEvents);
      concluded = null;
      concludeSoon();
    },
    problem,
    seen() {
      const last = events.flatMap((event) => endOf(deps.read, event) ?? []).at(-1);
      return { aheadMs, lastEndOffMs: last === undefined ? null : last.endedAtMs - last.receivedAtMs };
    },
    reset() {
      aheadMs = null;
      events = [];
      conclude();
    },
  };
}

/** Of all events only a call record tells a time that has just passed: the end of its call. */
function endOf(read: ReadStoredEvent, stored: StoredEvent): SeenEnd | null {
  const what = read(stored);
  if (what.kind !== 'call' || what.event.kind !== 'call-record') return null;
  const { endedAtMs } = what.event.record;
  return endedAtMs === null ? null : { endedAtMs, receivedAtMs: stored.receivedAtMs };
}

function findZone(used: string, others: readonly string[], aheadMs: number, nowMs: number): string | null {
  const wanted = zoneOffsetMs(used, nowMs) + aheadMs;
  return others.find((zone) => zoneOffsetMs(zone, nowMs) === wanted) ?? null;
}

/** How far a zone is ahead of UTC at that moment. */
function zoneOffsetMs(timeZone: string, atMs: number): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const wallMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wallMs - Math.floor(atMs / 60_000) * 60_000;
}
