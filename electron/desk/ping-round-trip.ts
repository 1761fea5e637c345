import type { DialerError } from '../../shared/errors.ts';
import type { ListenerStatus, PingRoundTrip } from '../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Clock, Pbx, ReadEvent } from '../calls/ports.ts';

/** A PBX that sends events sends this one within a second or two. */
const longestWaitMs = 10_000;

/** Asks the PBX for a Ping event and waits for it at our listener: both directions proven, or what is in the way. */
export interface PingRoundTripCheck {
  run(): Promise<Result<PingRoundTrip, DialerError>>;
  /** To be told of every event that arrived. */
  arrived(event: ReadEvent): void;
  /** To be told when the listener has something new to say of itself. */
  listenerChanged(): void;
}

interface Waiting {
  readonly beganMs: number;
  readonly turnedAwayBefore: number;
  readonly finish: (eventMs: number | null) => void;
}

export function createPingRoundTrip(deps: {
  readonly pbx: Pick<Pbx, 'ping'>;
  readonly listener: () => ListenerStatus;
  readonly clock: Clock;
}): PingRoundTripCheck {
  const waiting = new Set<Waiting>();

  return {
    async run() {
      if (deps.listener().state !== 'listening') return succeed({ outcome: 'not-listening' });
      const turnedAwayBefore = turnedAway(deps.listener());
      const event = waitForEvent(turnedAwayBefore);
      const answer = await deps.pbx.ping();
      if (!answer.ok) {
        event.giveUp();
        return fail(answer.error);
      }
      const answerMs = answer.value.roundTripMs;
      const eventMs = await event.ms;
      if (eventMs !== null) return succeed({ outcome: 'arrived', answerMs, eventMs });
      const outcome = turnedAway(deps.listener()) > turnedAwayBefore ? 'turned-away' : 'nothing-came';
      return succeed({ outcome, answerMs });
    },
    arrived(event) {
      if (event.kind !== 'other' || event.event.kind !== 'ping') return;
      for (const { beganMs, finish } of [...waiting]) finish(Math.max(0, deps.clock() - beganMs));
    },
    listenerChanged() {
      const status = deps.listener();
      for (const { turnedAwayBefore, finish } of [...waiting]) {
        if (turnedAway(status) > turnedAwayBefore || status.state !== 'listening') finish(null);
      }
    },
  };

  /** Begun before the request goes out: the event may be here before its answer is. */
  function waitForEvent(turnedAwayBefore: number): {
    readonly ms: Promise<number | null>;
    readonly giveUp: () => void;
  } {
    let giveUp = () => {};
    const ms = new Promise<number | null>((resolve) => {
      const timer = setTimeout(() => entry.finish(null), longestWaitMs);
      const entry: Waiting = {
        beganMs: deps.clock(),
        turnedAwayBefore,
        finish: (eventMs) => {
          clearTimeout(timer);
          waiting.delete(entry);
          resolve(eventMs);
        },
      };
      waiting.add(entry);
      giveUp = () => entry.finish(null);
    });
    return { ms, giveUp };
  }
}

/** Without those that came when too much was under way at once: these say nothing of what is pasted into the PBX. */
function turnedAway({ rejected }: ListenerStatus): number {
  return rejected.address + rejected.credentials + rejected.malformed;
}
