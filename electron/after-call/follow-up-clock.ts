import type { OpenFollowUp } from '../../shared/domain/after-call/follow-up.ts';
import type { Clock } from '../calls/ports.ts';

/** Looked at so often at least: timers stand still while the computer sleeps, and its clock may be set. */
const longestMs = 20_000;

/** Tells when one more follow-up is due. */
export interface FollowUpClock {
  due(): readonly OpenFollowUp[];
  /** There are others now. */
  look(): void;
  stop(): void;
}

export function createFollowUpClock(deps: {
  readonly open: () => readonly OpenFollowUp[];
  readonly clock: Clock;
  readonly onDue: () => void;
  /** Time passed while some are open: hours in which nothing is said may be over. */
  readonly onTick: () => void;
}): FollowUpClock {
  let timer: NodeJS.Timeout | null = null;
  let told = '';
  let stopped = false;
  const due = () => deps.open().filter(({ atMs }) => atMs <= deps.clock());
  const look = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (stopped) return;
    deps.onTick();
    const now = JSON.stringify(due().map(({ callId, atMs }) => [callId, atMs]));
    const next = deps.open().find(({ atMs }) => atMs > deps.clock());
    const waitMs = Math.min(longestMs, (next?.atMs ?? Number.POSITIVE_INFINITY) - deps.clock());
    if (deps.open().length > 0) timer = setTimeout(look, waitMs);
    if (now === told) return;
    told = now;
    deps.onDue();
  };
  return {
    due,
    look,
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
