import { randomUUID } from 'node:crypto';
import type { DialerError } from '../../shared/errors.ts';
import type { PbxStatus } from '../../shared/ipc/pbx-contract.ts';
import type { Clock, Pbx, PingAnswer } from '../calls/ports.ts';

/** Every ping may make the PBX send a Ping event to its one event address, so a healthy PBX is not asked often. */
const healthyPeriodMs = 5 * 60 * 1000;
const failedPeriodMs = 15 * 1000;
/** Nothing leaves a computer without a network, so asking costs nobody anything. */
const offlinePeriodMs = 3 * 1000;
/** One slow service is no reason to ask all the time. */
const doubtfulPeriodMs = 60 * 1000;

/** Whoever is about to call is told of no older news than this. */
const freshMs = 30 * 1000;

export type Observer = (error: DialerError | null, ping?: PingAnswer) => void;

/** Knows whether the PBX can be reached, from pings and from what other requests met. */
export interface ConnectionMonitor {
  status(): PbxStatus;
  /** Asks now, and from then on regularly; the answer to an earlier question no longer counts. */
  check(): Promise<void>;
  /** Somebody is about to call: asks, unless it is being asked or what is known is fresh. */
  refreshSoon(): void;
  /**
   * To be called before another request: hands out what takes note of how it went (null: well), and of what a ping told.
   * It does nothing when the answer is about a PBX that was left meanwhile, or older than what is known.
   */
  observer(): Observer;
  /** The same for what is asked often: that the PBX still answers is no news then. */
  quietObserver(): Observer;
  /** Another request met what may lie at the PBX, or at that one service: asks before long. */
  doubt(): void;
  /** Forgets what is known, for another PBX. */
  reset(): void;
  stop(): void;
}

export function createConnectionMonitor(deps: {
  readonly pbx: Pick<Pbx, 'ping'>;
  readonly clock: Clock;
  readonly onChange: () => void;
  /** The PBX answers: by another way than before perhaps, since the network may be another one now. `cameBack`: it could not be asked before. */
  readonly onReached: (cameBack: boolean) => void;
  readonly onPing: (answer: PingAnswer) => void;
  readonly onBug: (problem: unknown, incidentId: string) => void;
}): ConnectionMonitor {
  let status: PbxStatus = { state: 'unknown' };
  let timer: NodeJS.Timeout | null = null;
  let checkAtMs = 0;
  let round = 0;
  let pinging = false;
  let target = 0;
  /** Questions in the order in which they were asked, and the last one that was answered: an older answer is old news. */
  let asked = 0;
  let answered = 0;

  const set = (next: PbxStatus) => {
    status = next;
    deps.onChange();
  };
  const forgetRound = () => {
    round += 1;
    pinging = false;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const question = (quiet = false): Observer => {
    asked += 1;
    const mine = asked;
    return (error, ping) => {
      if (mine < answered) return;
      answered = mine;
      if (quiet && error === null && status.state === 'reached') return;
      const atMs = deps.clock();
      const cameBack = status.state === 'failed';
      if (ping !== undefined) deps.onPing(ping);
      set(
        error === null
          ? { state: 'reached', atMs, roundTripMs: ping?.roundTripMs ?? null }
          : { state: 'failed', atMs, error },
      );
      if (error === null) deps.onReached(cameBack);
      checkIn(error === null ? healthyPeriodMs : error.code === 'computer-offline' ? offlinePeriodMs : failedPeriodMs);
    };
  };
  const ofThisTarget = (observe: Observer): Observer => {
    const mine = target;
    return (error, told) => {
      if (mine === target) observe(error, told);
    };
  };
  const checkIn = (ms: number) => {
    if (timer !== null) clearTimeout(timer);
    checkAtMs = deps.clock() + ms;
    timer = setTimeout(() => void check(), ms);
    timer.unref();
  };
  /** A bug on the way is a failure like others: whoever stops asking shows an old answer for ever. */
  const ping = async (): Promise<Parameters<Observer>> => {
    try {
      const answer = await deps.pbx.ping();
      return answer.ok ? [null, answer.value] : [answer.error];
    } catch (problem) {
      const incidentId = randomUUID().slice(0, 8);
      deps.onBug(problem, incidentId);
      return [{ code: 'internal', incidentId }];
    }
  };
  const check = async (): Promise<void> => {
    forgetRound();
    const mine = round;
    if (status.state === 'unknown') set({ state: 'checking' });
    const observe = question();
    pinging = true;
    const told = await ping();
    if (mine !== round) return;
    pinging = false;
    observe(...told);
  };
  return {
    status: () => status,
    check,
    refreshSoon() {
      if (pinging || (status.state !== 'reached' && status.state !== 'failed')) return;
      if (deps.clock() - status.atMs >= freshMs) void check();
    },
    observer: () => ofThisTarget(question()),
    quietObserver: () => ofThisTarget(question(true)),
    doubt() {
      if (timer !== null && deps.clock() + doubtfulPeriodMs < checkAtMs) checkIn(doubtfulPeriodMs);
    },
    reset() {
      forgetRound();
      target += 1;
      set({ state: 'unknown' });
    },
    stop() {
      forgetRound();
      target += 1;
    },
  };
}

/** True when nothing answered where the PBX should be; one that answers, whatever it says, is there. */
export function isUnreachable(status: PbxStatus): boolean {
  if (status.state !== 'failed') return false;
  const { error } = status;
  switch (error.code) {
    case 'computer-offline':
    case 'pbx-name-not-found':
    case 'pbx-unreachable':
    case 'pbx-connection-refused':
      return true;
    case 'pbx-timeout':
      return error.phase === 'connect';
    default:
      return false;
  }
}
