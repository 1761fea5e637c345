import { type DialFacts, type DialFinding, findBeforeCall } from '../../shared/domain/dial-findings.ts';
import {
  type DialPlan,
  type DialSettings,
  type DialWish,
  type PlanKnowledge,
  planDial,
} from '../../shared/domain/dial-plan.ts';
import { isBetweenTimes } from '../../shared/domain/time-of-day.ts';
import type { DialerError } from '../../shared/errors.ts';
import { type Result, succeed } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import { type CalledNumber, type Clock, unlessFailing } from './ports.ts';

/** What other parts know of a number, a trunk and the agent's phone. Each tells only what was observed. */
export interface DialKnowledge {
  plan(): PlanKnowledge;
  pbxUnreachable(): boolean;
  ownPhone(): DialFacts['ownPhone'];
  trunkUnavailable(trunkName: string): boolean;
  /** The list of this PBX was read, and it is not there. */
  trunkMissing(trunkName: string): boolean;
  /** The one that whose number it is wants to be called by. */
  contactTrunk(digits: string): string | null;
  /** Of any of the numbers. */
  doNotCall(numbers: readonly string[]): DialFacts['doNotCall'];
  blacklisted(digits: string): boolean;
  /** What is known of the number from earlier calls. */
  called(digits: string): CalledNumber | null;
  /** What was written down of the last call with it today that has anything. */
  notedToday(digits: string): DialFacts['notedToday'];
}

/** The one way from a destination to a call: what the PBX will be asked for, and what speaks against it now. */
export interface DialPlanner {
  plan(wish: DialWish): Result<DialPlan, DialerError>;
  findings(plan: DialPlan): readonly DialFinding[];
  /** Both at once, for the line that says it before the call. */
  answer(wish: DialWish): Result<{ readonly plan: DialPlan; readonly findings: readonly DialFinding[] }, DialerError>;
}

export function createDialPlanner(deps: {
  readonly settings: () => DialSettings & Pick<Settings, 'quietDialling'>;
  readonly knows: DialKnowledge;
  readonly clock: Clock;
}): DialPlanner {
  const { knows } = deps;
  const quietUntil = (): string | null => {
    const { on, from, to } = deps.settings().quietDialling;
    const now = new Date(deps.clock());
    return on && isBetweenTimes(from, to, now.getHours() * 60 + now.getMinutes()) ? to : null;
  };
  const planner: DialPlanner = {
    plan(wish) {
      const plan = planDial(wish, deps.settings(), knows.plan());
      if (!plan.ok || wish.contactTrunk !== null) return plan;
      const contactTrunk = unlessFailing(null, () => knows.contactTrunk(plan.value.party.digits));
      return contactTrunk === null ? plan : planDial({ ...wish, contactTrunk }, deps.settings(), knows.plan());
    },
    answer(wish) {
      const plan = planner.plan(wish);
      return plan.ok ? succeed({ plan: plan.value, findings: planner.findings(plan.value) }) : plan;
    },
    findings({ party, digits, trunkName, trunkFrom }) {
      // A rule may make one number of another: whoever is reached by either must not be called.
      const numbers = [...new Set([party.digits, digits])];
      const doNotCall = checked(() => knows.doNotCall(numbers));
      const blacklisted = checked(() => numbers.some(knows.blacklisted));
      const today = unlessFailing(null, () => knows.called(party.digits));
      const notedToday = today === null ? null : unlessFailing(null, () => knows.notedToday(party.digits));
      return findBeforeCall(
        {
          pbxUnreachable: knows.pbxUnreachable(),
          ownPhone: knows.ownPhone(),
          trunkUnavailable: trunkName !== '' && knows.trunkUnavailable(trunkName),
          // What the agent typed for this very call is asked of the PBX.
          trunkMissing: trunkName !== '' && trunkFrom !== 'chosen' && knows.trunkMissing(trunkName),
          doNotCall: doNotCall?.is ?? null,
          blacklisted: blacklisted?.is ?? false,
          notChecked: doNotCall === null || blacklisted === null,
          quietUntil: quietUntil(),
          today:
            today === null
              ? null
              : { tries: today.triesToday, lastAtMs: today.lastAtMs, disposition: today.disposition },
          notedToday,
        },
        party.kind,
        trunkName,
      );
    },
  };
  return planner;
}

/** Null: the database does not tell. */
function checked<T>(read: () => T): { readonly is: T } | null {
  return unlessFailing(null, () => ({ is: read() }));
}
