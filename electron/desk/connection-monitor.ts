import type { DialerError } from '../../shared/errors.ts';
import type { PbxStatus } from '../../shared/ipc/contract.ts';
import type { Clock, Pbx } from '../calls/ports.ts';

/** Every ping may make the PBX send a Ping event to its one event address, so a healthy PBX is not asked often. */
const healthyPeriodMs = 5 * 60 * 1000;
const failedPeriodMs = 15 * 1000;

/** Knows whether the PBX can be reached, from pings and from what other requests met. */
export interface ConnectionMonitor {
  status(): PbxStatus;
  /** Asks now, and from then on regularly; the answer to an earlier question no longer counts. */
  check(): Promise<void>;
  /**
   * To be called before another request: hands out what takes note of how it went (null: well). It does nothing when the
   * answer is about a PBX that was left meanwhile.
   */
  observer(): (error: DialerError | null) => void;
  /** Forgets what is known, for another PBX. */
  reset(): void;
  stop(): void;
}

export function createConnectionMonitor(deps: {
  readonly pbx: Pick<Pbx, 'ping'>;
  readonly clock: Clock;
  readonly onChange: () => void;
  /** The PBX answers, and did not before: the network may be another one now. */
  readonly onReached: () => void;
}): ConnectionMonitor {
  let status: PbxStatus = { state: 'unknown' };
  let timer: NodeJS.Timeout | null = null;
  let round = 0;
  let target = 0;

  const set = (next: PbxStatus) => {
    status = next;
    deps.onChange();
  };
  const stop = () => {
    round += 1;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const observe = (error: DialerError | null) => {
    const before = status.state;
    set(error === null ? { state: 'reached', atMs: deps.clock() } : { state: 'failed', atMs: deps.clock(), error });
    if (error === null && before !== 'reached') deps.onReached();
  };
  const check = async (): Promise<void> => {
    stop();
    const mine = round;
    if (status.state === 'unknown') set({ state: 'checking' });
    const answer = await deps.pbx.ping();
    if (mine !== round) return;
    observe(answer.ok ? null : answer.error);
    timer = setTimeout(() => void check(), answer.ok ? healthyPeriodMs : failedPeriodMs);
    timer.unref();
  };
  return {
    status: () => status,
    check,
    observer() {
      const asked = target;
      return (error) => {
        if (asked === target) observe(error);
      };
    },
    reset() {
      stop();
      target += 1;
      set({ state: 'unknown' });
    },
    stop,
  };
}
