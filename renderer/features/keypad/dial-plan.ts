import { type Destination, destinationKind, parseDestination, sameNumber } from '../../../shared/domain/destination.ts';
import type { DialerError } from '../../../shared/errors.ts';
import type { Settings } from '../../../shared/settings/schema.ts';

/** What pressing Call would do with the typed text. */
export type DialPlan =
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly error: DialerError }
  | { readonly kind: 'ready'; readonly destination: Destination; readonly trunkName: string };

export function planDial(text: string, settings: Settings, chosenTrunk: string | null): DialPlan {
  const parsed = parseDestination(text, settings.identity);
  if (parsed.ok) {
    if (sameNumber(parsed.value.digits, settings.identity.caller)) {
      return { kind: 'invalid', error: { code: 'callee-is-caller' } };
    }
    return { kind: 'ready', destination: parsed.value, trunkName: chosenTrunk ?? settings.identity.trunkName };
  }
  return parsed.error.reason === 'empty' ? { kind: 'empty' } : { kind: 'invalid', error: parsed.error };
}

/** Why no call is possible at all now, whatever is typed; the main process checks the same again. */
export function dialObstacle(settings: Settings, chosenTrunk: string | null): DialerError | null {
  const { caller, dialplanContext, trunkName } = settings.identity;
  if (settings.pbx.address === '') return { code: 'pbx-not-configured' };
  if (caller === '') return { code: 'caller-missing' };
  if (dialplanContext === '') return { code: 'dialplan-context-missing' };
  if (destinationKind(caller) === 'outside' && (chosenTrunk ?? trunkName) === '') {
    return { code: 'caller-trunk-missing' };
  }
  return null;
}
