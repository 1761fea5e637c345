import type { DialerError } from '../../shared/errors.ts';
import type { ListenerStatus, PingRoundTrip } from '../../shared/ipc/listener-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Clock, Pbx, ReadEvent } from '../calls/ports.ts';

/** A PBX that sends events sends this one within a second or two of its answer. */
const longestWaitMs = 10_000;
/** What was turned away was perhaps not it, so it is waited for a little longer. */
const waitAfterRejectionMs = 2_000;

/** Asks the PBX for a Ping event and waits for it at our listener: both directions proven, or what is in the way. */
export interface PingRoundTripCheck {
  run(): Promise<Result<PingRoundTrip, DialerError>>;
  /** To be told of every event that arrived. */
  arrived(event: ReadEvent): void;
  /** To be told when the listener has something new to say of itself. */
  listenerChanged(): void;
  /** For another PBX or account: what is under way would say nothing of it. */
  reset(): void;
}

type Ending =
  | { readonly is: 'arrived'; readonly eventMs: number }
  | { readonly is: 'listener-stopped' | 'pbx-left' | 'waited-enough' };

interface Waiting {
  readonly beganMs: number;
  readonly address: string | null;
  readonly turnedAwayBefore: number;
  /** Not set before the PBX answered: a slow answer leaves the event as much time as a quick one. */
  readonly waitAtMost: (ms: number) => void;
  /** The first ending stands. */
  readonly finish: (ending: Ending) => void;
  readonly ended: Promise<Ending>;
}

export function createPingRoundTrip(deps: {
  readonly pbx: Pick<Pbx, 'ping'>;
  readonly listener: () => ListenerStatus;
  readonly clock: Clock;
}): PingRoundTripCheck {
  const waiting = new Set<Waiting>();
  const somethingTurnedAway = ({ turnedAwayBefore }: Waiting) => turnedAway(deps.listener()) > turnedAwayBefore;

  return {
    async run() {
      if (deps.listener().state !== 'listening') return succeed({ outcome: 'not-listening' });
      // Begun before the request goes out: the event may be here before its answer is.
      const wait = beginWait();
      const answer = await deps.pbx.ping();
      if (!answer.ok) wait.finish({ is: 'waited-enough' });
      else wait.waitAtMost(somethingTurnedAway(wait) ? waitAfterRejectionMs : longestWaitMs);
      const ending = await wait.ended;
      if (ending.is === 'pbx-left') return succeed({ outcome: 'pbx-left' });
      if (!answer.ok) return fail(answer.error);
      if (ending.is === 'listener-stopped') return succeed({ outcome: 'not-listening' });
      const answerMs = answer.value.roundTripMs;
      if (ending.is === 'arrived') return succeed({ outcome: 'arrived', answerMs, eventMs: ending.eventMs });
      return succeed({ outcome: somethingTurnedAway(wait) ? 'turned-away' : 'nothing-came', answerMs });
    },
    arrived(event) {
      if (event.kind !== 'other' || event.event.kind !== 'ping') return;
      for (const { beganMs, finish } of [...waiting]) {
        finish({ is: 'arrived', eventMs: Math.max(0, deps.clock() - beganMs) });
      }
    },
    listenerChanged() {
      const { state, address } = deps.listener();
      for (const wait of [...waiting]) {
        // Where it listens now is not where the PBX was to send this one.
        if (state !== 'listening' || address !== wait.address) wait.finish({ is: 'listener-stopped' });
        else if (somethingTurnedAway(wait)) wait.waitAtMost(waitAfterRejectionMs);
      }
    },
    reset() {
      for (const { finish } of [...waiting]) finish({ is: 'pbx-left' });
    },
  };

  function beginWait(): Waiting {
    let timer: NodeJS.Timeout | undefined;
    let endsAtMs = Number.POSITIVE_INFINITY;
    let resolve: (ending: Ending) => void = () => undefined;
    const ended = new Promise<Ending>((done) => {
      resolve = done;
    });
    const wait: Waiting = {
      beganMs: deps.clock(),
      address: deps.listener().address,
      turnedAwayBefore: turnedAway(deps.listener()),
      waitAtMost(ms) {
        const mayEndAtMs = deps.clock() + ms;
        if (!waiting.has(wait) || mayEndAtMs >= endsAtMs) return;
        endsAtMs = mayEndAtMs;
        clearTimeout(timer);
        timer = setTimeout(() => wait.finish({ is: 'waited-enough' }), ms);
      },
      finish(ending) {
        clearTimeout(timer);
        waiting.delete(wait);
        resolve(ending);
      },
      ended,
    };
    waiting.add(wait);
    return wait;
  }
}

/** Without those that came when too much was under way at once: these say nothing of what is pasted into the PBX. */
function turnedAway({ rejected }: ListenerStatus): number {
  return rejected.address + rejected.credentials + rejected.malformed;
}
