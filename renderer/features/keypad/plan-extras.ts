import type { DialPlan, DialSettings } from '../../../shared/domain/dial-plan.ts';

type PlanExtras = {
  /** Null: as the settings have it. */
  readonly [key in 'callerId' | 'dialplanContext' | 'callLimitSeconds']: DialPlan[key] | null;
};

/** What a rule changes of a call besides its number and trunk. */
export function planExtras(call: DialPlan, { identity }: Pick<DialSettings, 'identity'>): PlanExtras {
  const { dialplanContext, callLimitSeconds } = identity;
  const callerId = identity.callerId === '' ? identity.caller : identity.callerId;
  const unlessSame = <T>(now: T, usual: T): T | null => (call.ruleName === null || now === usual ? null : now);
  return {
    callerId: unlessSame(call.callerId, callerId),
    dialplanContext: unlessSame(call.dialplanContext, dialplanContext),
    callLimitSeconds: unlessSame(call.callLimitSeconds, callLimitSeconds),
  };
}
