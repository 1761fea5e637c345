import { type ProbedService, probedServices } from '../../shared/domain/probed-service.ts';
import type { ConnectionChecks, ServiceCheck } from '../../shared/ipc/check-schema.ts';
import type { Pbx, PingResult } from '../calls/ports.ts';
import type { Observer } from './connection-monitor.ts';

/** Finds out step by step whether Dialdesk can work with the PBX that is set now. Places no call. */
export interface ConnectionChecker {
  /** Begins anew; what an earlier run still finds out no longer counts. */
  start(): void;
  /** For another PBX or account: nothing is known of it. */
  reset(): void;
}

type Steps = Omit<ConnectionChecks, 'run' | 'finished'>;

const waiting = { state: 'waiting' } as const;
const running = { state: 'running' } as const;
const skipped = { state: 'skipped' } as const;

export function createConnectionChecks(deps: {
  readonly pbx: Pick<Pbx, 'reach' | 'ping' | 'probe'>;
  /** Hands out what takes note of whether the PBX could be worked with (null: it could). */
  readonly observer: () => Observer;
  readonly publish: (checks: ConnectionChecks | null) => void;
  readonly onBug: (problem: unknown) => void;
}): ConnectionChecker {
  let run = 0;
  let shown = false;

  const check = async (mine: number): Promise<void> => {
    let steps: Steps = {
      reach: running,
      simotel: waiting,
      account: waiting,
      services: probedServices.map((service) => ({ service, ...waiting })),
    };
    const current = () => mine === run;
    const show = (news: Partial<Steps>, finished = false) => {
      if (!current()) return;
      steps = { ...steps, ...news };
      shown = true;
      deps.publish({ run: mine, finished, ...steps });
    };
    const allServices = (state: ServiceCheck['state']) => ({
      services: probedServices.map((service) => ({ service, state })),
    });

    show({});
    const noteReach = deps.observer();
    const reached = await deps.pbx.reach();
    if (!current()) return;
    if (!reached.ok) {
      noteReach(reached.error);
      const reach = { state: 'failed', error: reached.error } as const;
      show({ reach, simotel: skipped, account: skipped, ...allServices('skipped') }, true);
      return;
    }
    show({ reach: { state: 'passed', ...reached.value }, simotel: running });
    const noteAccount = deps.observer();
    const answer = await deps.pbx.ping();
    if (!current()) return;
    if (answer.ok) noteAccount(null, answer.value);
    else noteAccount(answer.error);
    const { simotel, account } = readAccountAnswer(answer);
    if (account.state !== 'passed') {
      show({ simotel, account, ...allServices('skipped') }, true);
      return;
    }
    show({ simotel, account });
    let silent = false;
    for (const service of probedServices) {
      const set = (state: ServiceCheck['state'], finished = false) =>
        show({ services: steps.services.map((one) => (one.service === service ? { service, state } : one)) }, finished);
      const isLast = service === probedServices.at(-1);
      if (silent) {
        set('unknown', isLast);
        continue;
      }
      set('running');
      const state = await probe(service);
      if (!current()) return;
      // A PBX that fell silent is not waited for once more for each of the others.
      silent = state === 'silent';
      set(state === 'silent' ? 'unknown' : state, isLast);
    }
  };

  /** One at a time, so that a small PBX is asked no more than a person would. */
  const probe = async (service: ProbedService): Promise<ServiceCheck['state'] | 'silent'> => {
    const answer = await deps.pbx.probe(service);
    if (answer.ok) return 'allowed';
    switch (answer.error.code) {
      case 'pbx-access-denied':
        return 'denied';
      case 'pbx-service-missing':
        return 'missing';
      case 'pbx-timeout':
      case 'pbx-unreachable':
      case 'pbx-connection-refused':
      case 'pbx-connection-lost':
      case 'pbx-rate-limited':
        return 'silent';
      default:
        return 'unknown';
    }
  };

  const reset = () => {
    run += 1;
    if (shown) deps.publish(null);
    shown = false;
  };
  return {
    start() {
      run += 1;
      const mine = run;
      check(mine).catch((problem: unknown) => {
        deps.onBug(problem);
        // What would stand there for ever as under way is taken back.
        if (mine === run) reset();
      });
    },
    reset,
  };
}

/** What one answer tells of both: who speaks there, and what it thinks of the account. */
function readAccountAnswer(answer: PingResult): Pick<ConnectionChecks, 'simotel' | 'account'> {
  if (answer.ok) {
    return {
      simotel: { state: 'passed', ms: answer.value.roundTripMs },
      account: { state: 'passed', pingDenied: null },
    };
  }
  const { understood, roundTripMs, error } = answer;
  const simotel = understood ? ({ state: 'passed', ms: roundTripMs } as const) : skipped;
  switch (error.code) {
    // Who is told that a service is not his was recognised before.
    case 'pbx-access-denied':
      return { simotel, account: { state: 'passed', pingDenied: error } };
    case 'pbx-credentials-missing':
    case 'pbx-credentials-wrong':
    case 'pbx-ip-not-permitted':
      return { simotel, account: { state: 'failed', error } };
    // A Simotel of another version than the address names, or something in between that changes requests.
    case 'pbx-service-missing':
    case 'pbx-method-not-allowed':
    case 'pbx-unsupported-media-type':
      return { simotel: { state: 'failed', error }, account: skipped };
    default:
      return understood
        ? { simotel, account: { state: 'failed', error } }
        : { simotel: { state: 'failed', error }, account: skipped };
  }
}
