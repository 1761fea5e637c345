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
  readonly showWindow: () => void;
}): (destination: string) => Promise<void> {
  return async (destination) => {
    const answer = await deps.originate({ destination, trunkName: deps.chosenTrunk() });
    if (answer.ok && answer.value.outcome === 'accepted') return;
    if (!answer.ok) deps.notPlaced(destination, answer.error);
    deps.showWindow();
  };
}
