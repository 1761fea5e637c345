import { probedServices } from '../../shared/domain/probed-service.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { ConnectionChecks } from '../../shared/ipc/check-schema.ts';
import { type DoctorCheck, type DoctorRun, doctorChecks } from '../../shared/ipc/doctor-schema.ts';
import type { LinkProgram } from '../../shared/ipc/links-contract.ts';
import type { Clock } from '../calls/ports.ts';
import type { ConnectionChecker } from '../desk/connection-checks.ts';
import type { PingRoundTripCheck } from '../desk/ping-round-trip.ts';
import { checking, findingOf, type Judgement } from './finding.ts';
import { judgeDisk, judgeHotkeys, judgeKeychain, judgeLinks } from './judge-computer.ts';
import { judgeKinds, judgeListener, judgeRoundTrip } from './judge-events.ts';
import { judgeAccount, judgeAddress, judgeCalls, judgePingRight, judgeRight, judgeSimotel } from './judge-pbx.ts';
import { judgeClock, judgeZones, type SeenTimes } from './judge-times.ts';

/** Runs every check one after the other and says of each what was observed. Places no call. */
export interface Doctor {
  /** Begins anew; what an earlier run still finds out no longer counts. */
  start(): void;
  last(): DoctorRun | null;
  /** For another PBX or account: nothing is known of it. */
  reset(): void;
}

/** What the program knows at any moment, without asking anybody. */
export interface KnownState {
  readonly snapshot: Pick<AppState, 'callsDenied' | 'listener' | 'credentials' | 'hotkeys' | 'keeping'>;
  readonly callAcceptedAtMs: number | null;
  readonly earlierEventAtMs: number | null;
  readonly times: SeenTimes;
  readonly usedBytes: number;
}

type News = Partial<Readonly<Record<DoctorCheck, Judgement>>>;
type Show = (news: News) => void;

export function createDoctor(deps: {
  readonly checksFor: (publish: (found: ConnectionChecks | null) => void) => ConnectionChecker;
  readonly pingRoundTrip: Pick<PingRoundTripCheck, 'run'>;
  readonly links: () => Promise<readonly LinkProgram[]>;
  readonly bytesFree: () => Promise<number | null>;
  readonly known: () => KnownState;
  readonly clock: Clock;
  readonly publish: (run: DoctorRun | null) => void;
  readonly onBug: (problem: unknown) => void;
}): Doctor {
  let run = 0;
  let last: DoctorRun | null = null;
  let heard: (found: ConnectionChecks | null) => void = () => undefined;
  const checks = deps.checksFor((found) => heard(found));

  const tell = (next: DoctorRun | null) => {
    last = next;
    deps.publish(next);
  };
  const examine = async (mine: number): Promise<void> => {
    const startedAtMs = deps.clock();
    let found: ReadonlyMap<DoctorCheck, Judgement> = new Map();
    const show = (news: News, finished = false) => {
      if (mine !== run) return;
      found = new Map([...found, ...(Object.entries(news) as [DoctorCheck, Judgement][])]);
      const findings = doctorChecks.map((check) => findingOf(check, found.get(check) ?? checking));
      tell({ run: mine, startedAtMs, finished, findings });
    };

    show({});
    await Promise.all([examineComputer().then((news) => show(news)), examineWay(mine, show)]);
    // Last, since the answers on the way told the time, and the event is one of those that came.
    const now = deps.known();
    show(
      {
        'right-calls': judgeCalls({ denied: now.snapshot.callsDenied, acceptedAtMs: now.callAcceptedAtMs }),
        listener: judgeListener(now.snapshot.listener),
        kinds: judgeKinds({
          receivedByName: now.snapshot.listener.receivedByName,
          earlierAtMs: now.earlierEventAtMs,
        }),
        clock: judgeClock(now.times),
        zones: judgeZones(now.times),
      },
      true,
    );
  };

  /** There by requests, and back by an event. */
  const examineWay = async (mine: number, show: Show): Promise<void> => {
    const accepted = await examinePbx(mine, show);
    show({ listener: judgeListener(deps.known().snapshot.listener) });
    show({ 'round-trip': judgeRoundTrip(accepted && mine === run ? await deps.pingRoundTrip.run() : null) });
  };

  /** Resolves to whether the account was accepted. */
  const examinePbx = (mine: number, show: Show): Promise<boolean> =>
    new Promise((resolve) => {
      heard = (found) => {
        if (found === null || mine !== run) return resolve(false);
        show({
          address: judgeAddress(found),
          simotel: judgeSimotel(found),
          account: judgeAccount(found),
          'right-ping': judgePingRight(found),
          ...Object.fromEntries(probedServices.map((service) => [`right-${service}`, judgeRight(found, service)])),
        });
        if (found.finished) resolve(found.account.state === 'passed');
      };
      checks.start();
    });

  const examineComputer = async () => {
    const [programs, freeBytes] = await Promise.all([deps.links().catch(() => null), deps.bytesFree()]);
    const { snapshot, usedBytes } = deps.known();
    return {
      keychain: judgeKeychain(snapshot.credentials),
      hotkeys: judgeHotkeys(snapshot.hotkeys),
      links: judgeLinks(programs),
      disk: judgeDisk({ keeping: snapshot.keeping, freeBytes, usedBytes }),
    };
  };

  const reset = () => {
    run += 1;
    // Whoever waits for the checks of before goes on, and says nothing any more.
    heard(null);
    if (last !== null) tell(null);
  };
  return {
    start() {
      run += 1;
      heard(null);
      const mine = run;
      examine(mine).catch((problem: unknown) => {
        deps.onBug(problem);
        // What would stand there for ever as under way is taken back.
        if (mine === run) reset();
      });
    },
    last: () => last,
    reset() {
      reset();
      checks.reset();
    },
  };
}
