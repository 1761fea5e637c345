import { type DiallingRules, parseDestination } from '../../shared/domain/destination.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { OriginateCall } from './originate-call.ts';

/**
 * Calls a number that was chosen outside of the window, by the one way in which calls are placed. What did not go as it should is shown
 * where there is room for it: on the card of the window, or beside the number that could not be called.
 */
export function createCallFromOutside(deps: {
  readonly originate: OriginateCall;
  readonly chosenTrunk: () => string | null;
  readonly notPlaced: (destination: string, error: DialerError) => void;
  /** A code is only put where it can be seen: it may switch something, and a caller's number may be forged. */
  readonly fillIn: (destination: string) => void;
  readonly rules: () => DiallingRules;
  readonly showWindow: () => void;
}): (destination: string) => Promise<void> {
  return async (destination) => {
    const parsed = parseDestination(destination, deps.rules());
    if (parsed.ok && parsed.value.kind === 'code') {
      deps.fillIn(destination);
      deps.showWindow();
      return;
    }
    const answer = await deps.originate({ destination, trunkName: deps.chosenTrunk() });
    if (answer.ok && answer.value.outcome === 'accepted') return;
    // Nothing was seen of what speaks against the call, so nothing was overridden: the keypad says it, and asks.
    if (!answer.ok && answer.error.code === 'dial-stopped') deps.fillIn(destination);
    else if (!answer.ok) deps.notPlaced(destination, answer.error);
    deps.showWindow();
  };
}
