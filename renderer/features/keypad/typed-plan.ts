import { type Destination, destinationKind } from '../../../shared/domain/destination.ts';
import { type DialPlan, type PlanKnowledge, planDial } from '../../../shared/domain/dial-plan.ts';
import type { DialerError } from '../../../shared/errors.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { NumberHow } from '../../stores/keypad.ts';

/** What pressing Call would do with the typed text. */
export type TypedPlan =
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly error: DialerError }
  | {
      readonly kind: 'ready';
      /** Whom the agent means. */
      readonly destination: Destination;
      readonly trunkName: string;
      readonly call: DialPlan;
    };

export function planTyped(
  text: string,
  settings: Settings,
  knows: PlanKnowledge,
  chosenTrunk: string | null,
  { literal = false, contactTrunk = null }: Partial<NumberHow> = {},
): TypedPlan {
  const planned = planDial({ destination: text, trunkName: chosenTrunk, contactTrunk, literal }, settings, knows);
  if (planned.ok) {
    const { party, trunkName } = planned.value;
    return { kind: 'ready', destination: party, trunkName, call: planned.value };
  }
  const { error } = planned;
  const empty = error.code === 'destination-invalid' && error.reason === 'empty';
  return empty ? { kind: 'empty' } : { kind: 'invalid', error };
}

/**
 * Why no call is possible now; the main process checks the same again. `trunk` is the one that the call would go by; null: nothing is
 * typed yet, so it may be any that the settings and the rules have.
 */
export function dialObstacle(settings: Settings, trunk: string | null): DialerError | null {
  const { caller, dialplanContext, trunkName } = settings.identity;
  if (settings.pbx.address === '') return { code: 'pbx-not-configured' };
  if (caller === '') return { code: 'caller-missing' };
  if (dialplanContext === '') return { code: 'dialplan-context-missing' };
  const none = trunk === null ? trunkName === '' && !hasTrunkByRule(settings) : trunk === '';
  return none && destinationKind(caller) === 'outside' ? { code: 'caller-trunk-missing' } : null;
}

function hasTrunkByRule({ dialRules }: Pick<Settings, 'dialRules'>): boolean {
  return dialRules.rules.some(({ enabled, action }) => enabled && action.kind === 'dial' && action.trunkName !== null);
}
